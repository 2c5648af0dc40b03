import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { createModel } from '#workbench/engine/univer-model.ts';

async function counted(columns: readonly Cell[][], formulas: readonly string[]) {
  const model = createModel();
  const sheet = model.sheets.active();
  columns.forEach((column, index) =>
    model.cells.write(
      sheet,
      { row: 0, column: index, rows: column.length, columns: 1 },
      column.map((value) => [{ value }]),
    ),
  );
  model.cells.write(
    sheet,
    { row: 0, column: 9, rows: formulas.length, columns: 1 },
    formulas.map((formula) => [{ formula }]),
  );
  await model.settled();
  const counts = model.cells
    .read(sheet, { row: 0, column: 9, rows: formulas.length, columns: 1 })
    .map((line) => line[0]?.value);
  model.dispose();
  return counts;
}

type Operator = '=' | '<>' | '>' | '>=' | '<' | '<=';
interface Criterion {
  readonly operator: Operator;
  readonly wanted: string | number;
}

/** Excel's rule, row by row: text without regard to case, numbers by value; an order compares numbers with numbers. */
function meets(value: Cell, { operator, wanted }: Criterion): boolean {
  const same =
    typeof value === 'string' && typeof wanted === 'string'
      ? value.toLowerCase() === wanted.toLowerCase()
      : value === wanted;
  if (operator === '=') return same;
  if (operator === '<>') return !same;
  if (typeof value !== 'number' || typeof wanted !== 'number') return false;
  if (operator === '>') return value > wanted;
  if (operator === '>=') return value >= wanted;
  return operator === '<' ? value < wanted : value <= wanted;
}

const word = fc.constantFrom('a', 'A', 'b', 'ab', 'Yes', 'yes', 'no', 'No answer');
const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, -1.25));
const value: fc.Arbitrary<Cell> = fc.oneof(
  word,
  number,
  fc.constantFrom(1e10, true, false, '', ' a'),
  fc.constant(null),
);
const column = fc.array(value, { minLength: 12, maxLength: 12 });
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({ operator: fc.constantFrom<Operator>('=', '<>'), wanted: word }),
  fc.record({ operator: fc.constantFrom<Operator>('=', '<>', '>', '>=', '<', '<='), wanted: number }),
);
const written = ({ operator, wanted }: Criterion) =>
  operator === '=' && typeof wanted === 'number' ? String(wanted) : `"${operator === '=' ? '' : operator}${wanted}"`;

test('COUNTIF and COUNTIFS count what a plain count counts, whatever the cells and criteria', async () => {
  await fc.assert(
    fc.asyncProperty(
      column,
      column,
      fc.array(fc.tuple(criterion, criterion), { minLength: 12, maxLength: 12 }),
      async (first, second, criteria) => {
        const formulas = criteria.flatMap(([one, other]) => [
          `=COUNTIF(A1:A12,${written(one)})`,
          `=COUNTIFS(A1:A12,${written(one)},B1:B12,${written(other)})`,
        ]);
        const plain = criteria.flatMap(([one, other]) => [
          first.filter((cell) => meets(cell, one)).length,
          first.filter((cell, row) => meets(cell, one) && meets(second[row] ?? null, other)).length,
        ]);
        const counts = await counted([first, second], formulas);
        expect(counts.map((count, index) => [formulas[index], count])).toEqual(
          plain.map((count, index) => [formulas[index], count]),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('the plain count: text without regard to case, numbers by value, both conditions on one row', async () => {
  const levels: Cell[] = ['Beginning', 'beginning', 'Leading', null, 'Beginning'];
  const scores: Cell[] = [1, 2, 3, 4, 5];
  const counts = await counted(
    [levels, scores],
    [
      '=COUNTIF(A1:A5,"BEGINNING")',
      '=COUNTIFS(A1:A5,"Beginning",B1:B5,">=2")',
      '=COUNTIF(B1:B5,3)',
      '=COUNTIF(A1:A5,"<>Leading")',
    ],
  );
  expect(counts).toEqual([3, 2, 1, 4]);
});

test('300 counts over 5,000 rows count what a person would count', async () => {
  const rows = 5000;
  const column = Array.from({ length: rows }, (_, row): Cell => `Region ${'abcdefg'[row % 7] ?? ''}`);
  const other = Array.from({ length: rows }, (_, row): Cell => row % 11);
  const formulas = Array.from(
    { length: 300 },
    (_, index) => `=COUNTIFS(A$1:A$5000,"Region ${'abcdefg'[index % 7] ?? ''}",B$1:B$5000,${index % 11})`,
  );
  const counts = await counted([column, other], formulas);
  expect(counts).toEqual(
    formulas.map((_, index) => {
      const region = `Region ${'abcdefg'[index % 7] ?? ''}`;
      return column.filter((value, row) => value === region && other[row] === index % 11).length;
    }),
  );
});
