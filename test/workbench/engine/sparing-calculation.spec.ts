import fc from 'fast-check';
import { ICalculateFormulaService } from '@univerjs/engine-formula';
import type { Cell } from '#core/cell.ts';
import type { Run } from '#workbench/engine/formulas/parts.ts';
import type { SparingCalculation } from '#workbench/engine/formulas/sparing-calculation.ts';
import { createModel, openModel, type UniverModel } from '#workbench/engine/univer-model.ts';

const rows = 12;
const first = 5;
const last = first + rows - 1;
const letters = ['A', 'B', 'C', 'D'] as const;

/** Every way in which check sheets work: texts, places, verdicts, a standing over all, one status a line, counts. */
const formulas = (): readonly (readonly [sheet: 'Check' | 'Entry' | 'Summary', cell: string, formula: string])[] => {
  const entry = (letter: string) =>
    `INDEX(Entry!${letter}:${letter},${first}):INDEX(Entry!${letter}:${letter},${last})`;
  const column = (letter: string) => `$${letter}$${first}:$${letter}$${last}`;
  const texts = ['F', 'G', 'H', 'I'];
  const verdicts = ['A', 'B', 'C', 'D'];
  return [
    ...letters.map((letter, at) => {
      const text = `=IFERROR(TRIM(SUBSTITUTE(${entry(letter)},UNICHAR(160)," ")),"!")`;
      return ['Check', `${texts[at] ?? ''}${first}`, text] as const;
    }),
    ['Check', `J${first}`, `=(LEN(${column('F')})+LEN(${column('G')})+LEN(${column('H')})+LEN(${column('I')})>0)*1`],
    ['Check', `K${first}`, `=MMULT((${column('G')}=TRANSPOSE(Lists!$A$1:$A$3))*1,Lists!$B$1:$B$3)`],
    ['Check', `L${first}`, `=IF(ISNUMBER(${entry('C')}),${entry('C')},"")`],
    // Unique, one of a list, a number in range, and one rule on two columns.
    [
      'Check',
      `A${first}`,
      `=IF((LEN(${column('F')})>0)*(MATCH(${column('F')},${column('F')},0)<ROW(${column('F')})-${first - 1})>0,2,0)`,
    ],
    ['Check', `B${first}`, `=IF((LEN(${column('G')})>0)*(${column('K')}=0)>0,2,0)`],
    [
      'Check',
      `C${first}`,
      `=IF(LEN(${column('H')})=0,0,IF(${column('L')}="",2,IF((${column('L')}<0)+(${column('L')}>5)>0,1,0)))`,
    ],
    ['Check', `D${first}`, `=IF((${column('K')}=1)*(LEN(${column('I')})=0)>0,2,0)*${column('J')}`],
    [
      'Check',
      `E${first}`,
      `=IF(${column('J')}=0,0,IF(${verdicts.map((letter) => `(${column(letter)}=2)`).join('+')}>0,1,IF(${verdicts
        .map((letter) => `(${column(letter)}=1)`)
        .join('+')}>0,2,3)))`,
    ],
    ...Array.from(
      { length: rows },
      (_, at) =>
        ['Entry', `F${first + at}`, '=CHOOSE(INDEX(Check!$E$1:$E$40,ROW())+1,"","fix","check","done")'] as const,
    ),
    ['Entry', 'A1', `=SUM(Check!${column('J')})&" of ${rows}, "&COUNTIF(Check!${column('E')},1)&" to fix"`],
    ['Summary', 'A1', `=COUNTIFS(Check!${column('K')},1,Check!${column('J')},1)`],
    ['Summary', 'A2', `=SUMIFS(Check!${column('L')},Check!${column('K')},2)`],
    ['Summary', 'A3', '=A1+A2'],
    ['Summary', 'A4', `=MAX(Entry!C${first}:C${last})`],
  ];
};

const place = (cell: string) => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
  return { row: Number(row) - 1, column: letter.charCodeAt(0) - 65, rows: 1, columns: 1 };
};

interface Book {
  readonly model: UniverModel;
  readonly ids: Readonly<Record<string, string>>;
  readonly runs: Run[];
}

