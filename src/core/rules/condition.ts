import type { Condition } from '../instrument/instrument.ts';
import { allOf, anyOf, isBlankText, isFilledText, isOneOf, type CheckTerms } from './check-terms.ts';
import type { RowInHand } from './row-in-hand.ts';

/**
 * Whether a condition holds on a row. A condition of a field asked once is asked of what is asked once, never of rows.
 *
 * | condition           | holds when the cell                                                   |
 * |---------------------|-----------------------------------------------------------------------|
 * | `blank`, `filled`   | has an empty normal form, or not (an error value is filled)           |
 * | `answered`          | is filled and understood                                              |
 * | `atLeast`, `atMost` | means a choice with a value, or a number or day, that large, that small |
 * | `code`              | means one of these choices; where several may be made, any of them    |
 * | `rows`              | … the row is one of these                                             |
 * | `started`           | … any field of the row is filled                                      |
 *
 * A cell that is not understood satisfies only `filled`. An empty `all` holds, an empty `any` does not.
 */
export const holds = (condition: Condition, row: RowInHand): boolean => {
  if ('row' in condition) return row.started;
  if ('rows' in condition) return condition.rows.includes(row.key);
  if ('not' in condition) return !holds(condition.not, row);
  if ('all' in condition) return condition.all.every((part) => holds(part, row));
  if ('any' in condition) return condition.any.some((part) => holds(part, row));
  const { filled, understood, choices, number } = row.meaning(condition.field);
  if ('is' in condition) {
    if (condition.is === 'answered') return understood;
    return filled === (condition.is === 'filled');
  }
  if (!understood) return false;
  if ('code' in condition) return choices.some(({ code }) => condition.code.includes(code));
  if (number === undefined) return false;
  return 'atLeast' in condition ? number >= condition.atLeast : number <= condition.atMost;
};

/**
 * The same condition as a formula over the columns of the check sheet: TRUE in each line where it holds. Which choices
 * are meant is worked out here, so that the formula only compares places: no text of the person is ever read as a
 * pattern.
 */
export const conditionFormula = (condition: Condition, terms: CheckTerms): string => {
  if ('row' in condition) return `(${terms.started}>0)`;
  if ('rows' in condition) return isOneOf(terms.rowPlace, condition.rows.map(terms.placeOfRow));
  if ('not' in condition) return `(1-${conditionFormula(condition.not, terms)}>0)`;
  if ('all' in condition) {
    if (condition.all.length === 0) return always(terms);
    return allOf(condition.all.map((part) => conditionFormula(part, terms)));
  }
  if ('any' in condition) {
    if (condition.any.length === 0) return never(terms);
    return anyOf(condition.any.map((part) => conditionFormula(part, terms)));
  }
  if ('is' in condition) {
    if (condition.is === 'answered') return answeredFormula(condition.field, terms);
    return (condition.is === 'blank' ? isBlankText : isFilledText)(terms.text(condition.field));
  }
  const number = terms.number(condition.field);
  if (number !== undefined) {
    if ('code' in condition) return never(terms);
    // A text is larger than any number to Excel, so "" must be left out.
    const compared = 'atLeast' in condition ? `${number}>=${condition.atLeast}` : `${number}<=${condition.atMost}`;
    return allOf([`ISNUMBER(${number})`, compared]);
  }
  const places = terms.choices(condition.field).flatMap(({ code, value }, at) => {
    const meant =
      'code' in condition
        ? condition.code.includes(code)
        : value !== undefined && ('atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost);
    return meant ? [at + 1] : [];
  });
  const place = terms.place(condition.field);
  if (place !== undefined) return isOneOf(place, places);
  const understood = terms.understood(condition.field);
  // Several choices have codes, but together no value.
  if (understood === undefined || !('code' in condition) || places.length === 0) return never(terms);
  const made = places.map((at) => `(${terms.made(condition.field, at)}>0)`);
  return allOf([`(${understood}>0)`, anyOf(made)]);
};

/** TRUE in each line where the cell is filled and understood; of a field that offers nothing no cell is. */
const answeredFormula = (field: string, terms: CheckTerms): string => {
  const number = terms.number(field);
  if (number !== undefined) return `ISNUMBER(${number})`;
  const place = terms.place(field);
  if (place !== undefined) return `(${place}>0)`;
  const understood = terms.understood(field);
  return understood === undefined ? isFilledText(terms.text(field)) : `(${understood}>0)`;
};

const always = (terms: CheckTerms): string => `(${terms.started}>=0)`;
const never = (terms: CheckTerms): string => `(${terms.started}<0)`;
