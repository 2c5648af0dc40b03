import type { Browser } from 'playwright-core';
import { demoCodes } from '#definitions/demo-programme.ts';
import { accessibilityFaults, openBrowser, openWindow, type Window } from './kit/browser.ts';
import { askGrid, byKeyboard, byMouse, paneOf, type Hands } from './kit/hands.ts';
import { startDemo, type Product } from './kit/product.ts';
import { storySteps } from './kit/story-steps.ts';

/**
 * The life of a return as three people live it: a school fills, explains, submits and changes; a mentor asks and
 * accepts; the project team consolidates. Each has a browser of her own. Row 8 of the entry sheet is its first row, A1;
 * its columns from D on are level, evidence and so on.
 */
interface Person extends Hands {
  readonly window: Window;
  /** Waits until the pane says so. */
  readonly reads: (text: string | RegExp) => Promise<void>;
  /** A picture, and nothing for axe to find. */
  readonly looksRight: (name: string) => Promise<void>;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe.each([
  ['by mouse', byMouse],
  ['by keyboard', byKeyboard],
] as const)('the life of a return, %s', (way, hands) => {
  const colourScheme = way === 'by mouse' ? 'light' : 'dark';
  let product: Product;
  let school: Person;
  let mentor: Person;
  let team: Person;

  const arrive = async (workbook: string): Promise<Person> => {
    const window = await openWindow(browser, { width: 1366, height: 768, colourScheme });
    const { page } = window;
    await page.goto(`${product.url}/?workbook=${workbook}`);
    await page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
    return {
      ...hands(page),
      window,
      reads: async (text) => paneOf(page).getByText(text).first().waitFor({ state: 'attached', timeout: 30_000 }),
      looksRight: async (name) => {
        await askGrid(page, 'settled');
        await window.picture(`story-${way.replace(' ', '-')}-${name}`);
        expect(await accessibilityFaults(page)).toEqual([]);
      },
    };
  };
  const signIn = async (person: Person, code: string): Promise<void> => {
    await person.write(/access code/i, code);
    await person.press('Sign in');
  };
  const grid = (person: Person) => person.window.page;

  const step = storySteps();

  beforeAll(async () => {
    product = await startDemo();
    school = await arrive('School');
  });
  afterAll(async () => {
    const troubles = [school, mentor, team].flatMap((person) => person?.window.troubles() ?? []);
    for (const person of [school, mentor, team]) await person?.window.context.close();
    await product?.stop();
    expect(troubles).toEqual([]);
  });

  step('the school signs in and adds the sheet to her workbook', async () => {
    await school.looksRight('01-sign-in');
    await signIn(school, demoCodes.school);
    await school.reads('Your returns');
    await school.looksRight('02-rounds');
    await school.press(/^Add to this workbook: Self-review/);
    await school.reads(/Nothing answered yet|0 of/i);
    await school.looksRight('03-entry');
    expect((await askGrid(grid(school), 'sheetNames')).length).toBeGreaterThanOrEqual(4);
  });

  step('what is wrong is highlighted in the sheet and listed in the pane; Next selects the cell', async () => {
    const page = grid(school);
    await school.fillCell('D8', '3 Established');
    await school.fillCell('D9', '2');
    await school.reads('To fix (1)');
    await askGrid(page, 'settled');
    const sheet = await askGrid(page, 'activeSheet');
    expect(await askGrid(page, 'shownFill', sheet, 'E8')).not.toBe(await askGrid(page, 'shownFill', sheet, 'E9'));
    await school.looksRight('04-issue');
    await school.press('Next issue');
    await page.waitForFunction(() => window.workbench?.selection() === 'E8');
  });

  step('a warning is explained', async () => {
    await school.fillCell('E8', 'Governors');
    await school.reads('To fix or explain (1)');
    await school.press(/^Explain: /);
    await school.write(/^Why is this right/, 'The minutes of March say it all');
    await school.press('Save explanation');
    await school.reads('Explained: The minutes of March say it all');
    await school.looksRight('05-explained');
  });

  step('the summary sheet counts what she typed and draws its chart', async () => {
    const page = grid(school);
    const names = await askGrid(page, 'sheetNames');
    const summary = names.find((name) => name.endsWith('summary')) ?? '';
    const lines = await askGrid(page, 'usedText', summary);
    const answered = lines.find(([first]) => first === 'Leadership and strategy');
    expect(answered).toContain('2');
    const before = await askGrid(page, 'activeSheet');
    await page.evaluate((name) => window.workbench?.selectCell(name, 'A1'), summary);
    await page.waitForTimeout(500);
    await school.looksRight('06-summary');
    await page.evaluate((name) => window.workbench?.selectCell(name, 'D8'), before);
  });

  step('she submits and gets a receipt, in the pane and in the workbook', async () => {
    const page = grid(school);
    await school.press('Submit', 'tab');
    await school.press('Submit');
    await school.reads('Receipt');
    await school.reads(/R1-/);
    const names = await askGrid(page, 'sheetNames');
    const record = names.find((name) => name.endsWith('record')) ?? '';
    expect((await askGrid(page, 'usedText', record)).flat().join()).toContain('-R1-');
    await school.looksRight('07-receipt');
  });

  step('she closes the page and opens it again: the workbook is as it was', async () => {
    const page = grid(school);
    await askGrid(page, 'saved');
    await page.reload();
    await page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
    await askGrid(page, 'settled');
    const [entry = ''] = (await askGrid(page, 'sheetNames')).filter((name) => name !== 'Sheet1');
    expect(await askGrid(page, 'cellValue', entry, 'E8')).toBe('Governors');
    await school.reads('Your returns');
    await school.press(/^(Open|Continue): /);
    await school.reads('Submitted');
  });

  step(
    'a changed cell: the server holds an older version, and which cell differs; she submits revision 2',
    async () => {
      await school.fillCell('D9', '1');
      await school.reads('The server holds an older version.');
      await school.reads(/1 cell differs from revision 1/);
      await school.press('Submit', 'tab');
      await school.looksRight('08-older');
      await school.press('Submit');
      await school.reads(/R2-/);
    },
  );

  step('the mentor opens the return and asks a question on a cell', async () => {
    mentor = await arrive('Mentor');
    await signIn(mentor, demoCodes.mentor);
    await mentor.reads('Your schools');
    await mentor.looksRight('09-mentor');
    await mentor.press(/^Open: Thistlecombe/);
    await mentor.reads('You see revision 2, the latest.');
    await mentor.standOn('E8');
    await mentor.write(/^Your question on A1/, 'Which meeting was that?');
    await mentor.press('Ask');
    await mentor.reads(/^Asked on A1/);
    await mentor.looksRight('10-asked');
  });

  step('the school finds it in that row, answers and submits again', async () => {
    const page = grid(school);
    await school.press('All returns');
    await school.press(/^Open: /);
    await school.reads('Your mentor has a question.');
    await askGrid(page, 'settled');
    const entry = await askGrid(page, 'activeSheet');
    const shown = (await askGrid(page, 'usedText', entry)).flat();
    expect(shown).toContain('Evidence: Which meeting was that?');
    await school.looksRight('11-question');
    await school.press(/^Questions/, 'tab');
    await school.write('Your answer', 'The governors, 12 March');
    await school.press('Write answer into the sheet');
    await school.reads('Your answer is in the sheet.');
    await school.press('Submit', 'tab');
    await school.press('Submit');
    await school.reads(/R3-/);
  });

  step('the mentor reads the answer and accepts', async () => {
    await mentor.press('All returns');
    await mentor.press(/^Open: Thistlecombe/);
    await mentor.reads('Revision 3 has come in.');
    await mentor.press('Show what is new');
    await mentor.press('Bring into this workbook');
    await mentor.reads('You see revision 3, the latest.');
    await mentor.reads(/The governors, 12 March/);
    await mentor.press(/^Accept revision 3/);
    await mentor.press('Accept');
    await mentor.reads(/Revision 3 .*is accepted\./);
    await mentor.looksRight('12-accepted');
  });

  step('the project team consolidates and gets one master sheet', async () => {
    team = await arrive('Master');
    const page = grid(team);
    await signIn(team, demoCodes.projectTeam);
    await team.reads('Rounds');
    await team.press(/^Consolidate: Self-review/);
    await team.reads('The master sheet is in this workbook.');
    await askGrid(page, 'settled');
    const master = (await askGrid(page, 'usedText', await askGrid(page, 'activeSheet'))).map((line) =>
      line.join(' | '),
    );
    expect(master.some((line) => line.includes('Thistlecombe') && line.includes('-R3-'))).toBe(true);
    expect(master.some((line) => /\d+ of \d+/.test(line))).toBe(true);
    await team.looksRight('13-master');
  });
});
