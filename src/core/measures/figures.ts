import type { FieldId } from '../ids.ts';
import type { Measured } from './measured.ts';
import type { Criterion, Figure, Sum } from './sums.ts';

/** A number of rows, or of their values, that can be asked for among the rows that meet some criteria. */
export type Among = (criteria: readonly Criterion[]) => Figure;

export const sum = (of: Sum): Figure => ({ sum: of });
export const count: Among = (criteria) => sum({ kind: 'count', criteria });

/** A sum of figures; of one that figure itself. */
export const plus = (figures: readonly Figure[]): Figure =>
  figures.length === 1 && figures[0] !== undefined ? figures[0] : { plus: figures };

/** A difference; taking away nothing leaves the figure itself. */
export const minus = (from: Figure, taken: readonly Figure[]): Figure =>
  taken.length === 0 ? from : { minus: [from, plus(taken)] };

/**
 * Rows that made at least one of some choices. Where several may be made in one cell, rows that made two of them are
 * counted once: those with each, less those with each two, and so on.
 */
export const choseAnyOf =
  ({ several }: Measured, field: FieldId, codes: readonly string[]): Among =>
  (criteria) => {
    const of = (made: readonly string[]) => count([...criteria, ...made.map((code) => ({ field, code }))]);
    if (!several(field)) return plus(codes.map((code) => of([code])));
    const sets = subsets(codes).filter((made) => made.length > 0);
    return minus(
      plus(sets.filter((made) => made.length % 2 === 1).map(of)),
      sets.filter((made) => made.length % 2 === 0).map(of),
    );
  };

const subsets = (codes: readonly string[]): string[][] =>
  codes.reduce<string[][]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]]);

/** Rows that answered a field; a choice that is published as unknown is no answer. */
export const answered =
  ({ choices, several }: Measured, field: FieldId): Among =>
  (criteria) => {
    const all = count([...criteria, { field, answered: true }]);
    const unknown = several(field) ? [] : choices(field).filter((choice) => choice.unknown === true);
    return minus(
      all,
      unknown.map(({ code }) => count([...criteria, { field, code }])),
    );
  };
