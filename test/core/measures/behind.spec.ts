import fc from 'fast-check';
import type { Instrument } from '#core/instrument/instrument.ts';
import { figuresAt, isBehind, partsOf, termsOf } from '#core/measures/behind.ts';
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
        const partOf = partsOf(tallier.sums);
        for (const table of tables) {
          const numbers = figuresOf(table, tallier.sums, whole.sums);
          table.lines.forEach((line, at) =>
            line.cells.forEach((figure, place) => {
              const part = partOf(figure);
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
          const part = partsOf(tallier.sums)(figure);
          const behind = tallies.filter(({ sums }) => isBehind(part(sums)));
          expect(part(sum(behind).sums).value).toEqual(part(sum(tallies).sums).value);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('are found by measure, line and column, counted from 1, and nothing is found beside the table', () => {
    for (const { measure, lines, columns } of tables) {
      const at = (line: number, column: number) => figuresAt(tables, { measure, line, column });
      expect(at(lines.length, columns.length).map(({ figure }) => figure)).toEqual([lines.at(-1)?.cells.at(-1)]);
      expect([...at(lines.length + 1, 1), ...at(1, columns.length + 1), ...at(0, 1)]).toEqual([]);
    }
  });

  test('are all there where none is meant before others, each once', () => {
    const all = figuresAt(tables, {});
    expect(all.map(({ figure }) => figure)).toEqual(
      tables.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells)),
    );
    const places = all.map(({ measure, lineNumber, columnNumber }) => `${measure} ${lineNumber} ${columnNumber}`);
    expect(new Set(places).size).toBe(all.length);
    const [table] = tables;
    expect(figuresAt(tables, { measure: table!.measure, column: 1 })).toHaveLength(table!.lines.length);
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
