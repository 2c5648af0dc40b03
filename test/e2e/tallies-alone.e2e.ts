import type { Browser } from 'playwright-core';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { questionOf } from '#core/paste/question-of.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { demoCodes } from '#definitions/demo-programme.ts';
import { instruments } from '#definitions/instruments.ts';
import { openBrowser, openWindow, type Window } from './kit/browser.ts';
import { askGrid, byMouse, paneOf, type Hands } from './kit/hands.ts';
import { paneLooks, type PaneLooks } from './kit/pane-looks.ts';
import { startDemo, type Product } from './kit/product.ts';
import { storySteps } from './kit/story-steps.ts';

/**
 * A round of which only tallies leave the school, as each sees it, and the end of it: the project team purges the round.
 * Every screen that differs from an ordinary round's is looked at in every look, and 320 pixels wide.
 */
let product: Product;
let browser: Browser;

const survey = instruments.find((instrument) => traitOf(instrument, 'pupil-rows'));
if (!survey) throw new Error('no instrument has pupils for rows');
const title = 'Tallies alone (invented)';
const round = 'TALLY-1';

interface Person {
  readonly window: Window;
  readonly hands: Hands;
  readonly looks: PaneLooks;
  readonly reads: (text: string | RegExp) => Promise<void>;
}
const people: Person[] = [];

const arrive = async (name: string, code: string): Promise<Person> => {
  const window = await openWindow(browser, { width: 1366, height: 900 });
  await window.page.goto(`${product.url}/?workbook=${name}`);
  await window.page.waitForFunction(() => 'workbench' in globalThis, null, { timeout: 60_000 });
  const person = {
    window,
    hands: byMouse(window.page),
    looks: paneLooks(window, 'tallies'),
    reads: (text: string | RegExp) => paneOf(window.page).getByText(text).first().waitFor({ timeout: 60_000 }),
  };
  people.push(person);
  await person.hands.write(/access code/i, code);
  await person.hands.press('Sign in');
  return person;
};

const asTeam = async (method: string, path: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${product.url}/v1/session`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify({ code: demoCodes.projectTeam }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const done = await fetch(product.url + path, {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  expect([done.ok, done.ok ? '' : await done.text()]).toEqual([true, '']);
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), openBrowser()]);
  await asTeam('POST', '/v1/rounds', {
    ...{ id: round, title, instrument: instrumentRef(survey), academicYear: '200809' },
    ...{ opens: '2009-01-01T00:00:00Z', detail: 'tally', keepUntil: '2010-01-01T00:00:00Z' },
  });
});
afterAll(async () => {
  const troubles = people.flatMap(({ window }) => window.troubles());
  await browser?.close();
  await product?.stop();
  expect(troubles).toEqual([]);
});

const step = storySteps();

const csv = (pupils: number): string => {
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  const lines = Array.from({ length: pupils }, (_, pupil) =>
    survey.fields.map(({ kind, choices = [] }, at) => {
      const choice = choices[(pupil * 7 + at * 3) % choices.length];
      const words = choice ? (choice.says === undefined ? choice.label : `${choice.label} ${choice.says}`) : '';
      return kind === 'choices' ? `${words};` : words;
    }),
  );
  return [quoted(survey.fields.map(questionOf)), ...lines.map(quoted)].join('\r\n');
};

step('the school is told what leaves her workbook before she submits, and by the receipt afterwards', async () => {
  const school = await arrive('Tallies', demoCodes.school);
  const { page } = school.window;
  const sent: string[] = [];
  page.on('request', (request) => void sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await school.hands.press(`Add to this workbook: ${title}`);
  await school.reads('0 pupils entered');
  await paneOf(page).getByText('Paste pupils from a form or another sheet').click();
  const file = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(30)) };
  await paneOf(page).getByLabel('A CSV file, such as an online form’s export').setInputFiles(file);
  await school.hands.press('Paste 30 pupils');
  await school.reads('30 pupils entered');
  for (const { help } of survey.once ?? []) {
    await school.hands.press('Next issue');
    await school.reads(help);
    await school.hands.fillCell(await askGrid(page, 'selection'), '120');
  }
  await school.reads(/Nothing to fix|to fix or explain/);
  await school.hands.press('Submit', 'tab');
  await school.reads(/Only tallies leave the school/);
  await school.looks.inEveryLook('01-submit');
  await school.looks.narrow('01-submit-narrow');
  await school.hands.press('Submit');
  await school.reads('The server holds the tallies of exactly what you see.');
  await school.looks.inEveryLook('02-receipt');
  expect(sent.filter((one) => one.includes('/tallies ')).length).toBe(1);
  expect(sent.join('\n')).not.toMatch(/"values":|"key":"[0-9]+"/);
});

step('her mentor sees what came and what is not to be had, and can accept', async () => {
  const mentor = await arrive('TalliesRead', demoCodes.mentor);
  await mentor.reads('Your schools');
  await mentor.hands.press(new RegExp(`^Open: Thistlecombe.*${title.slice(0, 13)}`));
  await mentor.reads('Only tallies of this round leave the school.');
  await mentor.looks.inEveryLook('03-mentor');
  await mentor.looks.narrow('03-mentor-narrow');
  await mentor.hands.press(/^Accept revision 1/);
  await mentor.hands.press('Accept');
  await mentor.reads(/Revision 1 .*is accepted\./);
});

step('the project team purges the round when its day has come, and keeps the certificate', async () => {
  await asTeam('PATCH', `/v1/rounds/${round}`, { closes: 'now' });
  const team = await arrive('TalliesEnd', demoCodes.projectTeam);
  await team.hands.press('Open the programme');
  await team.hands.press('Rounds', 'tab');
  await team.reads('Due to be purged');
  await team.looks.inEveryLook('04-due');
  await team.hands.press(`Purge: ${title}`);
  await team.reads('This cannot be taken back.');
  await team.looks.inEveryLook('05-purge');
  await team.looks.narrow('05-purge-narrow');
  await team.hands.press('Purge the round');
  await team.reads('CERTIFICATE OF WHAT WAS PURGED');
  await team.looks.inEveryLook('06-certificate');
  await team.looks.narrow('06-certificate-narrow');
});

step('her mentor is told that it is purged', async () => {
  const mentor = await arrive('TalliesOver', demoCodes.mentor);
  await mentor.hands.press(new RegExp(`^Open: Thistlecombe.*${title.slice(0, 13)}`));
  await mentor.reads('What was collected about pupils is purged.');
  await mentor.looks.inEveryLook('07-purged');
  await mentor.looks.narrow('07-purged-narrow');
});
