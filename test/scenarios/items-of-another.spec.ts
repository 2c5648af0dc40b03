import type { Instrument } from '#core/instrument/instrument.ts';
import { consolidateRound } from '../../src/flows/consolidate.ts';
import { findReturns } from '../../src/flows/find-returns.ts';
import { instrumentShelf } from '../../src/flows/instrument-shelf.ts';
import { openReturn } from '../../src/flows/open-return.ts';
import { repairSheet } from '../../src/flows/repair-sheet.ts';
import { submitReturn } from '../../src/flows/submit-return.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { codes, roundFor, school, startEndpointWith, whileOpen } from './kit/endpoint-with.ts';
import { atWork, expectOk, wordsOn, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(180_000);

/** An invented instrument in which each visit names a bed of the gardens. */
const visits: Instrument = {
  id: 'bed-visits',
  version: 1,
  title: 'Bed visits',
  sheetTitle: 'Visits',
  purpose: 'Who looked at which bed.',
  owner: 'school',
  traits: [],
  rows: { kind: 'open', noun: { one: 'visit', many: 'visits' }, expected: 5 },
  fields: [{ id: 'bed', label: 'Bed', help: 'Which bed.', kind: 'item', of: gardens.id, width: 20 }],
  rules: [{ id: 'bed-known', kind: 'one-of', field: 'bed', severity: 'error', message: 'Choose a bed.' }],
  measures: [{ kind: 'distribution', id: 'visits', title: 'Visits by bed', field: 'bed' }],
};
const round = whileOpen(roundFor(visits));

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let anna: PersonAtWork;
beforeAll(async () => {
  endpoint = await startEndpointWith([visits, gardens]);
  anna = await atWork(endpoint, codes.school);
});
afterAll(() => endpoint.close());

test('the rows of another instrument are offered, understood, kept by a repair, known offline and submitted', async () => {
  const open = expectOk(await openReturn(anna.desk, { round, owner: school.owner, ownerName: school.name }));
  const at = (await anna.check(open)).spotOf('1', 'bed');
  if (at === undefined) throw new Error('no cell');
  anna.person.type(open.sheets.entry, at, 'X9');
  expect((await anna.check(open)).issues.map(({ rule }) => rule)).toEqual(['bed-known']);
  expectOk(await repairSheet(anna.desk, open));
  anna.person.type(open.sheets.entry, at, 'n2 the pond');
  expect((await anna.check(open)).issues).toEqual([]);

  const elsewhere = { workbook: anna.desk.workbook, instruments: instrumentShelf(() => undefined) };
  const [found] = expectOk(await findReturns(elsewhere)).open;
  expect(found?.circumstances?.items?.[gardens.id]?.map(({ key }) => key)).toEqual(['N1', 'N2', 'S1', 'N3', 'S2']);

  expect(expectOk(await submitReturn(anna.desk, open)).kind).toBe('receipt');
});

test('the master counts what was said of each of them', async () => {
  const team = await atWork(endpoint, codes.team);
  expectOk(await team.desk.api.accept(round.id, school.owner, 1));
  const { sheet } = expectOk(await consolidateRound(team.desk, round));
  const lines = wordsOn(team.model, sheet).map((line) => line.split(' | '));
  const heading = lines.findIndex((line) => line.includes('N2 The pond'));
  const said = (bed: string) => lines[heading + 1]?.[lines[heading]?.indexOf(bed) ?? -1];
  expect([said('N1 The herb bed'), said('N2 The pond')]).toEqual(['0', '1']);
});
