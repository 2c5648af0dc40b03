import type { Area, Cell } from '#core/cell.ts';
import type { Model, ModelValidation, ModelWrite, PersonEdit } from '#workbench/engine/model.ts';
import { createModel, openModel, type UniverModel } from '#workbench/engine/univer-model.ts';
import { personAt } from '../../kit/person.ts';

let model: UniverModel;
let first: string;

beforeEach(() => {
  model = createModel();
  first = model.sheets.active();
});
afterEach(() => model.dispose());

const at = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const put = (sheet: string, row: number, column: number, values: readonly (readonly Cell[])[]) =>
  model.cells.write(
    sheet,
    at(row, column, values.length, values[0]?.length),
    values.map((line) => line.map((value): ModelWrite => ({ value }))),
  );
const formula = (sheet: string, row: number, column: number, text: string) =>
  model.cells.write(sheet, at(row, column), [[{ formula: text }]]);
const values = (sheet: string, area: Area, from: Model = model) =>
  from.cells.read(sheet, area).map((line) => line.map((cell) => cell.value));
const cell = (sheet: string, row: number, column: number, from: Model = model) => {
  const found = from.cells.read(sheet, at(row, column))[0]?.[0];
  if (!found) throw new Error('nothing read');
  return found;
};

describe('sheets', () => {
  test('a new workbook has one visible sheet, Sheet1, and it is active', () => {
    expect(model.sheets.list()).toEqual([{ id: first, name: 'Sheet1', hidden: false }]);
    expect(model.sheets.active()).toBe(first);
  });
  test('a sheet is added at the end, is not activated, and has room for 1,000 rows of 60 columns', () => {
    const second = model.sheets.add('Entry');
    expect(model.sheets.list().map((sheet) => sheet.name)).toEqual(['Sheet1', 'Entry']);
    expect(model.sheets.active()).toBe(first);
    put(second, 999, 59, [['edge']]);
    expect(cell(second, 999, 59).value).toBe('edge');
  });
  test('a sheet grows when something is written outside it', () => {
    put(first, 2500, 80, [['far']]);
    expect(cell(first, 2500, 80).value).toBe('far');
    expect(model.cells.used(first, true)).toEqual(at(2500, 80));
  });
  test('sheets are hidden, shown, moved, activated and removed', () => {
    const second = model.sheets.add('Second');
    const third = model.sheets.add('Third');
    model.sheets.setHidden(second, true);
    expect(model.sheets.list().map((sheet) => sheet.hidden)).toEqual([false, true, false]);
    model.sheets.setHidden(second, false);
    model.sheets.move(third, 0);
    expect(model.sheets.list().map((sheet) => sheet.id)).toEqual([third, first, second]);
    model.sheets.activate(second);
    expect(model.sheets.active()).toBe(second);
    model.sheets.remove(second);
    expect(model.sheets.list().map((sheet) => sheet.id)).toEqual([third, first]);
    expect([third, first]).toContain(model.sheets.active());
  });
  test('renaming a sheet rewrites formulas, validations and highlights that name it', async () => {
    const check = model.sheets.add('Check');
    put(check, 4, 0, [[2]]);
    formula(first, 0, 0, '=Check!A5+1');
    model.looks.addHighlight(first, { area: at(4, 0), formula: '=Check!A5=2', fill: '#ff0000', stopIfTrue: false });
    model.looks.setValidation(first, at(4, 0), { type: 'list', formula1: '=Check!$A$1:$A$5', ignoreBlanks: true });
    model.sheets.rename(check, 'Check (2)');
    await model.settled();
    expect(cell(first, 0, 0).formula).toBe("='Check (2)'!A5+1");
    expect(cell(first, 0, 0).value).toBe(3);
    expect(model.looks.highlights(first)[0]?.formula).toBe("='Check (2)'!A5=2");
    expect(model.looks.validations(first, at(4, 0))[0]?.validation.formula1).toBe("='Check (2)'!$A$1:$A$5");
    expect(model.looks.shownFill(first, { row: 4, column: 0 })).toBe('#ff0000');
    put(check, 4, 0, [[1]]);
    await model.settled();
    expect(model.looks.shownFill(first, { row: 4, column: 0 })).toBeUndefined();
  });
  test('what is selected is what was asked for', () => {
    const second = model.sheets.add('Second');
    model.sheets.select(second, at(3, 2, 2, 4));
    expect(model.sheets.active()).toBe(second);
    expect(model.sheets.selection()).toEqual([at(3, 2, 2, 4)]);
  });
});

