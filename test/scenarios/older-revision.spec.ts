import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionId } from '#core/ids.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { compareWithServer } from '../../src/flows/compare-with-server.ts';
import { deliverQuestions } from '../../src/flows/deliver-questions.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { unconfirmedRows } from '../../src/flows/unconfirmed-rows.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { ponds, ponds2 } from '../kit/pond-instruments.ts';
import { askRound, codes, roundFor, school, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** What was submitted in an older version of the instrument is brought into a new workbook of a round that asks a newer one. */
const folder = mkdtempSync(join(tmpdir(), 'stem-older-'));
const file = join(folder, 'data.db');
const round = roundFor(ponds);
const nextYear = { ...roundFor(ponds2, 1), academicYear: '200910', opens: '2009-09-01T00:00:00.000Z' };
let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let anna: PersonAtWork;
const start = async () => {
  endpoint = await startEndpointWith([ponds, ponds2, gardens], [nextYear, round], file);
};
const openRound = async (id: string) => {
  const wanted = expectOk(await anna.desk.api.rounds()).find((one) => one.id === id);
  if (!wanted) throw new Error('no round');
  return expectOk(await openReturn(anna.desk, { round: wanted, owner: school.owner, ownerName: school.name }));
};

beforeAll(async () => {
  await start();
  const before = await atWork(endpoint, codes.school);
  anna = before;
  const open = await openRound(round.id);
  await before.type(open, 'P1', { depth: '50', fish: 'No' });
  await before.type(open, 'P2', { depth: '70' });
  expect(expectOk(await submitReturn(before.desk, open)).kind).toBe('receipt');
  const mentor = await atWork(endpoint, codes.mentor);
  const question = { id: 'q-1', row: 'P1', field: 'depth', revision: 1, text: 'At the edge?' };
  expectOk(await mentor.desk.api.ask(round.id, school.owner, question));
  expectOk(await mentor.desk.api.accept(round.id, school.owner, 1));
  await Promise.all([before.close(), mentor.close(), endpoint.close()]);
  askRound(file, round.id, instrumentRef(ponds2));
  await start();
});
beforeEach(async () => {
  anna = await atWork(endpoint, codes.school);
});
afterEach(() => anna.close());
afterAll(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true, force: true });
});

const moved = [{ key: 'Q1', values: { deep: 50, fish: 'No' } }];
const left = { from: ponds, cells: [{ row: 'P2', field: 'depth', value: 70, why: 'row-gone' }] };

test('the round’s own revision stands where the newer version asks for it, and what has no place there is listed', async () => {
  const open = await openRound(round.id);
  const checked = await anna.check(open);
  expect(checked.content.rows).toEqual(moved);
  expect(open.left).toEqual(left);
  const standing = expectOk(await compareWithServer(anna.desk, open, checked));
  expect(standing).toMatchObject({ sameAsServer: false, newerOnServer: false });
  expect(standing.differing.map(({ row, field }) => [row, field])).toEqual([]);
});

test('a question stands in the row where its cell is now, and stays there', async () => {
  const open = await openRound(round.id);
  const shown = (await anna.check(open)).shownQuestions;
  expect(shown).toEqual([{ row: 'Q1', text: expect.stringContaining('At the edge?') }]);
  const checked = await anna.check(open);
  const { answer } = expectOk(await compareWithServer(anna.desk, open, checked));
  expectOk(await deliverQuestions(anna.desk, open, checked, answer.questions));
  expect((await anna.check(open)).shownQuestions).toEqual(shown);
});

test('a workbook opened anew shows what was written back behind the question', async () => {
  const mentor = await atWork(endpoint, codes.mentor);
  const written = { id: 'r-1', text: 'And in the middle?' };
  expectOk(await mentor.desk.api.remark(round.id, school.owner, questionId('q-1'), written));
  await mentor.close();
  const open = await openRound(round.id);
  expect((await anna.check(open)).shownQuestions).toEqual([
    { row: 'Q1', text: expect.stringContaining('At the edge? / And in the middle?') },
  ]);
});

test('answers copied from an earlier round stand where this version asks for them, to be confirmed', async () => {
  const open = await openRound(nextYear.id);
  const { content } = await anna.check(open);
  expect(content.rows).toEqual(moved);
  expect(open.left).toEqual(left);
  expect(expectOk(await unconfirmedRows(anna.desk, open, content))).toEqual(['Q1']);
});

test('it is submitted as a revision of the newer version', async () => {
  const open = await openRound(round.id);
  expect(expectOk(await submitReturn(anna.desk, open)).kind).toBe('receipt');
  expect(expectOk(await anna.desk.api.revision(round.id, school.owner, 2)).instrument).toBe(instrumentRef(ponds2));
  const { left: none } = await openRound(round.id);
  expect(none).toBeUndefined();
});
