import type { Cell } from '#core/cell.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { checkContent } from '#core/rules/check.ts';
import { saidNatively, verdictsOf } from '#core/rules/verdicts.ts';
import { planContext } from '#core/sheet/plan-context.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { calculatePlans, type CalculatedPlans } from '../../kit/calculated-plans.ts';
import { orchard, orchardCircumstances, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';

const names = freeSheetNames(orchard, []);
const rows: readonly AnswerRow[] = [
  { key: 'return', values: { 'planted-2007': 2, fence: 'no' } },
  ...['1', '2', '3', '4', '5', '6', '7', '8'].map((key) => ({
    key,
    values: { year: '2007', girth: 9000, crop: '5' },
  })),
];
const of = {
  instrument: orchard,
  round: orchardRound,
  circumstances: orchardCircumstances,
  owner: orchardOwner,
  names,
};
const context = planContext({ ...of, answers: rows });
const { entry, standing, verdicts } = context.check;

// A whole workbook is calculated, several times.
jest.setTimeout(60_000);

let sheets: CalculatedPlans;
const column = async (area: typeof standing) => (await sheets.values(names.check, area)).map(([cell]) => cell);

beforeAll(async () => {
  sheets = await calculatePlans(planReturn({ ...of, answers: { rows } }));
});
afterAll(() => sheets.close());

/** Types the numbers of the first lines anew. */
const number = (keys: readonly Cell[]) =>
  sheets.type(
    names.entry,
    entry.firstRow,
    0,
    keys.map((key) => [key]),
  );

describe('an open table marks itself', () => {
  test('lines count when they have a number of their own or none yet; a second line with a number and odd keys do not', async () => {
    number(['3', ' 03 ', 'A1', null, '0', '2.5', '1e3', 4]);
    const counted = await column(context.check.rowPlace);
    expect(counted.slice(0, 9)).toEqual([1, 0, 0, 1, 0, 0, 0, 1, 1]);
    expect((await column(standing)).slice(0, 9)).toEqual([1, 4, 4, 1, 4, 4, 4, 1, 0]);
    expect((await column(verdicts('girth'))).slice(0, 9)).toEqual([2, 0, 0, 2, 0, 0, 0, 2, 0]);
  });

  test('the same verdicts as what is read from it, whatever stands in the number column', async () => {
    number(['12', '', 7, '12', 'x', '7', null, '999999']);
    const area = { row: 0, column: 0, rows: entry.firstRow + entry.rows, columns: entry.columns };
    const grid = await sheets.values(names.entry, area);
    const reading = readEntry(grid, orchard);
    const issues = checkContent(orchard, orchardCircumstances, { rows: reading.rows });
    const verdict = verdictsOf(issues.filter(saidNatively(orchard)));
    for (const { id } of orchard.fields) {
      const expected = Array<number>(entry.watchedRows).fill(0);
      for (const key of reading.keys) {
        const spot = reading.spotOf(key, id);
        if (spot) expected[spot.row - entry.firstRow] = verdict(key, id);
      }
      expect([id, await column(verdicts(id))]).toEqual([id, expected]);
    }
    for (const { id } of orchard.once ?? [])
      expect([id, await column(verdicts(id))]).toEqual([id, [verdict('return', id)]]);
    expect(issues.length).toBeGreaterThan(0);
  });

  test('what is asked once is judged as soon as anything is filled, and not before', async () => {
    const blank = await calculatePlans(planReturn(of));
    const cell = verdicts('planted-2007');
    expect(await blank.value(names.check, cell.row, cell.column)).toBe(0);
    blank.type(names.entry, entry.firstRow, 1, [['2007']]);
    expect(await blank.value(names.check, cell.row, cell.column)).toBe(2);
    blank.close();
  });
});
