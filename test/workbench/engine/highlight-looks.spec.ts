import { ConditionalFormattingService } from '@univerjs/sheets-conditional-formatting';
import { createModel } from '#workbench/engine/univer-model.ts';

test('a cell looks as the highlights that mark it say, and one that none marks as it would without them', async () => {
  const model = createModel();
  const sheet = model.sheets.active();
  const column = { row: 0, column: 0, rows: 4, columns: 1 };
  model.cells.write(
    sheet,
    column,
    [0, 1, 2, 3].map((value) => [{ value }]),
  );
  model.looks.addHighlight(sheet, { area: column, formula: '=A1>1', fill: '#ffeb9c', stopIfTrue: false });
  model.looks.addHighlight(sheet, { area: column, formula: '=A1>2', fill: '#f8cbad', stopIfTrue: false });
  await model.settled();
  const looks = model.book.injector.get(ConditionalFormattingService);
  const unit = model.book.workbook.getUnitId();
  const fills = [0, 1, 2, 3, 4].map((row) => looks.composeStyle(unit, sheet, row, 0)?.style?.bg?.rgb ?? null);
  expect(fills).toEqual([null, null, '#ffeb9c', '#f8cbad', null]);
  expect([0, 4].map((row) => looks.composeStyle(unit, sheet, row, 0))).toEqual([null, null]);
  model.dispose();
});
