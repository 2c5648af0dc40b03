import { createModel } from '#workbench/engine/univer-model.ts';

afterEach(() => jest.restoreAllMocks());

test('hiding, inserting and writing leave no trace of formulas that are no more, and every later edit is calculated', async () => {
  const complaints: unknown[][] = [];
  jest.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words));
  const model = createModel();
  const entry = model.sheets.active();
  const check = model.sheets.add('Check');
  const put = (sheet: string, row: number, column: number, text: string) =>
    model.cells.write(sheet, { row, column, rows: 1, columns: 1 }, [
      [text.startsWith('=') ? { formula: text } : { value: text }],
    ]);
  const verdicts = async () => {
    await model.settled();
    return model.cells.read(check, { row: 4, column: 0, rows: 3, columns: 1 }).map((line) => line[0]?.value);
  };
  put(check, 4, 0, '=IF(LEN(Sheet1!A5:A7)>0,2,0)');
  put(entry, 0, 3, '=SUM(Check!A5:A7)');
  model.looks.addHighlight(entry, {
    area: { row: 4, column: 0, rows: 3, columns: 2 },
    formula: '=Check!A5=2',
    fill: '#ff0000',
    stopIfTrue: false,
  });
  put(entry, 4, 0, 'x');
  expect(await verdicts()).toEqual([2, 0, 0]);
  model.looks.setRowsHidden(entry, 2, 1, true);
  put(entry, 5, 0, 'y');
  expect(await verdicts()).toEqual([2, 2, 0]);
  model.looks.setRowsHidden(check, 2, 1, true);
  put(entry, 6, 0, 'z');
  expect(await verdicts()).toEqual([2, 2, 2]);
  put(entry, 4, 0, '');
  expect(await verdicts()).toEqual([0, 2, 2]);
  expect(model.cells.read(entry, { row: 0, column: 3, rows: 1, columns: 1 })[0]?.[0]?.value).toBe(4);
  model.dispose();
  expect(complaints).toEqual([]);
});