describe('cells', () => {
  test('every kind of value is read back as it was written; text stays text, whatever it looks like', () => {
    const written: Cell[][] = [
      ['007', '1', 1, -0.5],
      ['TRUE', true, false, null],
      ['=x', '2024-01-31', '50%', ' a\nb '],
    ];
    put(first, 1, 1, written);
    expect(values(first, at(1, 1, 3, 4))).toEqual(written);
  });
  test('text that looks like a number stays text when its format or look changes', () => {
    put(first, 0, 0, [['007']]);
    model.cells.setFormat(first, at(0, 0), '@');
    model.looks.setLook(first, at(0, 0), { bold: true });
    model.cells.setFormat(first, at(0, 0), 'General');
    expect(cell(first, 0, 0).value).toBe('007');
  });
  test('a number in a cell formatted as text stays a number when a look is set', () => {
    put(first, 0, 0, [[7]]);
    model.cells.setFormat(first, at(0, 0), '@');
    model.looks.setLook(first, at(0, 0), { bold: true });
    expect(cell(first, 0, 0).value).toBe(7);
  });
  test('a formula that is not calculated yet survives a change of its format', async () => {
    formula(first, 0, 0, '=IF(COUNT(B1)=0,"",B1)');
    model.cells.setFormat(first, at(0, 0), '0.0');
    put(first, 0, 1, [[5]]);
    await model.settled();
    expect(cell(first, 0, 0)).toMatchObject({ value: 5, format: '0.0', text: '5.0' });
  });
  test('an undefined write leaves its cell alone', () => {
    put(first, 0, 0, [['a', 'b']]);
    model.cells.write(first, at(0, 0, 1, 2), [[undefined, { value: 'c' }]]);
    expect(values(first, at(0, 0, 1, 2))).toEqual([['a', 'c']]);
  });
  test('a value replaces a formula, and a formula a value', async () => {
    formula(first, 0, 0, '=1+1');
    await model.settled();
    put(first, 0, 0, [['now text']]);
    expect(cell(first, 0, 0)).toEqual({ value: 'now text', format: 'General', text: 'now text' });
    formula(first, 0, 0, '=2+2');
    await model.settled();
    expect(cell(first, 0, 0)).toMatchObject({ value: 4, formula: '=2+2' });
  });
  test('text shows under the number format', () => {
    put(first, 0, 0, [[0.25, 45322, 1234.5]]);
    model.cells.setFormat(first, at(0, 0), '0%');
    model.cells.setFormat(first, at(0, 1), 'dd/mm/yyyy');
    model.cells.setFormat(first, at(0, 2), '#,##0.00');
    expect(model.cells.read(first, at(0, 0, 1, 3))[0]?.map((one) => [one.format, one.text])).toEqual([
      ['0%', '25%'],
      ['dd/mm/yyyy', '31/01/2024'],
      ['#,##0.00', '1,234.50'],
    ]);
  });
  test('errors are their text', async () => {
    formula(first, 0, 0, '=1/0');
    formula(first, 1, 0, '=MATCH("x",B1:B2,0)');
    await model.settled();
    expect(values(first, at(0, 0, 2, 1))).toEqual([['#DIV/0!'], ['#N/A']]);
  });
  test('a formula reads other sheets, and is calculated again when they change', async () => {
    const second = model.sheets.add('My data');
    put(second, 0, 0, [[1], [2]]);
    formula(first, 0, 0, "=SUM('My data'!A1:A2)");
    await model.settled();
    expect(cell(first, 0, 0).value).toBe(3);
    put(second, 1, 0, [[5]]);
    await model.settled();
    expect(cell(first, 0, 0).value).toBe(6);
  });
  test('an array formula in one cell spills; only its anchor has the formula', async () => {
    put(first, 0, 0, [['a'], [null], ['b']]);
    formula(first, 0, 1, '=IF(LEN(A1:A3)=0,0,1)');
    await model.settled();
    expect(values(first, at(0, 1, 3, 1))).toEqual([[1], [0], [1]]);
    expect(model.cells.read(first, at(0, 1, 4, 1)).map((line) => line[0]?.spilled ?? false)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(cell(first, 0, 1).formula).toBe('=IF(LEN(A1:A3)=0,0,1)');
    expect(cell(first, 1, 1).formula).toBeUndefined();
    put(first, 1, 0, [['c']]);
    await model.settled();
    expect(values(first, at(0, 1, 3, 1))).toEqual([[1], [1], [1]]);
  });
  test('a formula over a spilled range follows it', async () => {
    put(first, 0, 0, [[1], [2], [3]]);
    formula(first, 0, 1, '=A1:A3*10');
    formula(first, 0, 2, '=SUM(B1:B3)');
    await model.settled();
    expect(cell(first, 0, 2).value).toBe(60);
    put(first, 2, 0, [[4]]);
    await model.settled();
    expect(cell(first, 0, 2).value).toBe(70);
  });
  test('a spill goes away with its formula', async () => {
    put(first, 0, 0, [[1], [2], [3]]);
    formula(first, 0, 1, '=A1:A3*10');
    await model.settled();
    model.cells.clear(first, at(0, 1), 'contents');
    await model.settled();
    expect(values(first, at(0, 1, 3, 1))).toEqual([[null], [null], [null]]);
    expect(model.cells.used(first, true)).toEqual(at(0, 0, 3, 1));
  });
  test('a spill onto a cell that holds something is #SPILL!', async () => {
    put(first, 0, 0, [[1], [2], [3]]);
    put(first, 1, 1, [['here']]);
    formula(first, 0, 1, '=A1:A3*10');
    await model.settled();
    expect(values(first, at(0, 1, 3, 1))).toEqual([['#SPILL!'], ['here'], [null]]);
  });
  test('clearing contents keeps the look, clearing formats keeps the content, clearing all takes both', () => {
    const look = { fill: '#ffeb9c', bold: true };
    const fresh = () => {
      put(first, 0, 0, [['x']]);
      model.looks.setLook(first, at(0, 0), look);
    };
    fresh();
    model.cells.clear(first, at(0, 0, 1, 2), 'contents');
    expect([cell(first, 0, 0).value, model.looks.look(first, { row: 0, column: 0 })]).toEqual([null, look]);
    fresh();
    model.cells.clear(first, at(0, 0), 'formats');
    expect([cell(first, 0, 0).value, model.looks.look(first, { row: 0, column: 0 })]).toEqual(['x', {}]);
    fresh();
    model.cells.clear(first, at(0, 0), 'all');
    expect([cell(first, 0, 0).value, model.looks.look(first, { row: 0, column: 0 })]).toEqual([null, {}]);
  });
  test('the used area runs from the first to the last cell with content; a format alone counts unless only values are asked for', () => {
    expect(model.cells.used(first, false)).toBeUndefined();
    put(first, 3, 2, [['a']]);
    put(first, 7, 1, [[1]]);
    model.looks.setLook(first, at(1, 5), { fill: '#ffffff' });
    expect(model.cells.used(first, true)).toEqual(at(3, 1, 5, 2));
    expect(model.cells.used(first, false)).toEqual(at(1, 1, 7, 5));
  });
  test('inserting rows moves content, formulas, validations and highlights', async () => {
    put(first, 0, 0, [[1], [2], [3]]);
    formula(first, 3, 0, '=SUM(A1:A3)');
    model.looks.setValidation(first, at(2, 0), { type: 'custom', formula1: '=A3>0', ignoreBlanks: true });
    model.looks.addHighlight(first, { area: at(0, 0, 3, 1), formula: '=A1=3', fill: '#ff0000', stopIfTrue: false });
    await model.settled();
    model.cells.insertRows(first, 1, 2);
    await model.settled();
    expect(values(first, at(0, 0, 6, 1))).toEqual([[1], [null], [null], [2], [3], [6]]);
    expect(cell(first, 5, 0).formula).toBe('=SUM(A1:A5)');
    expect(model.looks.validations(first, at(0, 0, 10, 1)).map((one) => one.area)).toEqual([at(4, 0)]);
    expect(model.looks.highlights(first).map((one) => one.area)).toEqual([at(0, 0, 5, 1)]);
    expect(model.looks.shownFill(first, { row: 4, column: 0 })).toBe('#ff0000');
    expect(model.looks.shownFill(first, { row: 3, column: 0 })).toBeUndefined();
  });
  test('rows are inserted and deleted on a sheet that is not active', async () => {
    const second = model.sheets.add('Second');
    put(second, 0, 0, [[1], [2], [3]]);
    formula(first, 0, 0, '=SUM(Second!A1:A3)');
    await model.settled();
    model.cells.insertRows(second, 1, 1);
    await model.settled();
    expect(cell(first, 0, 0)).toMatchObject({ formula: '=SUM(Second!A1:A4)', value: 6 });
    model.cells.deleteRows(second, 0, 2);
    await model.settled();
    expect(cell(first, 0, 0)).toMatchObject({ formula: '=SUM(Second!A1:A2)', value: 5 });
    expect(values(second, at(0, 0, 3, 1))).toEqual([[2], [3], [null]]);
  });
  test('a range between two INDEX calls keeps its rows when rows are inserted above', async () => {
    put(first, 4, 0, [['x'], ['y']]);
    formula(first, 4, 2, '=LEN(INDEX(A:A,5):INDEX(A:A,6))');
    await model.settled();
    expect(values(first, at(4, 2, 2, 1))).toEqual([[1], [1]]);
  });
  test('inserting columns moves what stands to the right', async () => {
    put(first, 0, 0, [[1, 2]]);
    formula(first, 0, 2, '=A1+B1');
    model.cells.insertColumns(first, 1, 1);
    await model.settled();
    expect(cell(first, 0, 3)).toMatchObject({ formula: '=A1+C1', value: 3 });
  });
  test('sorting moves whole rows of the area: numbers, then texts, blanks last; equal keys keep their order', () => {
    put(first, 0, 0, [
      ['b', 1],
      [null, 2],
      [10, 3],
      ['A', 4],
      [9, 5],
      ['b', 6],
    ]);
    model.cells.sort(first, at(0, 0, 6, 2), 0, true);
    expect(values(first, at(0, 0, 6, 2))).toEqual([
      [9, 5],
      [10, 3],
      ['A', 4],
      ['b', 1],
      ['b', 6],
      [null, 2],
    ]);
    model.cells.sort(first, at(0, 0, 6, 2), 1, false);
    expect(values(first, at(0, 1, 6, 1)).flat()).toEqual([6, 5, 4, 3, 2, 1]);
  });
});

describe('looks', () => {
  test('a look is read back, and a later one adds to it', () => {
    const look = {
      fill: '#f8cbad',
      colour: '#123456',
      bold: true,
      italic: false,
      size: 14,
      wrap: true,
      vertical: 'top',
      horizontal: 'centre',
      border: { colour: '#cccccc' },
    } as const;
    model.looks.setLook(first, at(1, 1, 2, 2), look);
    expect(model.looks.look(first, { row: 2, column: 2 })).toEqual(look);
    model.looks.setLook(first, at(1, 1), { fill: '', size: 11 });
    const { fill: _, ...rest } = look;
    expect(model.looks.look(first, { row: 1, column: 1 })).toEqual({ ...rest, size: 11 });
    expect(model.looks.look(first, { row: 0, column: 0 })).toEqual({});
  });
  test('widths, hidden rows, frozen panes are read back', () => {
    model.looks.setColumnWidth(first, 2, 2, 180);
    model.looks.setColumnsHidden(first, 3, 1, true);
    model.looks.setColumnWidth(first, 3, 1, 90);
    expect([1, 2, 3].map((column) => model.looks.columnWidth(first, column))).toEqual([64, 180, 90]);
    model.looks.setRowsHidden(first, 3, 2, true);
    model.looks.setRowsHidden(first, 4, 1, false);
    expect([2, 3, 4].map((row) => model.looks.rowHidden(first, row))).toEqual([false, true, false]);
    expect(model.looks.frozen(first)).toEqual({ rows: 0, columns: 0 });
    model.looks.freeze(first, 5, 2);
    expect(model.looks.frozen(first)).toEqual({ rows: 5, columns: 2 });
    model.looks.freeze(first, 0, 0);
    expect(model.looks.frozen(first)).toEqual({ rows: 0, columns: 0 });
  });
  const list: ModelValidation = {
    type: 'list',
    formula1: 'Beginning,Developing',
    inCellDropDown: true,
    ignoreBlanks: true,
    alert: { show: true, style: 'Warning', title: 'Level', message: 'Choose a level from the list' },
    prompt: { show: true, title: 'Level', message: 'Choose one' },
  };
  test('a validation is read back for the part that meets the area', () => {
    const between: ModelValidation = {
      type: 'wholeNumber',
      formula1: '1',
      formula2: '9',
      operator: 'Between',
      ignoreBlanks: false,
    };
    model.looks.setValidation(first, at(0, 0, 10, 2), list);
    model.looks.setValidation(first, at(4, 0, 2, 1), between);
    expect(model.looks.validations(first, at(4, 0))).toEqual([{ area: at(4, 0), validation: between }]);
    expect(model.looks.validations(first, at(4, 1))).toEqual([{ area: at(4, 1), validation: list }]);
    expect(model.looks.validations(first, at(20, 0))).toEqual([]);
    model.looks.clearValidation(first, at(4, 1));
    expect(model.looks.validations(first, at(4, 1))).toEqual([]);
    expect(model.looks.validations(first, at(3, 1))).toHaveLength(1);
  });
  test('highlights are read back, the newest first; the newest wins a cell; stop-if-true ends the search', async () => {
    put(first, 0, 0, [[5]]);
    const old = model.looks.addHighlight(first, {
      area: at(0, 0, 2, 1),
      formula: '=A1>1',
      fill: '#ffeb9c',
      stopIfTrue: false,
    });
    const recent = model.looks.addHighlight(first, {
      area: at(0, 0, 2, 1),
      formula: '=A1>2',
      fill: '#f8cbad',
      colour: '#9c0006',
      bold: true,
      stopIfTrue: true,
    });
    await model.settled();
    expect(model.looks.highlights(first)).toEqual([
      {
        id: recent,
        area: at(0, 0, 2, 1),
        formula: '=A1>2',
        fill: '#f8cbad',
        colour: '#9c0006',
        bold: true,
        stopIfTrue: true,
      },
      { id: old, area: at(0, 0, 2, 1), formula: '=A1>1', fill: '#ffeb9c', stopIfTrue: false },
    ]);
    expect(model.looks.shownFill(first, { row: 0, column: 0 })).toBe('#f8cbad');
    model.looks.removeHighlight(first, recent);
    await model.settled();
    expect(model.looks.shownFill(first, { row: 0, column: 0 })).toBe('#ffeb9c');
    expect(model.looks.shownFill(first, { row: 1, column: 0 })).toBeUndefined();
  });
  test('a highlight follows a spilled verdict on another sheet, cell by cell', async () => {
    const check = model.sheets.add('Check');
    model.looks.addHighlight(first, {
      area: at(4, 0, 3, 1),
      formula: '=Check!A5=2',
      fill: '#f8cbad',
      stopIfTrue: false,
    });
    model.looks.addHighlight(first, {
      area: at(4, 0, 3, 1),
      formula: '=Check!A5=1',
      fill: '#ffeb9c',
      stopIfTrue: false,
    });
    formula(check, 4, 0, '=IF(Sheet1!A5:A7="wrong",2,IF(Sheet1!A5:A7="odd",1,0))');
    put(first, 4, 0, [['wrong'], ['fine'], ['odd']]);
    await model.settled();
    const fills = () => [4, 5, 6, 7].map((row) => model.looks.shownFill(first, { row, column: 0 }));
    expect(fills()).toEqual(['#f8cbad', undefined, '#ffeb9c', undefined]);
    put(first, 4, 0, [['fine'], ['wrong'], ['fine']]);
    await model.settled();
    expect(fills()).toEqual([undefined, '#f8cbad', undefined, undefined]);
  });
  test('without a highlight the fill shown is the cell’s own', () => {
    model.looks.setLook(first, at(0, 0), { fill: '#ddebf7' });
    expect(model.looks.shownFill(first, { row: 0, column: 0 })).toBe('#ddebf7');
  });
});

describe('what a person does', () => {
  const told: PersonEdit[] = [];
  beforeEach(() => {
    told.length = 0;
    model.onPersonEdit((edit) => told.push(edit));
  });

  test('typing is told, and read as Excel reads it', async () => {
    const person = personAt(model);
    person.type(first, { row: 1, column: 1 }, '12');
    await model.settled();
    person.type(first, { row: 2, column: 1 }, '=B2*2');
    await model.settled();
    person.type(first, { row: 3, column: 1 }, '50%');
    person.type(first, { row: 5, column: 1 }, "'007");
    await model.settled();
    expect(values(first, at(1, 1, 5, 1)).flat()).toEqual([12, 24, 0.5, null, '007']);
    expect(told).toEqual([1, 2, 3, 5].map((row) => ({ kind: 'cells', sheet: first, area: at(row, 1) })));
  });
  test('the model’s own writes and recalculated results are not told', async () => {
    put(first, 0, 0, [[1]]);
    formula(first, 0, 1, '=A1:A3*2');
    model.looks.setLook(first, at(0, 0), { bold: true });
    model.cells.insertRows(first, 0, 1);
    model.cells.sort(first, at(0, 0, 3, 1), 0, true);
    const other = model.sheets.add('Other');
    model.sheets.rename(other, 'Another');
    model.sheets.select(other, at(1, 1));
    model.looks.addHighlight(first, { area: at(0, 0), formula: '=A1=1', fill: '#ff0000', stopIfTrue: false });
    await model.settled();
    model.sheets.remove(other);
    await model.settled();
    expect(told).toEqual([]);
  });
  test('a paste, a deletion, a sort and a colour are told with their area', async () => {
    const person = personAt(model);
    person.paste(first, { row: 0, column: 0 }, [
      ['b', '1'],
      ['a', '2'],
    ]);
    await model.settled();
    person.sort(first, at(0, 0, 2, 2), 0, true);
    await model.settled();
    person.paint(first, at(0, 1), '#ff0000');
    await model.settled();
    person.erase(first, at(1, 0));
    await model.settled();
    expect(values(first, at(0, 0, 2, 2))).toEqual([
      ['a', 2],
      [null, 1],
    ]);
    expect(told).toEqual([
      { kind: 'cells', sheet: first, area: at(0, 0, 2, 2) },
      { kind: 'cells', sheet: first, area: at(0, 0, 2, 2) },
      { kind: 'format', sheet: first, area: at(0, 1) },
      { kind: 'cells', sheet: first, area: at(1, 0) },
    ]);
  });
  test('rows, sheets and selections are told', async () => {
    const other = model.sheets.add('Other');
    const person = personAt(model);
    person.insertRows(first, 2, 3);
    await model.settled();
    person.deleteRows(first, 2, 1);
    await model.settled();
    person.activate(other);
    person.rename(other, 'Mine');
    person.select(other, at(1, 1, 2, 2));
    await model.settled();
    const { columns } = { columns: 60 };
    expect(told.filter((edit) => edit.kind !== 'selection' || edit.sheet === other)).toEqual([
      { kind: 'rows-inserted', sheet: first, area: at(2, 0, 3, columns) },
      { kind: 'rows-deleted', sheet: first, area: at(2, 0, 1, columns) },
      { kind: 'sheet-activated', sheet: other },
      { kind: 'sheet-renamed', sheet: other },
      { kind: 'selection', sheet: other, areas: [at(1, 1, 2, 2)] },
    ]);
  });
  test('an undo is an edit like any other', async () => {
    const person = personAt(model);
    person.type(first, { row: 0, column: 0 }, 'one');
    await model.settled();
    told.length = 0;
    await person.undo();
    await model.settled();
    expect(cell(first, 0, 0).value).toBeNull();
    expect(told).toEqual([{ kind: 'cells', sheet: first, area: at(0, 0) }]);
  });
  test('a listener that left hears nothing', async () => {
    const heard: PersonEdit[] = [];
    const leave = model.onPersonEdit((edit) => heard.push(edit));
    leave();
    personAt(model).type(first, { row: 0, column: 0 }, 'x');
    await model.settled();
    expect(heard).toEqual([]);
  });
});

describe('calculation and snapshots', () => {
  test('settled waits for everything written before it, also while a calculation is under way', async () => {
    put(
      first,
      0,
      0,
      Array.from({ length: 400 }, (_, row) => [row]),
    );
    formula(first, 0, 1, '=IF(A1:A400>10,1,0)');
    formula(first, 0, 2, '=SUM(B1:B400)');
    const early = model.settled();
    await new Promise((resolve) => setTimeout(resolve, 2));
    put(first, 0, 0, [[1000]]);
    await model.settled();
    expect(cell(first, 0, 2).value).toBe(390);
    await early;
  });
  test('an edit made while an array is being calculated is not lost', async () => {
    put(
      first,
      0,
      0,
      Array.from({ length: 300 }, () => [1]),
    );
    formula(first, 0, 1, '=A1:A300*2');
    formula(first, 0, 2, '=SUM(B1:B300)');
    for (let step = 0; step < 40; step += 1) {
      put(first, step, 0, [[2]]);
      await new Promise((resolve) => setTimeout(resolve, step % 7));
    }
    await model.settled();
    expect(cell(first, 0, 2).value).toBe(680);
  });
  test('a snapshot is plain JSON and brings everything back', async () => {
    const check = model.sheets.add('Check');
    put(first, 4, 0, [['007'], ['wrong'], [null]]);
    model.cells.setFormat(first, at(4, 1), '0.0');
    formula(check, 4, 0, '=IF(Sheet1!A5:A7="wrong",2,0)');
    const alert = { show: true, style: 'Information', title: 'T', message: 'M' };
    const validation: ModelValidation = {
      type: 'list',
      formula1: 'a,b',
      inCellDropDown: true,
      ignoreBlanks: true,
      alert,
    };
    model.looks.setValidation(first, at(4, 0, 3, 1), validation);
    model.looks.addHighlight(first, {
      area: at(4, 0, 3, 1),
      formula: '=Check!A5=1',
      fill: '#ffeb9c',
      stopIfTrue: false,
    });
    model.looks.addHighlight(first, {
      area: at(4, 0, 3, 1),
      formula: '=Check!A5=2',
      fill: '#f8cbad',
      stopIfTrue: false,
    });
    model.looks.setColumnWidth(first, 0, 1, 222);
    model.looks.freeze(first, 4, 0);
    model.sheets.setHidden(check, true);
    model.sheets.select(first, at(5, 0));
    model.attachments.charts = [{ name: 'Levels' }];
    await model.settled();

    const again = openModel(JSON.parse(JSON.stringify(model.snapshot())));
    await again.settled();
    expect(again.sheets.list()).toEqual(model.sheets.list());
    expect(values(first, at(4, 0, 3, 1), again)).toEqual([['007'], ['wrong'], [null]]);
    expect(values(check, at(4, 0, 3, 1), again)).toEqual([[0], [2], [0]]);
    expect(again.cells.read(check, at(5, 0))[0]?.[0]?.spilled).toBe(true);
    expect(again.looks.validations(first, at(4, 0, 3, 1))).toEqual([{ area: at(4, 0, 3, 1), validation }]);
    expect(again.looks.highlights(first)).toEqual(model.looks.highlights(first));
    expect(again.looks.shownFill(first, { row: 5, column: 0 })).toBe('#f8cbad');
    expect(cell(first, 4, 1, again).format).toBe('0.0');
    expect(again.looks.columnWidth(first, 0)).toBe(222);
    expect(again.looks.frozen(first)).toEqual({ rows: 4, columns: 0 });
    expect(again.attachments).toEqual({ charts: [{ name: 'Levels' }] });
    again.cells.write(first, at(5, 0), [[{ value: 'right' }]]);
    await again.settled();
    expect(again.looks.shownFill(first, { row: 5, column: 0 })).toBeUndefined();
    expect(cell(first, 5, 0).value).toBe('wrong');
    again.dispose();
  });
  test('two workbooks in one process do not touch each other', async () => {
    const other = createModel();
    const sheet = other.sheets.active();
    put(first, 0, 0, [[1], [2]]);
    other.cells.write(sheet, at(0, 0, 2, 1), [[{ value: 10 }], [{ value: 20 }]]);
    formula(first, 0, 1, '=A1:A2*2');
    other.cells.write(sheet, at(0, 1), [[{ formula: '=A1:A2*2' }]]);
    await Promise.all([model.settled(), other.settled()]);
    expect(values(first, at(0, 1, 2, 1))).toEqual([[2], [4]]);
    expect(values(sheet, at(0, 1, 2, 1), other)).toEqual([[20], [40]]);
    other.dispose();
  });
});
