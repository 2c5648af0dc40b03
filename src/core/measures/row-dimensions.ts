import { fixedRows, groupsOf, type Instrument } from '../instrument/instrument.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';
import { derivedCode } from './derived.ts';
import type { Measured } from './measured.ts';
import type { Criterion } from './sums.ts';

/**
 * One way in which rows differ, its values counted from 0: which choice of a field, whether it is answered, which
 * group, whether their return says a number. `of` says which values each row has: mostly one, none where it is not understood, several where several
 * choices were made.
 */
export interface Dimension {
  readonly size: number;
  readonly of: readonly (readonly number[])[];
  /** The value that a criterion asks for; -1 for one that no row can have. */
  place(criterion: Criterion): number;
}

/** The dimension along which a criterion is one value: all choices of a field have one together. */
export const dimensionName = (criterion: Criterion): string => {
  if ('group' in criterion) return '#group';
  if ('given' in criterion) return `given ${criterion.given}`;
  return `${'code' in criterion ? 'code' : 'answered'} ${criterion.field}`;
};

const none: readonly number[] = [];

/** Works a dimension out for all rows of a return, by an example of its criteria. */
export const dimensionOf = (
  example: Criterion,
  measured: Measured,
  rows: readonly RowInHand[],
  once: RowInHand,
): Dimension => {
  const { instrument } = measured;
  if ('group' in example) return groupDimension(instrument, rows);
  if ('given' in example) {
    const is = once.meaning(example.given).number === undefined ? none : [0];
    return { size: 1, of: rows.map(() => is), place: () => 0 };
  }
  const { field } = example;
  const derived = instrument.derived?.find(({ id }) => id === field);
  const codes = new Map(measured.choices(field).map(({ code }, at) => [code, at]));
  const single = [...codes.values()].map((at) => [at]);
  const one = (code: string | undefined) => single[codes.get(code ?? '') ?? -1] ?? none;
  if ('answered' in example) {
    const is = [0];
    const answered = (row: RowInHand) =>
      derived === undefined ? row.meaning(field).understood : derivedCode(derived, row) !== undefined;
    return { size: 1, of: rows.map((row) => (answered(row) ? is : none)), place: () => 0 };
  }
  return {
    size: codes.size,
    of: rows.map((row) => {
      if (derived !== undefined) return one(derivedCode(derived, row));
      const { understood, choices } = row.meaning(field);
      if (!understood) return none;
      return choices.length === 1 ? one(choices[0]?.code) : choices.map(({ code }) => codes.get(code) ?? -1);
    }),
    place: (criterion) => ('code' in criterion ? (codes.get(criterion.code) ?? -1) : -1),
  };
};

const groupDimension = (instrument: Instrument, rows: readonly RowInHand[]): Dimension => {
  const places = new Map(groupsOf(instrument).map(({ id }, at) => [id, at]));
  const groups = new Map(fixedRows(instrument).map(({ key, group }) => [key, places.get(group) ?? -1]));
  return {
    size: places.size,
    of: rows.map(({ key }) => [groups.get(key) ?? -1]),
    place: (criterion) => ('group' in criterion ? (places.get(criterion.group) ?? -1) : -1),
  };
};
