import fc from 'fast-check';
import type { Condition } from '#core/instrument/instrument.ts';

const ids = fc.constantFrom(
  'level',
  'evidence',
  'row',
  'started',
  'not',
  'or',
  'is',
  'all',
  'any',
  'of',
  'next-action',
  'a1',
);
const codes = fc.constantFrom('1', 'na', 'not-sure', 'blank', 'or', '2007', '1e3');
const keys = fc.constantFrom('A1', 'B-2', 'or', 'Started', '1', '007', 'not', 'is');
const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

/** Conditions of every form, a few deep, over names that are also words of the written language. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({ field: ids, is: fc.constantFrom('blank', 'filled', 'answered') }),
    fc.record({ field: ids, atLeast: numbers }),
    fc.record({ field: ids, atMost: numbers }),
    fc.record({ field: ids, code: fc.array(codes, { minLength: 1, maxLength: 3 }) }),
    fc.record({ row: fc.constant('started') }),
    fc.record({ rows: fc.array(keys, { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
})).condition;
