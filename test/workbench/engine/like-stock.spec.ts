import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { headlessUniver } from '#workbench/engine/univer-app.ts';
import { createModel } from '#workbench/engine/univer-model.ts';

/** What formulas beside three columns come to, with our functions or with the engine's own. */
async function results(lines: readonly (readonly Cell[])[], formulas: readonly string[], ours: boolean) {
  const model = createModel(ours ? {} : { univer: headlessUniver([]) });
  const sheet = model.sheets.active();
  const write = (column: number, content: readonly (readonly { value: Cell }[] | readonly { formula: string }[])[]) =>
    model.cells.write(sheet, { row: 0, column, rows: content.length, columns: content[0]?.length ?? 0 }, content);
  write(
    0,
    lines.map((line) => line.map((value) => ({ value }))),
  );
  write(
    9,
    formulas.map((formula) => [{ formula }]),
  );
  await model.settled();
  const read = model.cells.read(sheet, { row: 0, column: 9, rows: formulas.length, columns: 1 });
  model.dispose();
  return read.map(([cell], at) => [formulas[at], cell?.value]);
}

/** Where the engine's own functions are right: texts that are no numbers, numbers, nothing. */
const text = fc.constantFrom('a', 'A', 'b', 'ab', 'Yes', 'no', 'no answer');
const number = fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constantFrom(0.5, -1.25, 1e10));
const line = fc.tuple(
  fc.oneof(text, number, fc.constant(null)),
  fc.oneof(text, number, fc.constant(null)),
  fc.oneof(number, fc.constant(null), text),
);
const criterion = fc.oneof(
  text.map((wanted) => `"${wanted}"`),
  text.map((wanted) => `"<>${wanted}"`),
  fc.tuple(fc.constantFrom('>', '>=', '<', '<=', '=', '<>'), number).map(([sign, wanted]) => `"${sign}${wanted}"`),
  number.map(String),
  fc.constantFrom('"a*"', '"?"', '"*b"'),
);
const range = (letter: string) => `${letter}1:${letter}12`;

test('functions with criteria and exact matches come to what the engine’s own come to', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 12, maxLength: 12 }),
      fc.array(fc.tuple(criterion, criterion, fc.oneof(text, number)), { minLength: 6, maxLength: 6 }),
      async (lines, asked) => {
        const formulas = asked.flatMap(([one, other, wanted]) => {
          const both = `${range('A')},${one},${range('B')},${other}`;
          return [
            `=COUNTIF(${range('A')},${one})`,
            `=COUNTIFS(${both})`,
            `=SUMIF(${range('A')},${one},${range('C')})`,
            `=SUMIF(${range('C')},${one})`,
            `=SUMIFS(${range('C')},${both})`,
            `=AVERAGEIF(${range('A')},${one},${range('C')})`,
            `=AVERAGEIFS(${range('C')},${both})`,
            `=MAXIFS(${range('C')},${both})`,
            `=MINIFS(${range('C')},${both})`,
            `=MATCH(${typeof wanted === 'string' ? `"${wanted}"` : wanted},${range('A')},0)`,
          ];
        });
        const ours = await results(lines, formulas, true);
        const stock = await results(lines, formulas, false);
        // Of nothing the engine's own MAXIFS is an empty text or endless; Excel's, and ours, is 0.
        // Of nothing the engine's own MAXIFS is an empty text or endless; Excel's, and ours, is 0.
        const plain = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
        const rounded = (pairs: readonly (readonly unknown[])[]) =>
          pairs.map(([formula, value]) => {
            const isText = typeof value === 'string' && value !== '';
            return [formula, isText ? value : Number(plain(value).toPrecision(12))];
          });
        expect(rounded(ours)).toEqual(rounded(stock));
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

test.each([
  ['31/01/2008 and a month is 29/02/2008', '=EDATE(DATE(2008,1,31),1)', '=DATE(2008,2,29)'],
  ['30/11/2007 and three months is 29/02/2008', '=EDATE(DATE(2007,11,30),3)', '=DATE(2008,2,29)'],
  ['31/03/2009 less a month is 28/02/2009', '=EDATE(DATE(2009,3,31),-1)', '=DATE(2009,2,28)'],
  ['15/01/2008 and a month is 15/02/2008', '=EDATE(DATE(2008,1,15),1)', '=DATE(2008,2,15)'],
  ['the month of 15/02/2008 ends on the 29th', '=EOMONTH(DATE(2008,2,15),0)', '=DATE(2008,2,29)'],
])('as in Excel %s', async (_, moved, expected) => {
  const [one, other] = await results([[1, 1, 1]], [moved, expected], true);
  expect(one?.[1]).toBe(other?.[1]);
});

test.each([
  ['the text 7 is not the number 7', '=MATCH("7",A1:A3,0)', 2],
  ['an asterisk stands for anything', '=MATCH("x*",A1:A3,0)', 3],
  ['a tilde takes its meaning away', '=MATCH("x~*y",A1:A3,0)', 3],
])('MATCH as in Excel: %s', async (_, formula, place) => {
  const [[, value] = []] = await results([[7], ['7'], ['x*y']], [formula], true);
  expect(value).toBe(place);
});
