import { tallierOf } from '#core/measures/tally.ts';
import { ownerId, roundId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import type { ReturnAnswer, WireRound } from '#wire/shapes.ts';
import { compareWithServer } from '../../src/flows/compare-with-server.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import { askQuestion, acceptReturn } from '../../src/flows/review-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { kites } from '../server/kit/pupils.ts';
import { codes, roundFor, school, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** A pupil survey in a round that takes tallies only: what the school types stays in its workbook. */
const secret = 'Quetzalcoatl, 4 Elm Road';
const round = { ...roundFor(kites), id: roundId('KC-200809'), detail: 'tally' as const };
const sent: string[] = [];
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let asSchool: PersonAtWork;
const realFetch = globalThis.fetch;
beforeAll(async () => {
  endpoint = await startEndpointWith([kites], [round]);
  // Everything that leaves this Excel.
  globalThis.fetch = (url, init) => {
    sent.push(
      `${url instanceof Request ? url.url : url.toString()} ${typeof init?.body === 'string' ? init.body : ''}`,
    );
    return realFetch(url, init);
  };
  asSchool = await atWork({ ...endpoint }, codes.school);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await asSchool.close();
  await endpoint.close();
});

test('submitting sends what the very measures make of the rows, and no row', async () => {
  const open = await asSchool.open();
  expect(open.round.detail).toBe('tally');
  await asSchool.type(open, 'return', { roll: '100' });
  for (const key of ['1', '2', '3']) await asSchool.type(open, key, { year: 'Year 7', likes: '3', says: secret });
  const checked = await asSchool.check(open);
  const outcome = expectOk(await submitReturn(asSchool.desk, open, { unconfirmed: 'submit' }));
  expect(outcome).toMatchObject({ kind: 'receipt', receipt: { revision: 1, counts: { rowsAnswered: 3 } } });
  expect(sent.some((one) => one.includes(paths.tallies(round.id, school.owner)))).toBe(true);
  expect(sent.some((one) => one.includes(paths.revisions(round.id, school.owner)))).toBe(false);
  expect(sent.join('\n')).not.toContain('Quetzalcoatl');
  const answer = expectOk(await asSchool.desk.api.return(round.id, school.owner)) as ReturnAnswer;
  expect(answer.latest?.content).toBeUndefined();
  expect(answer.latest?.tallied?.sums).toEqual(tallierOf(kites, round).of(checked.content).sums);
});

test('the same again is known by its receipt, and the workbook is as the server holds it', async () => {
  const open = await asSchool.open();
  expect(expectOk(await submitReturn(asSchool.desk, open, { unconfirmed: 'submit' }))).toMatchObject({
    kind: 'unchanged',
  });
  const standing = expectOk(await compareWithServer(asSchool.desk, open, await asSchool.check(open)));
  expect(standing).toMatchObject({ sameAsServer: true, newerOnServer: false, differing: [] });
});

test('what waits in the workbook while the endpoint is away holds no row either', async () => {
  const open = await asSchool.open();
  await asSchool.type(open, '4', { year: 'Year 9', likes: '1', says: secret });
  const away = {
    ...asSchool.desk.api,
    submitTally: async () => ({ ok: false, failure: { kind: 'offline' } }) as const,
  };
  const outcome = expectOk(await submitReturn({ ...asSchool.desk, api: away }, open, { unconfirmed: 'submit' }));
  expect(outcome).toEqual({ kind: 'waiting' });
  const note = expectOk(await asSchool.desk.workbook.note('outbox'));
  expect(note).toContain('"sums"');
  expect(note).not.toContain('Quetzalcoatl');
});

test('a mentor accepts what she cannot look into; asking about an answer is refused with its word', async () => {
  const mentor = await atWork(endpoint, codes.mentor);
  const open = await mentor.open(school.owner);
  const checked = await mentor.check(open);
  expect(checked.content.rows).toEqual([]);
  const asked = await askQuestion(mentor.desk, open, checked, { row: '1', field: 'likes', text: 'Why?' });
  expect(asked).toMatchObject({ ok: false, failure: { failure: { problem: { code: 'tally-only' } } } });
  expect(expectOk(await acceptReturn(mentor.desk, open, 1))).toMatchObject({ accepted: 1 });
  await mentor.close();
});

test('the master holds the sum in plain numbers, and no row', async () => {
  const team = await atWork(endpoint, codes.team);
  const [asked] = expectOk(await team.desk.api.rounds()) as readonly WireRound[];
  const { sheet } = expectOk(await consolidateRound(team.desk, asked!));
  const lines = wordsOn(team.model, sheet);
  expect(lines.some((line) => line.includes('There are no rows behind these numbers'))).toBe(true);
  expect(lines.find((line) => line.startsWith('Accepted'))).toMatch(/^Accepted \| 1/);
  expect(lines.find((line) => line.startsWith('Year 7') || line.includes('| Year 7'))).toMatch(/3/);
  expect(lines.filter((line) => line.startsWith(ownerId(school.owner)))).toHaveLength(1);
  const used = team.model.cells.used(sheet, true)!;
  const formulas = team.model.cells
    .read(sheet, used)
    .flat()
    .filter(({ formula }) => formula !== undefined && formula !== '');
  expect(formulas).toEqual([]);
  await team.close();
});
