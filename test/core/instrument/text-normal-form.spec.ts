import fc from 'fast-check';
import { foldedText, isBlank, normalText, sameText } from '#core/instrument/text-normal-form.ts';

describe('The text normal form', () => {
  test.each([
    ['text stays as typed', 'Head of science', 'Head of science'],
    ['spaces at both ends go', '  Ms Okoro  ', 'Ms Okoro'],
    ['a run of spaces inside becomes one', 'Autumn   2008', 'Autumn 2008'],
    ['a non-breaking space is a space', '\u00a0Autumn\u00a0\u00a02008\u00a0', 'Autumn 2008'],
    ["tabs and line breaks stay, as with Excel's TRIM", '\tone\n two ', '\tone\n two'],
    ['a blank cell is empty', null, ''],
    ['true', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['a whole number', 3, '3'],
    ['minus zero is zero', -0, '0'],
    ['a decimal', 2.5, '2.5'],
    ['the noise of binary fractions is not shown', 0.1 + 0.2, '0.3'],
    ['a negative number', -1.25, '-1.25'],
    ['fifteen digits are kept', 123456789012345, '123456789012345'],
    ['a very small number has a two-digit exponent', 1.5e-7, '1.5E-07'],
    ['a very large number has a signed exponent', 1e21, '1E+21'],
  ])('%s', (_rule, cell, text) => {
    expect(normalText(cell)).toBe(text);
  });

  test('a number shows the fifteen digits that Excel keeps, however short it is written', () => {
    const cents = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((whole) => whole / 100);
    fc.assert(
      fc.property(fc.oneof(cents, fc.double({ min: -1e14, max: 1e14, noNaN: true })), (number) => {
        fc.pre(number === 0 || Math.abs(number) >= 0.0001);
        expect(normalText(number)).toBe(String(Number(number.toPrecision(15)) + 0));
      }),
      { numRuns: 500 },
    );
  });

  test('the normal form of a normal form is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '\u00a0', '\t', 'a', 'B', '1') }), (text) => {
        expect(normalText(normalText(text))).toBe(normalText(text));
      }),
    );
  });
});

describe('Two cells are the same text', () => {
  test.each([
    ['when only case differs', 'Not Yet', 'not yet', true],
    ['when only spaces differ', ' not  yet', 'not\u00a0yet', true],
    ['when one is a number and the other its digits', 3, '3', true],
    ['when both are blank', null, '  ', true],
    ['but not when a space is missing', 'notyet', 'not yet', false],
    ['but not when an accent differs', 'cafe', 'café', false],
  ])('%s', (_rule, a, b, same) => {
    expect(sameText(a, b)).toBe(same);
  });

  test('exactly when their folded texts are equal', () => {
    expect(foldedText(' Not\u00a0YET ')).toBe('not yet');
  });
});

describe('A cell is blank', () => {
  test.each([
    ['when nothing is in it', null, true],
    ['when it was never read', undefined, true],
    ['when it holds only spaces', ' \u00a0 ', true],
    ['but not when it holds 0', 0, false],
    ['but not when it holds FALSE', false, false],
  ])('%s', (_rule, cell, blank) => {
    expect(isBlank(cell)).toBe(blank);
  });
});
