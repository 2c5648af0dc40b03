import type { Browser, Page } from 'playwright-core';
import { demoCodes, demoRound } from '#definitions/demo-programme.ts';
import { openBrowser, openWindow, type Window } from './kit/browser.ts';
import { byKeyboard, byMouse, paneOf, type Hands } from './kit/hands.ts';
import { paneFrame, paneLooks, type PaneLooks } from './kit/pane-looks.ts';
import { startDemo, type Product } from './kit/product.ts';
import { storySteps } from './kit/story-steps.ts';

/** The project team runs the demo programme in the pane: by keyboard, in every look, and with 3,500 schools. */
let product: Product;
let browser: Browser;
let window: Window;
let page: Page;
let hands: Hands;
let looks: PaneLooks;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
  window = await openWindow(browser, { width: 1366, height: 900 });
  page = window.page;
  hands = byMouse(page);
  looks = paneLooks(window, 'programme');
  await page.goto(`${product.url}/?workbook=Programme`);
  await page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
});
afterAll(async () => {
  const troubles = window?.troubles();
  await browser?.close();
  await product?.stop();
  expect(troubles).toEqual([]);
});

const step = storySteps();
const pane = () => paneOf(page);
const reads = async (text: string | RegExp): Promise<void> =>
  pane().getByText(text).first().waitFor({ timeout: 60_000 });
