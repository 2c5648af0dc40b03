import fc from 'fast-check';
import type { Cell, Grid } from '#core/cell.ts';
import { fixedRows } from '#core/instrument/instrument.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { readSheetCode } from '#core/returns/sheet-code.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';

const fields = gardens.fields.map(({ id }) => id);
const answered: readonly AnswerRow[] = [
  { key: 'N1', values: { state: '2 Growing', seen: ' Thyme\u00a0and sage ', sure: true } },
  { key: 'S2', values: { state: 3 } },
];
const questions = [{ row: 'S2', field: 'state', text: 'Is it?' }];

const entryGrid = (rows: readonly AnswerRow[] = answered): Cell[][] => {
  const [entry] = planReturn({
    instrument: gardens,
    round: gardenRound,
    owner: gardenOwner,
    names: freeSheetNames(gardens, []),
    answers: { rows },
    questions,
  });
  if (entry === undefined) throw new Error('no entry sheet');
  return planAsGrid(entry).map((line) => [...line]);
};
const idRow = 5;
const headerRow = 6;
const firstRow = 7;
const byKey = (rows: readonly AnswerRow[]) => [...rows].sort((a, b) => a.key.localeCompare(b.key));
const read = (grid: Grid) => readEntry(grid, gardens);

describe('an entry sheet is read', () => {
  test('values are as in the cells; blank cells and empty rows are left out', () => {
    const reading = read(entryGrid());
    expect(reading.rows).toEqual(answered);
    expect(reading.damage).toEqual([]);
  });

  test('its code stands in a visible cell of its corner', () => {
    const corner = entryGrid().slice(0, 12).flat();
    expect(corner.map(readSheetCode).filter((code) => code !== undefined)).toEqual([
      { kind: 'code', identity: { role: 'entry', owner: gardenOwner.id, round: gardenRound.id } },
    ]);
  });

  test('questions shown and answers typed are told by row', () => {
    const grid = entryGrid();
    const answer = grid[idRow]?.indexOf('#answer') ?? -1;
    grid[firstRow + 4]?.splice(answer, 1, 'Yes, two apples.');
    const reading = read(grid);
    expect(reading.shownQuestions).toEqual([{ row: 'S2', text: 'State: Is it?' }]);
    expect(reading.typedAnswers).toEqual([{ row: 'S2', text: 'Yes, two apples.' }]);
  });

  test('a spot leads to its answer and back, also for the question column', () => {
    const reading = read(entryGrid());
    for (const { key } of fixedRows(gardens))
      for (const field of fields) {
        const spot = reading.spotOf(key, field);
        expect(spot && reading.cellAt(spot)).toEqual({ row: key, field });
      }
    expect(reading.spotOf('S2', '#question')).toEqual({ row: firstRow + 4, column: 9 });
    expect(reading.cellAt({ row: firstRow, column: 9 })).toBeUndefined();
    expect(reading.cellAt({ row: headerRow, column: 3 })).toBeUndefined();
    expect(reading.spotOf('Z9', 'state')).toBeUndefined();
  });

  test('the same however rows are sorted, columns are moved, and rows and columns inserted', () => {
    const cellValue = fc.oneof(fc.constant(null), fc.string({ maxLength: 5 }), fc.integer(), fc.boolean());
    const answers = fc.array(fc.tuple(...fields.map(() => cellValue)), { minLength: 5, maxLength: 5 });
    const columns = fc.shuffledSubarray(
      Array.from({ length: 11 }, (_, column) => column),
      { minLength: 11 },
    );
    const lines = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 });
    fc.assert(
      fc.property(answers, columns, lines, fc.nat(2), fc.nat(2), (typed, order, sorted, above, left) => {
        const rows = fixedRows(gardens).map(({ key }, at) => ({
          key,
          values: Object.fromEntries(fields.map((field, column) => [field, typed[at]?.[column] ?? null])),
        }));
        const straight = entryGrid(rows);
        const blank = Array<Cell>(11).fill(null);
        const body = [...straight.slice(firstRow), blank, blank];
        const shuffled = [
          ...Array.from({ length: above }, () => blank),
          ...straight.slice(0, firstRow),
          ...sorted.map((line) => body[line] ?? blank),
        ].map((line) => [...Array<Cell>(left).fill(null), ...order.map((column) => line[column] ?? null)]);
        const reading = read(shuffled);
        expect(byKey(reading.rows)).toEqual(byKey(read(straight).rows));
        expect(reading.damage).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a damaged entry sheet', () => {
  test('is read by its headers when the row of ids is gone', () => {
    const grid = entryGrid().filter((_, row) => row !== idRow);
    expect(read(grid).rows).toEqual(answered);
    expect(read(grid).damage).toEqual([]);
  });

  test('is read by its ids when the headers are typed over', () => {
    const grid = entryGrid();
    grid[headerRow] = (grid[headerRow] ?? []).map(() => 'oops');
    expect(read(grid).rows).toEqual(answered);
  });

  test('finds a column by its header when its id is gone', () => {
    const grid = entryGrid();
    grid[idRow]?.splice(4, 1, null);
    expect(read(grid).rows).toEqual(answered);
  });

  test('names a column that has neither id nor header; the others are read', () => {
    const grid = entryGrid();
    grid[idRow]?.splice(4, 1, null);
    grid[headerRow]?.splice(4, 1, 'Whatever');
    expect(read(grid).damage).toEqual([{ kind: 'column-missing', field: 'seen', label: 'Seen' }]);
    expect(read(grid).rows[0]?.values).toEqual({ state: '2 Growing', sure: true });
  });

  test('without any header is not read at all', () => {
    const reading = read(entryGrid().slice(firstRow));
    expect(reading.damage).toEqual([{ kind: 'header-missing' }]);
    expect(reading.rows).toEqual([]);
    expect(read([]).damage).toEqual([{ kind: 'header-missing' }]);
  });

  test('of two rows with one key the first keeps it and the second is named', () => {
    const grid = entryGrid();
    grid.push(['n1 ', 'North side', 'The herb bed', '1 Bare', ...Array<Cell>(7).fill(null)]);
    expect(read(grid).damage).toEqual([{ kind: 'row-twice', row: 'N1', at: firstRow + 5 }]);
    expect(read(grid).rows[0]).toEqual(answered[0]);
  });

  test('a filled row that is none of the instrument’s is named; a blank one is left alone', () => {
    const grid = entryGrid();
    grid.push(['X7', null, null, 'bare', ...Array<Cell>(7).fill(null)]);
    grid.push([null, null, 'A remark of mine', ...Array<Cell>(8).fill(null)]);
    grid.push([null, null, null, null, 'Slugs', ...Array<Cell>(6).fill(null)]);
    expect(read(grid).damage).toEqual([
      { kind: 'row-unknown', key: 'X7', at: firstRow + 5 },
      { kind: 'row-unknown', key: '', at: firstRow + 7 },
    ]);
  });

  test('a row that is gone is named', () => {
    const grid = entryGrid().filter((line) => line[0] !== 'N1');
    expect(read(grid).damage).toEqual([{ kind: 'row-missing', row: 'N1' }]);
    expect(read(grid).rows).toEqual([answered[1]]);
  });
});
