import { Type } from 'typebox';

/** Objects are closed, so that a misspelt member is a fault and not silently without effect. */
export const closed = { additionalProperties: false } as const;

/** What every object has already: no id may be one, so that a look-up by id finds what was put there or nothing. */
const taken =
  '(?!(?:constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf)$)';

/** Ids of instruments, fields, rules and measures: `next-action`. */
export const KebabId = Type.String({ pattern: `^${taken}[a-z][a-z0-9]*(-[a-z0-9]+)*$`, maxLength: 40 });

/** The key of a row: `A1`. */
export const RowKey = Type.String({ pattern: `^${taken}[A-Za-z0-9][A-Za-z0-9-]*$`, maxLength: 64 });

/** The code of a choice: `3`, `not-sure`. */
export const Code = Type.String({ pattern: `^${taken}[a-z0-9]+(-[a-z0-9]+)*$`, maxLength: 40 });

/** A text for people, of at most so many characters. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
