import type { Condition } from '../instrument/instrument.ts';
import { allOf, anyOf, isBlankText, isFilledText, isOneOf, type CheckTerms } from './check-terms.ts';
import type { RowInHand } from './row-in-hand.ts';

/**
 * Whether a condition holds on a row.
 *
 * | condition         | holds when the cell                                        |
 * |-------------------|------------------------------------------------------------|
 * | `blank`, `filled` | has an empty normal form, or not (an error value is filled) |
 * | `atLeast`, `atMost` | means a choice with a value that large, that small       |
 * | `code`            | means one of these choices                                 |
 * | `started`         | any field of the row is filled                             |
 *
 * A cell that is not understood satisfies only `filled`. An empty `all` holds, an empty `any` does not.
 */
export const holds = (condition: Condition, row: RowInHand): boolean => {
  if ('row' in condition) return row.started;
  if ('all' in condition) return condition.all.every((part) => holds(part, row));
  if ('any' in condition) return condition.any.some((part) => holds(part, row));
  if ('is' in condition) return row.filled(condition.field) === (condition.is === 'filled');
  const choice = row.choice(condition.field);
  if (choice === undefined) return false;
  if ('code' in condition) return condition.code.includes(choice.code);
  if (choice.value === undefined) return false;
  return 'atLeast' in condition ? choice.value >= condition.atLeast : choice.value <= condition.atMost;
};

/**
 * The same condition as a formula over the columns of the check sheet: TRUE in each line where it holds. Which choices
 * are meant is worked out here, so that the formula only compares places: no text of the person is ever read as a
 * pattern.
 */
export const conditionFormula = (condition: Condition, terms: CheckTerms): string => {
  if ('row' in condition) return `(${terms.started}>0)`;
  if ('all' in condition) {
    if (condition.all.length === 0) return `(${terms.started}>=0)`;
    return allOf(condition.all.map((part) => conditionFormula(part, terms)));
  }
  if ('any' in condition) {
    if (condition.any.length === 0) return `(${terms.started}<0)`;
    return anyOf(condition.any.map((part) => conditionFormula(part, terms)));
  }
  if ('is' in condition) return (condition.is === 'blank' ? isBlankText : isFilledText)(terms.text(condition.field));
  const place = terms.place(condition.field);
  if (place === undefined) return `(${terms.started}<0)`;
  const places = terms.choices(condition.field).flatMap(({ code, value }, at) => {
    const meant =
      'code' in condition
        ? condition.code.includes(code)
        : value !== undefined && ('atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost);
    return meant ? [at + 1] : [];
  });
  return isOneOf(place, places);
};
