import fc from 'fast-check';
import type { Instrument } from '#core/instrument/instrument.ts';
import { figureAt, partOf, termsOf } from '#core/measures/behind.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import type { Figure } from '#core/measures/sums.ts';
import { addTallies, tallierOf, type Tally } from '#core/measures/tally.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { rowsOf } from '../../kit/answers-arbitrary.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';

const samples: readonly (readonly [string, Instrument, Circumstances])[] = [
  ['fixed rows', gardens, gardenRound],
  ['open rows', orchard, orchardCircumstances],
];

describe.each(samples)('the figures of %s', (_, instrument, circumstances) => {
  const tallier = tallierOf(instrument, circumstances);
  const tables = compileMeasures(instrument, circumstances);
  const returns = fc.array(
    rowsOf(instrument, circumstances).map((rows) => tallier.of({ rows })),
    { maxLength: 4 },
  );
  const sum = (tallies: readonly Tally[]) =>
    tallies.reduce((a, b) => {
      const added = addTallies(a, b);
      if (!added.ok) throw new Error('they do not add up');
      return added.value;
    }, tallier.nothing);

  test('are worked out of terms that add up over the returns behind them', () => {
    fc.assert(
      fc.property(returns, (tallies) => {
        const whole = sum(tallies);
        for (const table of tables) {
          const numbers = figuresOf(table, tallier.sums, whole.sums);
          table.lines.forEach((line, at) =>
            line.cells.forEach((figure, place) => {
              const part = partOf(figure, tallier.sums);
              const { value, terms } = part(whole.sums);
              expect(value).toBe(numbers.lines[at]?.cells[place]);
              terms.forEach((term, which) => {
                const parts = tallies.map(({ sums }) => part(sums).terms[which] ?? 0);
                expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(term, 6);
              });
            }),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  test('without the returns that give nothing to any of its terms, a figure is the same', () => {
    fc.assert(
      fc.property(returns, (tallies) => {
        for (const figure of tables.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells))) {
          const part = partOf(figure, tallier.sums);
          const behind = tallies.filter(({ sums }) => part(sums).terms.some((term) => term !== 0));
          expect(part(sum(behind).sums).value).toEqual(part(sum(tallies).sums).value);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('are found by line and column, counted from 1, and nothing is found beside the table', () => {
    for (const table of tables) {
      const [lines, columns] = [table.lines.length, table.columns.length];
      expect(figureAt(table, lines, columns)?.figure).toBe(table.lines.at(-1)?.cells.at(-1));
      expect(figureAt(table, lines + 1, 1)).toBeUndefined();
      expect(figureAt(table, 1, columns + 1)).toBeUndefined();
      expect(figureAt(table, 0, 1)).toBeUndefined();
    }
  });
});

const a: Figure = { sum: { kind: 'once', field: 'a' } };
const b: Figure = { sum: { kind: 'once', field: 'b' } };
test.each<[string, Figure, readonly Figure[]]>([
  ['a count is its own term', a, [a]],
  ['a sum of counts is one term', { plus: [a, b] }, [{ plus: [a, b] }]],
  ['a share has those who chose and those who answered', { ratio: [a, b] }, [a, b]],
  ['a difference of shares has both of each', { minus: [{ ratio: [a, b] }, { ratio: [b, a] }] }, [a, b, b, a]],
])('%s', (_what, figure, terms) => {
  expect(termsOf(figure)).toEqual(terms);
});
