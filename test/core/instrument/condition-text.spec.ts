import fc from 'fast-check';
import type { Condition } from '#core/instrument/instrument.ts';
import { parseCondition, type Expected } from '#core/instrument/parse-condition.ts';
import { printCondition } from '#core/instrument/print-condition.ts';
import { conditions } from './condition-arbitrary.ts';

describe('A condition is written as people would say it', () => {
  test.each<[string, Condition]>([
    ['started', { row: 'started' }],
    ['evidence is blank', { field: 'evidence', is: 'blank' }],
    ['year is answered', { field: 'year', is: 'answered' }],
    ['level >= 3', { field: 'level', atLeast: 3 }],
    ['pupils <= -2.5', { field: 'pupils', atMost: -2.5 }],
    ['level is "na" or "1"', { field: 'level', code: ['na', '1'] }],
    ['row is A1 or A2', { rows: ['A1', 'A2'] }],
    ['not (lead is filled)', { not: { field: 'lead', is: 'filled' } }],
    [
      'level >= 3 and evidence is blank',
      {
        all: [
          { field: 'level', atLeast: 3 },
          { field: 'evidence', is: 'blank' },
        ],
      },
    ],
    [
      '(started and row is A1) or level is "1"',
      { any: [{ all: [{ row: 'started' }, { rows: ['A1'] }] }, { field: 'level', code: ['1'] }] },
    ],
    [
      'level is "1" or note is blank',
      {
        any: [
          { field: 'level', code: ['1'] },
          { field: 'note', is: 'blank' },
        ],
      },
    ],
    ['all of (started)', { all: [{ row: 'started' }] }],
    ['"row" is blank', { field: 'row', is: 'blank' }],
  ])('%s', (text, condition) => {
    expect(printCondition(condition)).toBe(text);
    expect(parseCondition(text)).toEqual({ ok: true, value: condition });
  });

  test('whatever is printed is read as what it was', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        expect(parseCondition(printCondition(condition))).toEqual({ ok: true, value: condition });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('It may be written otherwise', () => {
  test.each([
    ['capitals', 'Level IS blank AND Started', 'Level is blank and started'],
    ['other spaces', '  level\u00a0>=3\nand  started ', 'level >= 3 and started'],
    ['bent quotation marks', 'level is “na”', 'level is "na"'],
    ['codes without quotation marks', 'level is na or 3', 'level is "na" or "3"'],
    ['one sign for two', 'level ≥ 3 or level ≤ 1', 'level >= 3 or level <= 1'],
    ['not without brackets', 'not level >= 3 and started', 'not (level >= 3) and started'],
    ['not after is', 'lead is not blank', 'not (lead is blank)'],
    ['and before or', 'a >= 1 or b >= 1 and c >= 1', 'a >= 1 or (b >= 1 and c >= 1)'],
    ['brackets that are not needed', '((started))', 'started'],
  ])('%s', (_what, written, plain) => {
    const read = parseCondition(written);
    expect(read.ok && printCondition(read.value)).toBe(plain);
  });
});

describe('What cannot be read is told with its place', () => {
  test.each<[string, number, Expected]>([
    ['', 0, 'condition'],
    ['level', 5, 'comparison'],
    ['level = 3', 6, 'comparison'],
    ['level is', 8, 'answer'],
    ['level is and', 9, 'answer'],
    ['level >= three', 9, 'number'],
    ['level >= 3 and', 14, 'condition'],
    ['level >= 3 evidence is blank', 11, 'end'],
    ['(level >= 3', 11, 'closing-bracket'],
    ['level is "na', 9, 'closing-quote'],
    ['row is', 6, 'row'],
    ['row >= 3', 4, 'comparison'],
    ['all of started', 7, 'bracket'],
    ['level is "1" or', 15, 'condition'],
  ])('%j at %d: %s', (text, at, expected) => {
    expect(parseCondition(text)).toEqual({ ok: false, failure: { at, expected } });
  });

  test.each(['('.repeat(30_000), 'not '.repeat(8_000), `a is ${'not '.repeat(8_000)}`])(
    'thousands of brackets or nots within each other are refused, not followed',
    (text) => {
      expect(parseCondition(text)).toMatchObject({ ok: false });
    },
  );

  test('no text at all makes it fail otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'ais not()"or and 3>=', ' is ', ' or ') })),
        (text) => {
          const read = parseCondition(text);
          if (!read.ok) expect(read.failure.at).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
