/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { waitFor } from '@testing-library/react/pure';
import { questionId } from '#core/ids.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { openReturn } from '#flows/open-return.ts';
import { codes, roundFor, school, startEndpointWith } from '../scenarios/kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from '../scenarios/kit/person-at-work.ts';
import { small } from '../server/kit/small-programme.ts';
import { openPane, type PanePage } from './kit/pane-page.tsx';

jest.setTimeout(120_000);

/** A round that has closed and takes late returns. */
const round = { ...roundFor(small), closes: '2009-08-01T00:00:00.000Z', late: true, yearGroups: [7, 9] };
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let [anna, mentor, team]: PersonAtWork[] = [];
let pane: PanePage;
let open: OpenReturn;

const opened = async ({ desk }: PersonAtWork): Promise<OpenReturn> => {
  const [wanted] = expectOk(await desk.api.rounds());
  return expectOk(await openReturn(desk, { round: wanted!, owner: school.owner, ownerName: school.name }));
};
const state = async () => expectOk(await team!.desk.api.returns())[0]?.state;
const place = 'A1 · Note';

beforeAll(async () => {
  endpoint = await startEndpointWith([small], [round]);
  anna = await atWork(endpoint, codes.school);
  mentor = await atWork(endpoint, codes.mentor);
  team = await atWork(endpoint, codes.team);
});
afterEach(() => pane.close());
afterAll(async () => {
  for (const person of [anna, mentor, team]) await person?.close();
  await endpoint.close();
});

test('a closed round that takes late returns is still offered, and opening it tells the endpoint that she has begun', async () => {
  pane = openPane(anna!);
  await pane.says('Closed since 1 August 2009; late returns are taken');
  await pane.says(/It still takes late returns: say why when you submit\.$/);
  expect(await state()).toBe('not-started');
  await pane.press(/^Add to this workbook: /);
  await pane.says('Nothing answered yet');
  await waitFor(async () => expect(await state()).toBe('in-progress'), { timeout: 20_000 });
});

test('a school reads on its return which year groups the round expects', async () => {
  pane = openPane(anna!);
  await pane.press(/^Continue: /);
  await pane.says('Years 7 and 9 are expected.');
});

test('a late return asks for its reason beside Submit, sends nothing without one, and the mentor reads it', async () => {
  open = await opened(anna!);
  await anna!.type(open, 'A1', { stage: '1 Begun', note: 'Dug by year 8' });
  pane = openPane(anna!);
  await pane.press(/^Continue: /);
  await pane.press('Submit', 'tab');
  await pane.press('Submit');
  await pane.says('Please write the reason first.');
  expect(await state()).toBe('in-progress');
  await pane.write('Why does this come late?', 'The hall was flooded.');
  await pane.press('Submit');
  await pane.says('Submitted: revision 1.');
  pane.close();
  pane = openPane(mentor!);
  await pane.press(/^Open: /);
  await pane.says('Late, because: The hall was flooded.');
});

test('whoever sees a question says who is to answer it, and both sides see the name', async () => {
  const ask = { id: 'q1', row: 'A1', field: 'note', revision: 1, text: 'Who dug?' };
  expectOk(await mentor!.desk.api.ask(round.id, school.owner, ask));
  pane = openPane(anna!);
  await pane.press(/^Open: /);
  await pane.press('Questions, 1 open', 'tab');
  await pane.press(`Say who answers: ${place}`);
  await pane.write(`Who is to answer on ${place}?`, 'Ms Patel');
  await pane.press('Save name');
  await pane.says('To be answered by Ms Patel');
  pane.close();
  pane = openPane(mentor!);
  await pane.press(/^Open: /);
  await pane.says('To be answered by Ms Patel');
});

test('a mentor who writes back asks on: the thread stands in order, and her words behind the question in the sheet', async () => {
  expectOk(
    await anna!.desk.api.remark(round.id, school.owner, questionId('q1'), { id: 'r1', text: 'Year 8, in May.' }),
  );
  pane = openPane(mentor!);
  await pane.press(/^Open: /);
  await pane.says('Answer: Year 8, in May.');
  await pane.press(`Write back: ${place}`);
  await pane.press(`Send: ${place}`);
  await pane.says('Please write something first.');
  await pane.write(`Write back on ${place}`, 'All of them?');
  await pane.press(`Send: ${place}`);
  await pane.says('All of them?');
  pane.close();
  pane = openPane(anna!);
  await pane.press(/^Open: /);
  await pane.press('Questions, 1 open', 'tab');
  await pane.says('All of them?');
  await waitFor(async () => expect(await anna!.cell(open, 'A1', '#question')).toBe('Note: Who dug? / All of them?'), {
    timeout: 20_000,
  });
});

test('the project team gives an accepted return back with a reason, and the school reads it', async () => {
  expectOk(await mentor!.desk.api.accept(round.id, school.owner, 1));
  await opened(team!);
  pane = openPane(team!);
  await pane.user.click(await pane.says('All returns (1)'));
  await pane.press(/^Open: /);
  await pane.press('Reopen this return…');
  await pane.press('Reopen');
  await pane.says('Please write the reason first.');
  await pane.write('Why?', 'Bed A2 is missing.');
  await pane.press('Reopen');
  await pane.says(/^Reopened by Project team, /);
  await pane.says('Bed A2 is missing.');
  pane.close();
  pane = openPane(anna!);
  await pane.says('Reopened');
  await pane.press(/^Open: /);
  await pane.says('Bed A2 is missing.');
  await pane.press('Submit', 'tab');
  await pane.role('button', 'Withdraw this return…');
  expect(document.body.textContent).not.toContain('Why does this come late?');
  await pane.says(/If it is right as it stands, submit it again\.$/);
});

test('a school takes her return back with a reason, after a second thought, and may submit again', async () => {
  pane = openPane(anna!);
  await pane.press(/^Open: /);
  await pane.press('Submit', 'tab');
  await pane.press('Withdraw this return…');
  await pane.press('Not now');
  expect(await state()).toBe('reopened');
  await pane.press('Withdraw this return…');
  await pane.write('Why?', 'It was another school’s.');
  await pane.press('Withdraw');
  await pane.says('Withdrawn');
  await pane.says(/^Withdrawn by Ash Lane School, /);
  await pane.gone('Withdraw this return…');
  expect(await anna!.cell(open, 'A1', 'stage')).toBe('1 Begun');
});
