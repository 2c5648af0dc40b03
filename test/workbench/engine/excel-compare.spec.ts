import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { headlessUniver } from '#workbench/engine/univer-app.ts';
import { createModel } from '#workbench/engine/univer-model.ts';

/** What formulas beside two columns come to, with our comparison or with the engine's own. */
async function results(lines: readonly (readonly Cell[])[], formulas: readonly string[], ours = true) {
  const model = createModel(ours ? {} : { univer: headlessUniver([]) });
  const sheet = model.sheets.active();
  const write = (column: number, content: readonly (readonly { value: Cell }[] | readonly { formula: string }[])[]) =>
    model.cells.write(sheet, { row: 0, column, rows: content.length, columns: content[0]?.length ?? 0 }, content);
  write(
    0,
    lines.map((line) => line.map((value) => ({ value }))),
  );
  write(
    9,
    formulas.map((formula) => [{ formula }]),
  );
  await model.settled();
  const read = model.cells.read(sheet, { row: 0, column: 9, rows: formulas.length, columns: 1 });
  model.dispose();
  return read.map(([cell], at) => [formulas[at], cell?.value]);
}

const operators = ['=', '<>', '<', '<=', '>', '>='] as const;
type Operator = (typeof operators)[number];

/** Excel's rule: numbers come before texts, texts before truth values; texts compare sign by sign, in either case. */
function holds(left: Cell, operator: Operator, right: Cell): boolean {
  const kinds = ['number', 'string', 'boolean'];
  const emptyOf = (other: Cell) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
  const [one, other] = [left ?? emptyOf(right), right ?? emptyOf(left)].map((value) => [
    kinds.indexOf(typeof value),
    typeof value === 'string' ? value.toUpperCase().toLowerCase() : value,
  ]) as [[number, string], [number, string]];
  const [isSame, isLess] = [
    one[0] === other[0] && one[1] === other[1],
    one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]),
  ];
  const answers = { '=': isSame, '<>': !isSame, '<': isLess, '<=': isLess || isSame };
  if (operator === '>') return !isLess && !isSame;
  return operator === '>=' ? !isLess : answers[operator];
}

const word = fc.constantFrom('a', 'A', 'b', 'ab', 'Yes', 'no', 'no answer');
const sign = fc.constantFrom('*', '?', 'b*', 'B*', '~*', '~', '??', 'a?', '*b', '(a', '[a-z]', '.');
const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, -1.25, 1e10));
const anything: fc.Arbitrary<Cell> = fc.oneof(word, sign, number, fc.boolean(), fc.constant(null));
const twelve = (cell: fc.Arbitrary<Cell>) => fc.array(fc.tuple(cell, cell), { minLength: 12, maxLength: 12 });
const written = (value: Cell) => (typeof value === 'string' ? `"${value}"` : String(value).toUpperCase());
const count = (condition: string) => `=SUM((${condition})*1)`;

test('comparing comes to what Excel’s rule says, cell by cell and column by column', async () => {
  await fc.assert(
    fc.asyncProperty(twelve(anything), fc.oneof(word, sign, number, fc.boolean()), async (lines, single) => {
      const expected = operators.flatMap((operator) => {
        const counted = (left: readonly Cell[], right: readonly Cell[]) =>
          left.filter((cell, at) => holds(cell, operator, right[at] ?? null)).length;
        const [a, b] = [lines.map(([cell]) => cell), lines.map(([, cell]) => cell)];
        const each = a.map((left) => b.filter((right) => holds(left, operator, right)).length);
        return [
          [`=A1${operator}B1`, holds(a[0] ?? null, operator, b[0] ?? null)],
          [`=A2${operator}${written(single)}`, holds(a[1] ?? null, operator, single)],
          [`=${written(single)}${operator}A3`, holds(single, operator, a[2] ?? null)],
          [count(`A1:A12${operator}B1:B12`), counted(a, b)],
          [count(`A1:A12${operator}${written(single)}`), counted(a, Array<Cell>(12).fill(single))],
          [count(`${written(single)}${operator}A1:A12`), counted(Array<Cell>(12).fill(single), a)],
          [count(`A1:A12${operator}TRANSPOSE(B1:B12)`), each.reduce((sum, one) => sum + one, 0)],
        ];
      });
      const formulas = expected.map(([formula]) => String(formula));
      expect(await results(lines, formulas)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('where no sign is a pattern, comparing comes to what the engine’s own comes to', async () => {
  const plain: fc.Arbitrary<Cell> = fc.oneof(word, number, fc.constant(null));
  await fc.assert(
    fc.asyncProperty(twelve(plain), fc.oneof(word, number), async (lines, single) => {
      const formulas = operators.flatMap((operator) => [
        `=A1${operator}B1`,
        `=A2${operator}${written(single)}`,
        count(`A1:A12${operator}B1:B12`),
        count(`A1:A12${operator}${written(single)}`),
        count(`A1:A12${operator}TRANSPOSE(B1:B12)`),
      ]);
      expect(await results(lines, formulas)).toEqual(await results(lines, formulas, false));
    }),
    { numRuns: 15 },
  );
}, 120_000);

test.each<[string, string, Cell]>([
  ['a question mark is itself', '="5"="?"', false],
  ['an asterisk is itself', '="bx"="b*"', false],
  ['a tilde is itself', '="*"="~*"', false],
  ['capitals or not', '="b*"="B*"', true],
  ['an empty cell is no asterisk', '=A1="*"', false],
  ['a truth value is not nothing', '=TRUE<>""', true],
  ['an error is the answer', '=ISERROR(1/0="?")', true],
  ['an error in one line stays in its line', '=SUM(IFERROR(({1,2,3}/{1,0,1}=3)*1,10))', 11],
  ['what has no partner has no answer', '=SUM(ISNA({1,2,3}={1,2})*1)', 1],
])('%s: %s', async (_, formula, expected) => {
  expect(await results([[null]], [formula])).toEqual([[formula, expected]]);
});

test('sixty asterisks are compared at once', async () => {
  const formula = '=SUM((A1:A2=B1)*1)';
  expect(await results([[`${'a'.repeat(60)}`, `${'*'.repeat(60)}b`], [`${'*'.repeat(60)}B`]], [formula])).toEqual([
    [formula, 1],
  ]);
});
