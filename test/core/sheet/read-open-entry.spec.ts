import fc from 'fast-check';
import type { Cell, Grid } from '#core/cell.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { firstFreeNumber } from '#core/sheet/row-numbers.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { versionWitness } from '#core/sheet/version-witness.ts';
import { orchard, orchardCircumstances, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';

const once: AnswerRow = {
  key: 'return',
  values: { 'planted-2007': 12, counted: '14/11/2008', gap: ' none\u00a0yet ' },
};
const trees: readonly AnswerRow[] = [
  { key: '3', values: { year: '2007', kind: 'Apple', uses: 'Jam; Juice', girth: '12' } },
  { key: '1', values: { year: 2008, crop: 4 } },
];

const plansOf = (rows: readonly AnswerRow[]) =>
  planReturn({
    instrument: orchard,
    round: orchardRound,
    circumstances: orchardCircumstances,
    owner: orchardOwner,
    names: freeSheetNames(orchard, []),
    answers: { rows },
  });
const entryGrid = (rows: readonly AnswerRow[] = [once, ...trees]): Cell[][] => {
  const [entry] = plansOf(rows);
  if (entry === undefined) throw new Error('no entry sheet');
  return planAsGrid(entry).map((line) => [...line]);
};
const layout = entryLayout(orchard, trees.length);
const { firstRow, idRow, headerRow, onceColumn } = layout;
const column = (id: string) => layout.column(id);
const read = (grid: Grid) => readEntry(grid, orchard);
const onceRow = (field: string) => layout.once.find((line) => line.field === field)?.row ?? -1;

/** A grid in which one cell is typed over. */
const typed = (row: number, at: number, value: Cell, grid = entryGrid()): Cell[][] => {
  grid[row]?.splice(at, 1, value);
  return grid;
};

describe('an entry sheet with open rows is read', () => {
  test('what is asked once first, then the filled rows in the order of the sheet; values as in the cells', () => {
    expect(read(entryGrid()).rows).toEqual([once, ...trees]);
    expect(read(entryGrid()).damage).toEqual([]);
  });

  test('blank drawn rows are nothing, and wait below the last filled one with numbers of their own', () => {
    const reading = read(entryGrid([]));
    expect(reading.rows).toEqual([]);
    expect(reading.damage).toEqual([]);
    expect(reading.keys).toHaveLength(layout.rows);
    expect(read(entryGrid()).freeLines.slice(0, 2)).toEqual([
      { row: firstRow + 2, key: '4' },
      { row: firstRow + 3, key: '5' },
    ]);
    expect(firstFreeNumber(read(entryGrid()).keys)).toBe(layout.rows + 2);
  });

  test('a number is one however it is typed', () => {
    expect(read(typed(firstRow, 0, ' 003\u00a0')).rows).toEqual([once, ...trees]);
    expect(read(typed(firstRow, 0, 3)).rows).toEqual([once, ...trees]);
  });

  test('stray cells beside and below the table are left alone', () => {
    const grid = entryGrid().map((line) => [...line, 'a remark']);
    grid.push(Array<Cell>(layout.columns).fill(null).concat('Mother knows best'));
    expect(read(grid).rows).toEqual([once, ...trees]);
    expect(read(grid).damage).toEqual([]);
  });

  test('the same however lines are sorted, columns moved, and rows and columns inserted', () => {
    const columns = layout.columns;
    const order = fc.shuffledSubarray(
      Array.from({ length: columns }, (_, at) => at),
      { minLength: columns },
    );
    const straight = entryGrid();
    const body = straight.slice(firstRow);
    const blank = Array<Cell>(columns).fill(null);
    fc.assert(
      fc.property(
        order,
        fc.shuffledSubarray(body, { minLength: body.length }),
        fc.nat(2),
        fc.nat(3),
        (moved, sorted, left, above) => {
          const head = straight.slice(0, firstRow);
          head.splice(above + 3, 0, blank);
          const grid = [...head, blank, ...sorted].map((line) => [
            ...Array<Cell>(left).fill(null),
            ...moved.map((at) => line[at] ?? null),
          ]);
          const reading = read(grid);
          expect(reading.damage).toEqual([]);
          expect([...reading.rows].sort((a, b) => b.key.localeCompare(a.key))).toEqual([once, ...trees]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a spot leads to its answer and back, also of what is asked once', () => {
    const reading = read(entryGrid());
    for (const [row, field] of [
      ['3', 'crop'],
      ['17', 'notes'],
      ['return', 'fence'],
    ] as const) {
      const spot = reading.spotOf(row, field);
      expect(spot && reading.cellAt(spot)).toEqual({ row, field });
    }
    expect(reading.spotOf('return', 'counted')).toEqual({ row: onceRow('counted'), column: onceColumn });
    expect(reading.spotOf('return', '#question')).toEqual({
      row: onceRow('planted-2007'),
      column: column('#question'),
    });
    expect(reading.spotOf('return', 'crop')).toBeUndefined();
    expect(reading.spotOf('1', 'fence')).toBeUndefined();
    expect(reading.cellAt({ row: onceRow('fence'), column: 0 })).toBeUndefined();
    expect(reading.columnOf('crop')).toBe(column('crop'));
  });

  test('answers to questions about what is asked once stand in the line of the first of it', () => {
    const grid = typed(onceRow('planted-2007'), column('#answer'), 'We counted twice.');
    expect(read(grid).typedAnswers).toEqual([{ row: 'return', text: 'We counted twice.' }]);
  });
});

describe('a damaged sheet with open rows', () => {
  test('a filled line without a number is named, and read under a provisional key so that it is checked', () => {
    const reading = read(typed(firstRow + 1, 0, null));
    expect(reading.damage).toEqual([{ kind: 'row-without-number', at: firstRow + 1 }]);
    expect(reading.rows[2]).toEqual({ ...trees[1], key: `?${firstRow + 2}` });
    expect(reading.spotOf(`?${firstRow + 2}`, 'crop')).toEqual({ row: firstRow + 1, column: column('crop') });
  });

  test('of two lines with one number the first keeps it; the second is named when it is filled', () => {
    expect(read(typed(firstRow + 1, 0, '3')).damage).toEqual([{ kind: 'row-twice', row: '3', at: firstRow + 1 }]);
    expect(read(typed(firstRow + 1, 0, '3')).rows).toEqual([once, trees[0]]);
    expect(read(typed(firstRow + 5, 0, '3')).damage).toEqual([]);
  });

  test.each(['A1', '0', '-4', '2.5', '1234567', '12 a', 'return', true])('%p is no number of a row', (key) => {
    expect(read(typed(firstRow + 1, 0, key)).damage).toEqual([
      { kind: 'row-unknown', key: String(key).replace('true', 'TRUE'), at: firstRow + 1 },
    ]);
    expect(read(typed(firstRow + 9, 0, key)).damage).toEqual([]);
  });

  test('a lost label of what is asked once is named like a lost column; its answer is not guessed at', () => {
    const reading = read(typed(onceRow('counted'), 0, 'When?'));
    expect(reading.damage).toEqual([{ kind: 'column-missing', field: 'counted', label: 'Counted on' }]);
    expect(reading.rows[0]?.values).toEqual({ 'planted-2007': 12, gap: once.values.gap });
  });

  test('is read by its headers when the row of ids is gone, and by its ids when the headers are', () => {
    const grid = entryGrid();
    expect(read(grid.filter((_, row) => row !== idRow)).rows).toEqual([once, ...trees]);
    expect(read(grid.filter((_, row) => row !== headerRow)).rows).toEqual([once, ...trees]);
  });
});

test('hidden sheets tell the version of the instrument that they were made for', () => {
  const witnesses = plansOf([]).map((plan) => [plan.role, versionWitness(planAsGrid(plan))]);
  expect(witnesses.filter(([, version]) => version !== undefined)).toEqual([
    ['check', 'school-orchard@1'],
    ['lists', 'school-orchard@1'],
  ]);
});
