import { demoCodes, demoRound } from '#definitions/demo-programme.ts';
import { openQuestionsIn } from '#core/returns/record.ts';
import { answerQuestion } from '../../src/flows/answer-question.ts';
import { compareWithServer } from '../../src/flows/compare-with-server.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import { deliverQuestions } from '../../src/flows/deliver-questions.ts';
import type { OpenReturn } from '../../src/flows/desk.ts';
import { explainWarning } from '../../src/flows/explain-warning.ts';
import { acceptReturn, askQuestion } from '../../src/flows/review-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { startDemoEndpoint, type DemoEndpoint } from './kit/demo-endpoint.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(120_000);

describe.each([
  ['web', false],
  ['ltsc2021', false],
  ['web', true],
  ['ltsc2021', true],
] as const)('the life of a return in profile %s, change events dropped: %s', (profile, dropEvents) => {
  let endpoint: DemoEndpoint;
  let school: PersonAtWork;
  let open: OpenReturn;

  beforeAll(async () => {
    endpoint = await startDemoEndpoint();
    school = await atWork(endpoint, demoCodes.school, { profile, dropEvents });
  });
  afterAll(async () => {
    await school.close();
    await endpoint.close();
  });

  test('she adds the sheet to her workbook; everything is still to do and nothing is wrong', async () => {
    open = await school.open();
    const checked = await school.check(open);
    expect(checked.damage).toEqual([]);
    expect(checked.issues).toEqual([]);
    expect(checked.rowsAnswered).toBe(0);
    expect(school.model.sheets.list().filter(({ hidden }) => !hidden).length).toBeGreaterThanOrEqual(3);
    expect(await school.cell(open, 'A1', '#status')).toBe('To do');
  });

  test('nothing answered is nothing to submit', async () => {
    expect(expectOk(await submitReturn(school.desk, open)).kind).toBe('nothing-answered');
  });

  test('a level without its evidence is highlighted in the sheet and listed in the pane', async () => {
    await school.type(open, 'A1', { level: '3 Established' });
    await school.type(open, 'A2', { level: '2' });
    const checked = await school.check(open);
    expect(checked.errors.map(({ row, field }) => `${row} ${field}`)).toEqual(['A1 evidence']);
    expect(await school.fill(open, 'A1', 'evidence')).not.toBe(await school.fill(open, 'A2', 'evidence'));
    expect(await school.cell(open, 'A1', '#status')).toBe('Needs fixing');
    expect(expectOk(await submitReturn(school.desk, open)).kind).toBe('to-fix');
  });

  test('a warning is explained and stays explained while the value stays', async () => {
    await school.type(open, 'A1', { evidence: 'Governors' });
    const before = await school.check(open);
    expect(before.errors).toEqual([]);
    const [warning] = before.openWarnings;
    if (!warning) throw new Error('no warning');
    expectOk(await explainWarning(school.desk, open, before, warning, 'Minutes of the March meeting say it all'));
    expect((await school.check(open)).openWarnings).toEqual([]);
    await school.type(open, 'A1', { evidence: 'Parents' });
    expect((await school.check(open)).openWarnings).toHaveLength(1);
    await school.type(open, 'A1', { evidence: 'Governors' });
    expect((await school.check(open)).openWarnings).toEqual([]);
  });

  test('the summary sheet counts what she typed', async () => {
    await school.model.settled();
    const summary = wordsOn(school.model, String(open.sheets.summary));
    expect(summary.find((line) => line.startsWith('Leadership and strategy'))).toMatch(/\| 2 \| 4 \| 2\.5/);
    expect(summary.find((line) => line.includes('want to progress'))).not.toContain('Not answered yet');
  });

  test('she submits and gets a receipt, which stands in the workbook', async () => {
    const outcome = expectOk(await submitReturn(school.desk, open));
    if (outcome.kind !== 'receipt') throw new Error(outcome.kind);
    expect(outcome.receipt).toMatchObject({ revision: 1, counts: { rowsAnswered: 2, explained: 1 } });
    const checked = await school.check(open);
    expect(outcome.receipt.fingerprint).toBe(checked.fingerprint);
    expect(
      wordsOn(school.model, String(open.sheets.record)).some((line) => line.includes(outcome.receipt.number)),
    ).toBe(true);
    expect(expectOk(await compareWithServer(school.desk, open, checked)).sameAsServer).toBe(true);
  });

  test('submitting the same again is told to be unchanged', async () => {
    expect(expectOk(await submitReturn(school.desk, open)).kind).toBe('unchanged');
  });

  test('the workbook is closed and opened again as it was', async () => {
    const workbook = school.model.snapshot();
    const before = await school.check(open);
    await school.close();
    school = await atWork(endpoint, demoCodes.school, { profile, dropEvents, workbook });
    open = await school.open();
    const after = await school.check(open);
    expect(after.fingerprint).toBe(before.fingerprint);
    expect(after.record).toEqual(before.record);
  });

  test('a changed cell makes the server’s revision older, and the cell is named', async () => {
    await school.type(open, 'A2', { level: '3 Established', evidence: 'A co-ordinator was appointed in May 2009' });
    const standing = expectOk(await compareWithServer(school.desk, open, await school.check(open)));
    expect(standing.sameAsServer).toBe(false);
    expect(standing.newerOnServer).toBe(false);
    expect(standing.differing.map(({ row, field }) => `${row} ${field}`).sort()).toEqual(['A2 evidence', 'A2 level']);
  });

  test('she submits again: revision 2', async () => {
    expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({
      kind: 'receipt',
      receipt: { revision: 2 },
    });
  });

  test('her mentor asks a question on a cell; she finds it in that row and answers; it goes with revision 3', async () => {
    const mentor = await atWork(endpoint, demoCodes.mentor, { profile, dropEvents });
    const theirs = await mentor.open(open.owner);
    const read = await mentor.check(theirs);
    expect(read.fingerprint).toBe((await school.check(open)).fingerprint);
    expectOk(
      await askQuestion(mentor.desk, theirs, read, { row: 'A2', field: 'evidence', text: 'From which department?' }),
    );
    expect(await mentor.cell(theirs, 'A2', '#question')).toBe('Evidence: From which department?');
    await mentor.close();

    const standing = expectOk(await compareWithServer(school.desk, open, await school.check(open)));
    expect(standing.answer.line.state).toBe('questioned');
    expectOk(await deliverQuestions(school.desk, open, await school.check(open), standing.answer.questions));
    await school.model.settled();
    expect(await school.cell(open, 'A2', '#question')).toBe('Evidence: From which department?');
    expect(await school.fill(open, 'A2', 'evidence')).not.toBe(await school.fill(open, 'A2', 'lead'));
    const [question] = openQuestionsIn((await school.check(open)).record);
    if (!question) throw new Error('no question');
    expectOk(await answerQuestion(school.desk, open, await school.check(open), question, 'Science'));
    expect(expectOk(await submitReturn(school.desk, open))).toMatchObject({
      kind: 'receipt',
      receipt: { revision: 3 },
    });
  });

  test('the mentor opens the return again, reads the answer and accepts', async () => {
    const mentor = await atWork(endpoint, demoCodes.mentor, { profile, dropEvents });
    const theirs = await mentor.open(open.owner);
    const standing = expectOk(await compareWithServer(mentor.desk, theirs, await mentor.check(theirs)));
    expect(standing.openQuestions[0]?.remarks.map(({ text }) => text)).toEqual(['Science']);
    expect(expectOk(await acceptReturn(mentor.desk, theirs, 3))).toMatchObject({ state: 'accepted', accepted: 3 });
    await mentor.close();
  });

  test('the project team consolidates: one row a school, naming return and revision, with live findings', async () => {
    const team = await atWork(endpoint, demoCodes.projectTeam, { profile, dropEvents });
    const round = expectOk(await team.desk.api.rounds()).find(({ id }) => id === demoRound);
    if (!round) throw new Error('no such round');
    const first = expectOk(await consolidateRound(team.desk, round));
    expect(first).toMatchObject({ enlisted: 8, returned: 7, accepted: 6 });
    await team.model.settled();
    const lines = wordsOn(team.model, first.sheet);
    expect(lines.some((line) => line.includes('Thistlecombe') && line.includes('R3'))).toBe(true);
    expect(lines.some((line) => /\bn of N\b|\d+ of \d+/.test(line))).toBe(true);
    const again = expectOk(await consolidateRound(team.desk, round));
    await team.model.settled();
    expect(again.sheet).toBe(first.sheet);
    await team.close();
  });
});
