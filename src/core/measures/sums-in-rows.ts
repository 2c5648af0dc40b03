import type { RowInHand } from '../rules/row-in-hand.ts';
import type { Measured } from './measured.ts';
import { type Dimension, dimensionName, dimensionOf } from './row-dimensions.ts';
import type { Criterion, Sum } from './sums.ts';

export type RowSum = Extract<Sum, { kind: 'count' | 'total' | 'squares' }>;

/**
 * Sums over the started rows of one return, in the order asked for; `once` is what it is asked once. Sums that ask along the same dimensions are worked
 * out together: each row is placed once in the little cube that they span, however many of its cells are asked for.
 */
export const sumsInRows = (
  sums: readonly RowSum[],
  measured: Measured,
  rows: readonly RowInHand[],
  once: RowInHand,
): readonly number[] => {
  const started = rows.filter((row) => row.started);
  const dimensions = new Map<string, Dimension>();
  const dimension = (criterion: Criterion): Dimension => {
    const name = dimensionName(criterion);
    const known = dimensions.get(name) ?? dimensionOf(criterion, measured, started, once);
    dimensions.set(name, known);
    return known;
  };
  const amounts = new Map<string, Float64Array>();
  const cubes = new Map<string, Cube>();
  const places = sums.map((sum) => {
    const criteria = [...sum.criteria].sort((a, b) => (dimensionName(a) < dimensionName(b) ? -1 : 1));
    const along = criteria.map(dimension);
    const amount = sum.kind === 'count' ? 'one' : `${sum.kind} ${sum.field}`;
    const name = JSON.stringify([amount, ...criteria.map(dimensionName)]);
    const cube = cubes.get(name) ?? cubeOf(along, amountsOf(sum, amount, amounts, started), started.length);
    cubes.set(name, cube);
    return cube.at(criteria);
  });
  return places;
};

/** What each row adds: 1, its value, or its square; nothing where it has no value. */
const amountsOf = (
  sum: RowSum,
  name: string,
  known: Map<string, Float64Array>,
  rows: readonly RowInHand[],
): Float64Array | undefined => {
  if (sum.kind === 'count') return undefined;
  const before = known.get(name);
  if (before !== undefined) return before;
  const power = sum.kind === 'squares' ? 2 : 1;
  const amounts = Float64Array.from(rows, (row) => (row.meaning(sum.field).number ?? 0) ** power);
  known.set(name, amounts);
  return amounts;
};

/** The sums of all combinations of the values of some dimensions. */
interface Cube {
  at(criteria: readonly Criterion[]): number;
}

const cubeOf = (along: readonly Dimension[], amounts: Float64Array | undefined, rows: number): Cube => {
  const cells = new Float64Array(along.reduce((size, dimension) => size * dimension.size, 1));
  const add = (row: number, depth: number, cell: number): void => {
    const dimension = along[depth];
    if (dimension === undefined) {
      cells[cell] = (cells[cell] ?? 0) + (amounts === undefined ? 1 : (amounts[row] ?? 0));
      return;
    }
    for (const value of dimension.of[row] ?? []) if (value >= 0) add(row, depth + 1, cell * dimension.size + value);
  };
  for (let row = 0; row < rows; row += 1) add(row, 0, 0);
  return {
    at: (criteria) => {
      const values = criteria.map((criterion, depth) => along[depth]?.place(criterion) ?? -1);
      if (values.includes(-1)) return 0;
      return cells[values.reduce((cell, value, depth) => cell * (along[depth]?.size ?? 1) + value, 0)] ?? 0;
    },
  };
};