const chooseFile = async (text: string): Promise<void> => {
  const file = { name: 'schools.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await pane().getByLabel('A CSV file of schools').setInputFiles(file);
};

step('she comes from the rounds to the programme and sees how far everybody is', async () => {
  await hands.write(/access code/i, demoCodes.projectTeam);
  await hands.press('Sign in');
  await hands.press('Open the programme');
  await pane().getByLabel('Round', { exact: true }).selectOption(demoRound);
  await reads(/returns of 8 count in the results/);
  await looks.inEveryLook('01-progress');
  await pane().getByText('The chart as a table').click();
  await looks.looksRight('02-chart-as-table');
});

const chooseDay = async (day: string, part = pane().locator('main')): Promise<void> => {
  await part.getByText('As at a day in the past').click();
  await part.getByLabel('As at', { exact: true }).fill(day);
};

step('a day in the past is shown as it stood, by keyboard, and a button leads back to now', async () => {
  await chooseDay('2009-02-28');
  await page.keyboard.press('Enter');
  await reads(/counted in the results/);
  await looks.inEveryLook('02-day-in-the-past');
  await looks.narrow('02-day-in-the-past-narrow');
  await hands.press('Back to now');
  await reads(/count in the results/);
  const focused = await (await paneFrame(page)).evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe('As at a day in the past');
});

step('the master of that day is drawn beside the one of now', async () => {
  await hands.press('All rounds');
  await hands.press(/^Consolidate: Self-review 2008/);
  await reads('The master sheet is in this workbook.');
  await chooseDay('2009-02-28', pane().getByRole('region', { name: 'Self-review 2008/09' }));
  await hands.press(/^Consolidate as at that day: Self-review 2008/);
  await reads('The master sheet as at the end of 28 February 2009 is in this workbook.');
  await looks.inEveryLook('02-consolidate-past');
  await looks.narrow('02-consolidate-past-narrow');
  await hands.press('Open the programme');
  await pane().getByLabel('Round', { exact: true }).selectOption(demoRound);
  await reads(/returns of 8 count in the results/);
});

step('what waits is looked at before it is accepted', async () => {
  await hands.press(/^Accept all that wait/);
  await looks.looksRight('03-accept');
  await hands.press('Not now');
});

step('a return tells what happened to it', async () => {
  await hands.press(/^Ormsley Vale/);
  await reads('Revision 1 accepted');
  await looks.inEveryLook('04-history');
  await hands.press('Back to the list');
  const focused = await (await paneFrame(page)).evaluate(() => document.activeElement?.textContent);
  expect(focused).toContain('Ormsley Vale');
});

step('she sees what a round comes to, table by table', async () => {
  await hands.press('Figures', 'tab');
  await pane().getByLabel('Round', { exact: true }).selectOption(demoRound);
  await reads('Press a number to see which returns are behind it.');
  await looks.inEveryLook('18-figures');
  await looks.narrow('19-figures-narrow');
});

step('she asks which returns are behind a number, and opens one of them', async () => {
  const keys = byKeyboard(page);
  await pane().getByRole('grid').getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await reads(/returns? stands? behind it\.$/);
  await looks.inEveryLook('20-behind');
  await looks.narrow('21-behind-narrow');
  await pane().getByRole('listitem').first().getByRole('button').click();
  await reads('What happened');
  await keys.press('Back to the returns behind it');
  await keys.press('Back to the table');
  const focused = await (
    await paneFrame(page)
  ).evaluate(() => document.activeElement?.closest('[role=grid]') !== null);
  expect(focused).toBe(true);
});

step('she looks at the figures of a day in the past, and at what was behind one of them', async () => {
  await looks.whileNarrow(async () => {
    await chooseDay('2009-02-28');
    await page.keyboard.press('Enter');
    await reads('Worked out of 2 accepted returns.');
    await looks.inEveryLook('22-figures-past');
    await looks.fits();
    const numbers = pane().getByRole('grid').getByRole('button');
    await numbers
      .filter({ hasText: /^[1-9]/ })
      .first()
      .click();
    await reads(/returns? stands? behind it\.$/);
    await looks.inEveryLook('23-behind-past');
    await looks.fits();
    await hands.press('Back to the table');
    await hands.press('Back to now');
    await reads(/^Worked out of \d+ accepted returns\.$/);
  });
});

step('a round is made by keyboard alone', async () => {
  const keys = byKeyboard(page);
  await keys.press('Rounds', 'tab');
  await keys.press(/^Make a round/);
  await reads('What is asked');
  await keys.press('Make the round');
  await reads('Please fill this in first.');
  await looks.inEveryLook('05-make-round');
  // The first thing that is wrong has the focus: the arrow chooses.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await keys.press('Make the round');
  await pane()
    .getByRole('button', { name: /^Make a round/ })
    .waitFor({ timeout: 20_000 });
  await looks.looksRight('06-rounds');
});

step('somebody is added by keyboard and gets a code, which is shown once', async () => {
  const keys = byKeyboard(page);
  await keys.press('People', 'tab');
  await keys.press(/^Add somebody/);
  await keys.write(/^Name/, 'Ann Ash (invented)');
  await keys.write('Which school?', 'pellbrook');
  await pane()
    .getByRole('radio', { name: /^Pellbrook/ })
    .waitFor();
  await looks.looksRight('07-add-somebody');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await keys.press('Add');
  await keys.press('Make an access code');
  await reads('It is shown only now');
  await looks.inEveryLook('08-code');
  const code = await pane()
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/)
    .innerText();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await keys.press('Copy');
  await reads('The code is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await keys.press('I have it, hide the code');
  await looks.looksRight('09-person');
});

step('printing prints the code and nothing else', async () => {
  await hands.press('Make another code');
  await reads('It is shown only now');
  const frame = await paneFrame(page);
  await frame.evaluate(() => {
    globalThis.window.print = () => undefined;
  });
  await hands.press('Print');
  await page.emulateMedia({ media: 'print' });
  const printed = await frame.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: 'screen' });
  await frame.evaluate(() => globalThis.window.dispatchEvent(new Event('afterprint')));
  expect(printed).toMatch(/^Access code for Ann Ash \(invented\)\s+[0-9A-Z-]+\s/);
  expect(printed).not.toContain('Sign out');
  await hands.press('I have it, hide the code');
});

step('a list of schools is imported after a look at what it changes', async () => {
  await hands.press('Schools', 'tab');
  await reads('8 schools');
  await looks.looksRight('10-schools');
  await hands.press(/^Import a list/);
  await chooseFile(
    'URN,Name,Enlisted,Region\r\n999060,Fen School (invented),yes,North\r\n99906,Marsh School,yes,\r\n999001,,perhaps,\r\n999002,,yes,East\r\n',
  );
  await reads('Row 3, URN: “99906”');
  await looks.inEveryLook('11-import');
  await hands.press('Import the other rows');
  await reads('Done: 1 school new and 1 school changed.');
  await hands.press('All schools');
  await hands.press(/^Fen School/);
  await reads('Taking part');
  await looks.inEveryLook('12-school');
  await hands.press('Close this school…');
  await looks.looksRight('13-close-school');
  await hands.press('Not now');
});

