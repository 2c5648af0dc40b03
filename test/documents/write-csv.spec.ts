import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { readCsv } from '#documents/read-csv.ts';
import { csvLine, csvMark } from '#documents/write-csv.ts';

const read = (text: string) => {
  const grid = readCsv(new TextEncoder().encode(text));
  if (!grid.ok) throw new Error(grid.failure.kind);
  return grid.value;
};

test.each<[string, readonly Cell[], string]>([
  ['cells, parted by commas', ['a', 1, -2.5, null, true], 'a,1,-2.5,,TRUE\r\n'],
  ['a comma, a quotation mark, a line break', ['a,b', 'say "so"', 'one\ntwo'], '"a,b","say ""so""","one\ntwo"\r\n'],
  ['spaces at the ends', [' a', 'b '], '" a","b "\r\n'],
  ['accents', ['naïve'], 'naïve\r\n'],
])('%s', (_what, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

const calculated = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '=cmd|" /C calc"!A0'];
const wideOrSmall = ['＝1', '＋1', '－1', '＠A', '﹦1', '﹢1', '﹣1', '﹫A'];
const behindWhatIsNotSeen = ['\u0001x', '\u0085=1', '\u200b=1', '\u202e=1', '\u2028=1', '\ufeff=1', '\u00ad\u2060=1'];

test.each([...calculated, ...wideOrSmall, ...behindWhatIsNotSeen])(
  'a text that a spreadsheet would calculate, %j, has an apostrophe before it',
  (text) => {
    const [[cell]] = read(csvMark + csvLine([text])) as [[string]];
    expect(cell).toBe(`'${text}`);
  },
);

test('so has one that begins with a NUL, which no reader of ours takes', () => {
  expect(csvLine(['\u0000=1'])).toBe("'\u0000=1\r\n");
});

test('what is written is what is read again, but for the apostrophe', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', ';', '=', '-', "'") });
  const lines = fc.array(fc.tuple(fc.constant('x'), text, text), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(lines, (written) => {
      const again = read(csvMark + written.map(csvLine).join(''));
      expect(again.map((line) => line.map((cell) => cell ?? ''))).toEqual(
        written.map((line) => line.map((cell) => (/^\s*[=-]|^[\r\n]/.test(cell) ? `'${cell}` : cell))),
      );
    }),
  );
});

test('a number below zero stays a number, and the same as text does not', () => {
  expect(csvLine([-1, '-1'])).toBe("-1,'-1\r\n");
});
