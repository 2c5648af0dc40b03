import { addressOf, askedName, freeName, tidyName } from '#workbench/page/workbook-name.ts';

test('a name is kept without spaces at its ends, with single ones inside, and no longer than 60 characters', () => {
  expect(tidyName('  Ash   Green \n 2009 ')).toBe('Ash Green 2009');
  expect(tidyName('x'.repeat(80))).toBe('x'.repeat(60));
  expect(tidyName(`${'x'.repeat(59)} y`)).toBe('x'.repeat(59));
  expect(tidyName(' \t ')).toBe('');
});

test('a new workbook gets the first name that no other has, whatever its capitals', () => {
  expect(freeName([])).toBe('Workbook');
  expect(freeName(['Workbook'])).toBe('Workbook 2');
  expect(freeName(['workbook', 'WORKBOOK 2', 'Workbook 4'])).toBe('Workbook 3');
});

test.each(['Ash Green 2009', '50 % & more', 'a+b=c', 'Über #1?'])(
  'the address with the workbook %s in it asks for that workbook',
  (name) => {
    expect(askedName(addressOf(name))).toBe(name);
  },
);

test('an address without a workbook asks for none', () => {
  expect(askedName('')).toBe('');
  expect(askedName('?workbook=')).toBe('');
  expect(askedName('?other=1')).toBe('');
});