step('at 320 pixels nothing is cut off', async () => {
  await looks.whileNarrow(async () => {
    for (const [tab, sign] of [
      ['Progress', 'Whose turn it is'],
      ['Figures', 'Nothing is accepted yet'],
      ['Rounds', 'Make a round…'],
      ['Schools', 'Register of schools'],
      ['People', 'People and access codes'],
      ['Log', 'Log of acts'],
    ] as const) {
      await hands.press(tab, 'tab');
      await reads(sign);
      await looks.fits();
      await looks.looksRight(`14-narrow-${tab.toLowerCase()}`);
    }
  });
});

const schools = 3500;

step('3,500 schools are imported, scrolled through, found in and opened; what it takes is printed', async () => {
  await hands.press('Schools', 'tab');
  await hands.press(/^Import a list/);
  const rows = Array.from(
    { length: schools },
    (_, at) =>
      `${990000 - 1 - at},${['Ash', 'Oak', 'Elm', 'Yew', 'Fir'][at % 5]} School ${at + 1} (invented),yes,M-001`,
  );
  await chooseFile(`URN,Name,Enlisted,Mentor\r\n${rows.join('\r\n')}\r\n`);
  await reads('3,500 schools new');
  await looks.looksRight('15-large-import');
  await hands.press('Import');
  await reads('Done: 3,500 schools new.');

  const frame = await paneFrame(page);
  await frame.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    (globalThis as unknown as { tasks: number[] }).tasks = tasks;
  });
  const longest = async (what: string): Promise<void> => {
    await page.waitForTimeout(300);
    const [most, nodes] = await frame.evaluate(() => {
      const { tasks } = globalThis as unknown as { tasks: number[] };
      return [Math.round(Math.max(0, ...tasks.splice(0))), document.querySelectorAll('*').length] as const;
    });
    console.log(`3,500 schools, ${what}: longest task ${most} ms, ${nodes} elements in the pane`);
    expect(nodes).toBeLessThan(6000);
  };
  /** What looking with axe took is no work of the pane. */
  const forget = (): Promise<void> =>
    frame.evaluate(() => void (globalThis as unknown as { tasks: number[] }).tasks.splice(0));
  const scrollDown = async (pages: number): Promise<void> => {
    for (let turn = 0; turn < pages; turn += 1) {
      await frame.evaluate(() => globalThis.window.scrollBy(0, globalThis.window.innerHeight));
      await page.waitForTimeout(30);
    }
  };
  const lastSeen = () => pane().getByRole('listitem').last().getAttribute('aria-posinset');

  await hands.press('All schools');
  await reads('3,509 schools');
  await longest('register shown');
  await scrollDown(120);
  await longest('register scrolled');
  await looks.looksRight('16-register-scrolled');
  await forget();
  expect(Number(await lastSeen())).toBeGreaterThan(300);
  await pane().getByLabel('Find a school').fill('yew school 34');
  await reads(/^1?\d+ schools?$/);
  await longest('register searched');
  await pane().getByLabel('Find a school').fill('');

  await hands.press('Progress', 'tab');
  await pane().getByLabel('Round', { exact: true }).selectOption(demoRound);
  await reads('3,509 returns');
  await longest('chase list shown');
  await looks.inEveryLook('17-progress-large');
  await forget();
  await scrollDown(60);
  await longest('chase list scrolled');
  await frame.evaluate(() => globalThis.window.scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(300);
  expect(await lastSeen()).toBe('3509');
  await longest('chase list to its end');
  await pane().getByLabel('Find a school').fill('oak school 3');
  await reads(/ returns of 3,509$/);
  await longest('chase list searched');
  await pane().getByLabel('Find a school').fill('');

  await hands.press('People', 'tab');
  await hands.press(/^Alex Ash/);
  await reads(/^Looks after 3,50\d schools$/);
  await longest('a mentor of 3,500 schools');
  await hands.press('All rounds');
  await reads('Open the programme');
  await pane()
    .getByText(/^All returns \(3,?509\)$/)
    .first()
    .click();
  await longest('first screen, and all returns of a round');
});
