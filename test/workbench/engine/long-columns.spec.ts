import fc from 'fast-check';
import { createModel, openModel, type UniverModel } from '#workbench/engine/univer-model.ts';

/** More lines than are calculated at a time. */
const rows = 450;
const column = (sheet: string, letter: string) => `${sheet}!$${letter}$5:$${letter}$${4 + rows}`;

const read = (model: UniverModel, sheets: readonly string[]) =>
  sheets.map((sheet) =>
    model.cells
      .read(sheet, { row: 0, column: 0, rows: rows + 6, columns: 4 })
      .map((line) => line.map(({ value }) => value)),
  );

const edit = fc.record({
  row: fc.integer({ min: 0, max: rows - 1 }),
  height: fc.constantFrom(1, 2, 230, 449),
  value: fc.constantFrom('yes', ' no ', 'x', '', null, 3),
});

test('after any edits of a column longer than is calculated at a time every cell holds what a calculation of everything gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.boolean(), async (edits, isAwaited) => {
      const model = createModel();
      const [entry, check] = [model.sheets.active(), model.sheets.add('Check')];
      const put = (sheet: string, row: number, at: number, formula: string) =>
        model.cells.write(sheet, { row, column: at, rows: 1, columns: 1 }, [[{ formula }]]);
      put(check, 4, 0, `=TRIM(${column('Sheet1', 'A')})`);
      put(check, 4, 1, `=IF(LEN(${column('Check', 'A')})=0,0,IF(${column('Check', 'A')}="yes",3,2))`);
      put(check, 4, 2, `=MATCH(${column('Check', 'B')},${column('Check', 'B')},0)`);
      put(entry, 0, 0, `=SUM(${column('Check', 'B')})&" "&SUM(${column('Check', 'C')})`);
      await model.settled();
      for (const { row, height, value } of edits) {
        const lines = Math.min(height, rows - row);
        const content = Array.from({ length: lines }, () => [{ value }]);
        model.cells.write(entry, { row: 4 + row, column: 0, rows: lines, columns: 1 }, content);
        if (isAwaited) await model.settled();
        else await new Promise((resolve) => setTimeout(resolve, 35));
      }
      await model.settled();
      const anew = openModel(model.snapshot());
      await anew.settled();
      expect(read(model, [entry, check])).toEqual(read(anew, [entry, check]));
      model.dispose();
      anew.dispose();
    }),
    { numRuns: 8 },
  );
}, 60_000);
