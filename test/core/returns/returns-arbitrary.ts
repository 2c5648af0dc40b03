import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import type { ReturnContent } from '#core/returns/content.ts';

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>('', null, 'x', 'X', 'x ', '3', 3, 3.5, true, false, 'two\nlines', 'é'),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Contents over few keys and fields, so that two of them often meet in the same cell. */
export const content: fc.Arbitrary<ReturnContent> = fc.record({
  rows: fc
    .uniqueArray(fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1'), { maxLength: 5 })
    .chain((keys) =>
      fc.tuple(
        ...keys.map((key) =>
          fc.record({ key: fc.constant(key), values: fc.dictionary(fc.constantFrom('level', 'proof', 'who'), cell) }),
        ),
      ),
    ),
  explanations: fc.uniqueArray(
    fc.record({
      row: fc.constantFrom('A1', 'B1'),
      field: fc.constantFrom('level', 'proof'),
      rule: fc.constantFrom('short', 'odd'),
      value: fc.constantFrom<Cell>('x', 3),
      text: fc.string({ minLength: 1, maxLength: 8 }),
    }),
    { maxLength: 4, selector: ({ row, field, rule, value }) => JSON.stringify([row, field, rule, value]) },
  ),
});
