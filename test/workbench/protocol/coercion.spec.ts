import { coerce } from '#workbench/protocol/coercion.ts';

const year = 2026;
const shown = (input: unknown, format = 'General'): unknown => {
  const coerced = coerce(input, format, year);
  if (coerced.kind === 'leave' || coerced.kind === 'refused') return coerced.kind;
  if (coerced.kind === 'formula') return { formula: coerced.formula };
  return coerced.format === undefined ? coerced.value : [coerced.value, coerced.format];
};

describe('What becomes of something written into a cell', () => {
  test.each<[string, unknown, unknown]>([
    ['plain text stays', 'Wooden spoon', 'Wooden spoon'],
    ['spaces around text stay', '  a  ', '  a  '],
    ['numbers and booleans stay', 3.5, 3.5],
    ['booleans stay', true, true],
    ['null leaves the cell alone', null, 'leave'],
    ['nothing clears the cell', '', null],
    ['an object is refused', {}, 'refused'],
    ['digits are a number', '42', 42],
    ['leading zeros are lost', '007', 7],
    ['spaces around a number are lost', ' 42 ', 42],
    ['thousands', '1,234', [1234, '#,##0']],
    ['thousands with decimals', '1,234.50', [1234.5, '#,##0.00']],
    ['a comma elsewhere is text', '1,23', '1,23'],
    ['percent', '50%', [0.5, '0%']],
    ['percent with decimals', '12.5%', [0.125, '0.00%']],
    ['dollars', '$12.50', [12.5, '$#,##0.00_);[Red]($#,##0.00)']],
    ['pounds are text in en-US', '£12', '£12'],
    ['brackets are minus', '(7)', -7],
    ['a scientific number', '1e3', [1000, '0.00E+00']],
    ['a signed number is a number', '-5', -5],
    ['plus too', '+5.5', 5.5],
    ['a mixed fraction', '2 1/2', [2.5, '# ?/?']],
    ['TRUE in any case', 'tRue', true],
    ['an ISO date', '2026-02-01', [46054, 'm/d/yyyy']],
    ['an ISO date with a time', '2026-02-01 12:00', [46054.5, 'm/d/yyyy h:mm']],
    ['a date that never was stays text', '2026-02-30', '2026-02-30'],
    ['month and day', '1-2', [46024, 'd-mmm']],
    ['month, day and year', '3/4/2025', [45720, 'm/d/yyyy']],
    ['day first stays text when it is no month', '31/12/2025', '31/12/2025'],
    ['the same with hyphens', '19-8-2025', '19-8-2025'],
    ['a day and a month by name', '5 Jan', [46027, 'd-mmm']],
    ['a month and a year', 'Jan-2025', [45658, 'mmm-yy']],
    ['a month name alone is text', 'May', 'May'],
    ['the first day of 1900', '1900-01-01', [1, 'm/d/yyyy']],
    ['March 1900 counts the leap day that never was', '1900-03-01', [61, 'm/d/yyyy']],
    ['a time', '9:30', [0.3958333333333333, 'h:mm']],
    ['a time in the afternoon', '1:30 pm', [0.5625, 'h:mm AM/PM']],
    ['no such time', '25:00', '25:00'],
    ['an apostrophe makes text', "'007", '007'],
    ['an apostrophe before a formula', "'=1+1", '=1+1'],
    ['an equals sign begins a formula', '=SUM(A1:A3)', { formula: '=SUM(A1:A3)' }],
    ['a plus begins a formula', '+A1', { formula: '=+A1' }],
    ['a minus begins a formula', '-A1', { formula: '=-A1' }],
    ['a bad formula is refused', '=SUM(', 'refused'],
    ['an international telephone number is a bad formula', '+44 1234 567890', 'refused'],
    ['a sign alone is text', '-', '-'],
    ['text of 32,767 characters fits', 'x'.repeat(32_767), 'x'.repeat(32_767)],
    ['longer text is refused', 'x'.repeat(32_768), 'refused'],
    ['a formula of more than 8,192 characters is refused', `=${'1+'.repeat(4096)}1`, 'refused'],
  ])('%s', (_rule, input, expected) => expect(shown(input)).toEqual(expected));

  test.each<[unknown, unknown]>([
    ['007', '007'],
    ['=1+1', '=1+1'],
    ['2026-02-01', '2026-02-01'],
    ['TRUE', 'TRUE'],
    [7, '7'],
    [true, 'TRUE'],
    ["'x", 'x'],
    ['', null],
  ])('in a text cell %j stays text', (input, expected) => expect(shown(input, '@')).toEqual(expected));

  test('a cell that has a format keeps it', () => expect(shown('50%', 'dd/mm/yyyy')).toBe(0.5));
});

describe('The shape of a formula', () => {
  test.each([
    '=A1',
    "='Self review'!$A$1:B2",
    '=IF(A1="","",B1&"x""y")',
    '=-A1%',
    '=SUM(A:A,1:3)',
    '=COUNTIFS(Entry!D:D,">=1",Entry!$E:$E,)',
    '=A1:INDEX(B:B,3)',
    '=SUM(A1:B2 B1:C3)',
    '=Table1[[#All],[Level]]',
    '=--(A1>0)',
    '={1,2;3,4}',
    '=NOW()',
    '=1.5E+3*.5',
    '=#N/A',
    '=A1#',
    '=IFERROR(LET(x,1,x+1),"")',
    '=SUM(Lists!$A$2:$A$9)=0',
    '=- a b',
  ])('%s is one', (text) => expect(coerce(text, 'General', year)).toEqual({ kind: 'formula', formula: text }));

  test.each(['=', '==1', '=SUM(', '=1+', '=1 2', '="a', '=A1)', '=(1,', '=*3', '=A1 "x"', '=,', '=1..2'])(
    '%s is none',
    (text) => expect(coerce(text, 'General', year).kind).not.toBe('formula'),
  );
});