async function checkedBook(entries: readonly (readonly Cell[])[]): Promise<Book> {
  const model = createModel();
  const ids = Object.fromEntries(
    ['Entry', 'Check', 'Lists', 'Summary'].map((name) => [name, model.sheets.add(name)]),
  );
  const put = (sheet: string, row: number, values: readonly (readonly Cell[])[]) =>
    model.cells.write(
      ids[sheet] ?? '',
      { row, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
      values.map((line) => line.map((value) => ({ value }))),
    );
  put('Lists', 0, [
    ['yes', 1],
    ['no', 2],
    ['7', 3],
  ]);
  put('Entry', first - 1, entries);
  for (const [sheet, cell, formula] of formulas()) model.cells.write(ids[sheet] ?? '', place(cell), [[{ formula }]]);
  await model.settled();
  const runs: Run[] = [];
  (model.book.injector.get(ICalculateFormulaService) as SparingCalculation).onRun = (run) => void runs.push(run);
  return { model, ids, runs };
}

const everything = ({ model, ids }: Pick<Book, 'model' | 'ids'>): Cell[][][] =>
  Object.values(ids).map((id) =>
    model.cells.read(id, { row: 0, column: 0, rows: 22, columns: 13 }).map((line) => line.map(({ value }) => value)),
  );

const entry: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom('yes', 'no', '7', ' Yes ', 'x', 'x*', '0', '', '#N/A', ' '),
  fc.integer({ min: -1, max: 7 }),
  fc.constantFrom(null, null, true, 0.5),
);
const line = fc.tuple(entry, entry, entry, entry);
const edit = fc.record({
  row: fc.integer({ min: 0, max: rows - 1 }),
  column: fc.integer({ min: 0, max: 3 }),
  values: fc.array(line, { minLength: 1, maxLength: 3 }),
  isOneCell: fc.boolean(),
});

test('after any edits every cell holds what a calculation of everything gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: rows, maxLength: rows }),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      async (entries, edits) => {
        const book = await checkedBook(entries);
        for (const { row, column, values, isOneCell } of edits) {
          const written = isOneCell ? [[values[0]?.[0] ?? null]] : values.map((one) => one.slice(column));
          const area = { row: first - 1 + row, column, rows: written.length, columns: written[0]?.length ?? 0 };
          book.model.cells.write(
            book.ids.Entry ?? '',
            area,
            written.map((one) => one.map((value) => ({ value }))),
          );
          await book.model.settled();
        }
        const anew = openModel(book.model.snapshot());
        await anew.settled();
        expect(everything(book)).toEqual(everything({ model: anew, ids: book.ids }));
        book.model.dispose();
        anew.dispose();
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

const answers = Array.from({ length: rows }, (_, at): Cell[] => [`id ${at}`, 'no', 3, 'fine']);

describe('an edit', () => {
  const ran = async (edit: (book: Book) => void): Promise<readonly string[]> => {
    const book = await checkedBook(answers);
    edit(book);
    await book.model.settled();
    const named = Object.fromEntries(Object.entries(book.ids).map(([name, id]) => [id, name]));
    const told = book.runs.map(({ written, lines }) => {
      const cell = `${'ABCDEFGHIJKLM'[written.column] ?? ''}${written.row + 1}`;
      return `${named[written.sheet] ?? ''}!${cell} ${lines === 'all' ? 'all' : `${lines[0]} to ${lines[1]}`}`;
    });
    book.model.dispose();
    return told.sort();
  };
  const type = (row: number, column: number, value: Cell) => (book: Book) =>
    book.model.cells.write(book.ids.Entry ?? '', { row, column, rows: 1, columns: 1 }, [[{ value }]]);

  test('calculates the lines that changed in the formulas of its column, and whatever these change', async () => {
    expect(await ran(type(first - 1 + 4, 2, 9))).toEqual([
      'Check!C5 3 to 4',
      'Check!E5 3 to 4',
      'Check!H5 3 to 4',
      'Check!J5 3 to 4',
      'Check!L5 3 to 4',
      'Entry!A1 all',
      'Entry!F9 all',
      'Summary!A2 all',
      'Summary!A3 all',
      'Summary!A4 all',
    ]);
  });
  test('that changes no result ends where it began', async () => {
    expect(await ran(type(first - 1 + 4, 3, ' fine '))).toEqual(['Check!I5 3 to 4']);
  });
  test('beside the table calculates nothing', async () => {
    expect(await ran(type(30, 8, 'a note'))).toEqual([]);
  });
});

test('a result spills beyond the size of its sheet, which grows', async () => {
  const model = createModel();
  const [entry, check] = [model.sheets.active(), model.sheets.add('Check')];
  model.cells.write(check, { row: 4, column: 0, rows: 1, columns: 1 }, [[{ formula: '=ROW(Sheet1!A5:A1804)*2' }]]);
  model.cells.write(entry, { row: 0, column: 0, rows: 1, columns: 1 }, [[{ formula: '=SUM(Check!A5:A1804)' }]]);
  await model.settled();
  const at = (sheet: string, row: number) =>
    model.cells.read(sheet, { row, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value;
  expect([at(check, 4), at(check, 1803), at(entry, 0)]).toEqual([10, 3608, 1800 * (5 + 1804)]);
  expect(model.book.sheet(check).getRowCount()).toBeGreaterThanOrEqual(1804);
  model.dispose();
});
