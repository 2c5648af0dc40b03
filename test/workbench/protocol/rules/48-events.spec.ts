import type { UniverModel } from '#workbench/engine/univer-model.ts';
import { openExcel, type OpenExcel, type OpenExcelOptions } from '../../../kit/excel-client.ts';
import { personAt, type Person } from '../../../kit/person.ts';
import { refusalOf } from '../../../kit/refusal.ts';

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

interface Heard {
  readonly excel: OpenExcel;
  readonly changes: Excel.WorksheetChangedEventArgs[];
  /** All that was heard, in order, in short. */
  readonly all: string[];
  readonly sheet: string;
  /** Does something to the first sheet in one batch, and waits for its events. */
  write(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void>;
  /** Does something as a person at the grid, and waits for its events. */
  act(deed: (person: Person) => void): Promise<void>;
}

/** Opens an Excel in which a pane listens to everything. */
const listening = async (options: OpenExcelOptions, test: (heard: Heard) => Promise<void>): Promise<void> => {
  const excel = await openExcel(options);
  const { Excel, model } = excel;
  const sheet = model.sheets.active();
  const heard: Heard = {
    excel,
    sheet,
    changes: [],
    all: [],
    async write(work) {
      await Excel.run(async (context) => {
        work(context.workbook.worksheets.getItem(sheet), context);
        await context.sync();
      });
      await excel.quiet();
    },
    async act(deed) {
      deed(personAt(model as UniverModel));
      await excel.quiet();
    },
  };
  try {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add(async (event) => {
        heard.changes.push(event);
        heard.all.push(`changed ${event.address}`);
      });
      sheets.onActivated.add(async (event) => void heard.all.push(`activated ${event.worksheetId}`));
      sheets.onSelectionChanged.add(async (event) => void heard.all.push(`selected ${event.address}`));
      await context.sync();
    });
    await test(heard);
  } finally {
    await excel.close();
  }
};

test.each(['web', 'ltsc2021'] as const)(
  'RULE 48 (believed): events come after the sync that caused them, in order, also for own writes: %s',
  (profile) =>
    listening({ profile }, async ({ excel, all, changes, sheet }) => {
      await excel.Excel.run(async (context) => {
        const first = context.workbook.worksheets.getItem(sheet);
        first.getRange('A1').values = [['one']];
        first.getRange('B1:C2').values = 'two' as unknown as string[][];
        await context.sync();
        expect(all).toEqual([]);
      });
      await excel.quiet();
      expect(all).toEqual(['changed A1', 'changed B1:C2']);
      expect(changes[0]).toMatchObject({
        type: 'WorksheetChanged',
        changeType: 'RangeEdited',
        source: 'Local',
        triggerSource: 'ThisLocalAddin',
        worksheetId: sheet,
      });
    }),
);

test('RULE 48 (believed): what somebody else writes has the source Remote', () =>
  listening({}, async ({ excel, changes, sheet }) => {
    excel.host.remoteEdit(sheet, { row: 1, column: 1, rows: 1, columns: 2 }, [['a', 'b']]);
    await excel.quiet();
    expect(changes).toMatchObject([{ address: 'B2:C2', source: 'Remote', triggerSource: 'Unknown' }]);
  }));

test('RULE 48 (believed): what another pane of this Excel writes is local but not this add-in', () =>
  listening({}, async ({ excel, changes, sheet }) => {
    const other = await openExcel({ host: excel.host, globals: false });
    await other.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange('A1').values = [[1]];
    });
    await excel.quiet();
    await other.close();
    expect(changes).toMatchObject([{ source: 'Local', triggerSource: 'Unknown' }]);
  }));

test('RULE 49 (believed): what a person types is heard', () =>
  listening({}, async ({ act, changes, sheet }) => {
    await act((person) => person.type(sheet, cell(4, 2), 'typed'));
    expect(changes).toMatchObject([{ address: 'C5', changeType: 'RangeEdited', triggerSource: 'Unknown' }]);
  }));

test('RULE 49 (believed): inserted and deleted rows give their kind and whole rows', () =>
  listening({}, async ({ act, changes, sheet }) => {
    await act((person) => person.insertRows(sheet, 4, 1));
    await act((person) => person.deleteRows(sheet, 1, 2));
    expect(changes).toMatchObject([
      { address: '5:5', changeType: 'RowInserted' },
      { address: '2:3', changeType: 'RowDeleted' },
    ]);
  }));

test('RULE 49 (believed): a paste gives one event with the block', () =>
  listening({}, async ({ act, changes, sheet }) => {
    await act((person) => person.paste(sheet, cell(1, 1), [['a', 'b'], ['c', 'd']])); // prettier-ignore
    expect(changes).toMatchObject([{ address: 'B2:C3', changeType: 'RangeEdited' }]);
    expect(changes[0]?.details).toBeUndefined();
  }));

test('RULE 49 (believed): recalculation is not a change', () =>
  listening({}, async ({ write, act, all, sheet }) => {
    await write((sheet) => (sheet.getRange('B1').formulas = [['=A1*2']]));
    all.length = 0;
    await act((person) => person.type(sheet, cell(0, 0), '21'));
    await write((sheet) => (sheet.getRange('A1').values = [[4]]));
    expect(all).toEqual(['changed A1', 'changed A1']);
  }));

test('RULE 49 (believed): details come only with the edit of a single cell', () =>
  listening({}, async ({ write, changes }) => {
    await write((sheet) => (sheet.getRange('A1').values = [['before']]));
    await write((sheet) => (sheet.getRange('A1').formulas = [['=1+1']]));
    await write((sheet) => (sheet.getRange('A1:A2').values = [[1], [2]]));
    expect(changes.map(({ details }) => details)).toEqual([
      { valueBefore: '', valueAfter: 'before', valueTypeBefore: 'Empty', valueTypeAfter: 'String' },
      { valueBefore: 'before', valueAfter: 2, valueTypeBefore: 'String', valueTypeAfter: 'Double' },
      undefined,
    ]);
  }));

test('RULE 49 (believed): a change of format is heard', () =>
  listening({}, async ({ write, all }) => {
    await write((sheet) => (sheet.getRange('A1:A3').format.fill.color = '#FF0000'));
    expect(all).toEqual(['changed A1:A3']);
  }));

test('Activating and selecting are heard', () =>
  listening({}, async ({ write, all, sheet }) => {
    await write((_, context) => context.workbook.worksheets.add('Second'));
    await write((_, context) => context.workbook.worksheets.getItem('Second').activate());
    await write((first) => first.getRange('B2:B4').select());
    expect(all).toEqual([expect.stringMatching('activated '), `activated ${sheet}`, 'selected B2:B4']);
  }));

test('RULE 50 (believed): events may all be lost', () =>
  listening({ dropEvents: true }, async ({ write, act, all, excel, sheet }) => {
    await write((first) => (first.getRange('A1').values = [[1]]));
    await write((first) => first.getRange('A1').select());
    await act((person) => person.type(sheet, cell(0, 0), 'typed'));
    excel.host.remoteEdit(sheet, cell(0, 0), [['remote']]);
    await excel.quiet();
    expect(all).toEqual([]);
  }));

test('RULE 50 (believed): a pick from a drop-down may not be heard, typing elsewhere is', () =>
  listening({ dropEvents: 'drop-down-picks' }, async ({ write, act, all, sheet }) => {
    await write((sheet) => {
      sheet.getRange('A1:A9').dataValidation.rule = { list: { inCellDropDown: true, source: 'yes,no' } };
    });
    all.length = 0;
    await act((person) => person.type(sheet, cell(0, 0), 'yes'));
    await act((person) => person.type(sheet, cell(0, 1), 'yes'));
    expect(all).toEqual(['changed B1']);
  }));

test('RULE 51 (believed): enableEvents = false silences this pane, and only this one, until true', () =>
  listening({}, async ({ write, all, excel, sheet }) => {
    const other = await openExcel({ host: excel.host, globals: false });
    const heardByOther: string[] = [];
    await other.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => void heardByOther.push(address));
    });
    await write((_, context) => (context.runtime.enableEvents = false));
    await write((first) => (first.getRange('A1').values = [[1]]));
    excel.host.remoteEdit(sheet, cell(1, 0), [[2]]);
    await write((_, context) => (context.runtime.enableEvents = true));
    await write((first) => (first.getRange('A3').values = [[3]]));
    await other.close();
    expect([all, heardByOther]).toEqual([['changed A3'], ['A1', 'A2', 'A3']]);
  }));

test('RULE 51 (believed): a pane that is closed or loaded anew hears nothing', () =>
  listening({}, async ({ excel, sheet }) => {
    const closed = await openExcel({ host: excel.host, globals: false });
    const heard: string[] = [];
    await closed.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
    });
    await closed.close();
    excel.host.remoteEdit(sheet, cell(0, 0), [[1]]);
    await excel.quiet();
    expect(heard).toEqual([]);
    const refusal = await refusalOf(closed.Excel.run(async (context) => context.workbook.worksheets.add('Late')));
    expect(refusal.code).toBe('InvalidOrTimedOutSession');
  }));

test('RULE 51 (recorded in the client): a handler is removed with its own context, then it is silent', () =>
  listening({}, async ({ excel, sheet }) => {
    const heard: string[] = [];
    const handler = await excel.Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
      return added;
    });
    await excel.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    excel.host.remoteEdit(sheet, cell(0, 0), [[1]]);
    await excel.quiet();
    expect(heard).toEqual([]);
  }));

test('RULE 51 (believed): events of a sheet that is gone when they would be delivered stay silent', () =>
  listening({}, async ({ write, all }) => {
    await write((_, context) => {
      const sheet = context.workbook.worksheets.add('Short-lived');
      sheet.getRange('A1').values = [[1]];
      sheet.delete();
    });
    expect(all).toEqual([]);
  }));

test('RULE 52 (believed): a handler that writes what it hears of is stopped', () =>
  listening({}, async ({ excel, write }) => {
    let rounds = 0;
    let stopped = '';
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async () => {
        rounds += 1;
        await excel.Excel.run(async (again) => {
          again.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[rounds]];
        }).catch((error: Error) => (stopped = error.message));
      });
    });
    await write((sheet) => (sheet.getRange('A1').values = [['start']]));
    for (let waited = 0; waited < 100 && stopped === ''; waited += 1) await excel.quiet();
    expect(stopped).toMatch(/event handler/);
    expect(rounds).toBeLessThan(200);
  }));

test('The workbook is dirty after a change until the workbench has saved it', () =>
  listening({}, async ({ excel, write, act, sheet }) => {
    const isDirty = () =>
      excel.Excel.run(async ({ workbook, sync }) => {
        workbook.load('isDirty');
        await sync();
        return workbook.isDirty;
      });
    const outcomes = [await isDirty()];
    await write((sheet) => sheet.getRange('A1').load('values'));
    outcomes.push(await isDirty());
    await write((sheet) => (sheet.getRange('A1').values = [[1]]));
    outcomes.push(await isDirty());
    excel.host.saved();
    outcomes.push(await isDirty());
    await act((person) => person.type(sheet, cell(0, 0), 'typed'));
    outcomes.push(await isDirty());
    expect(outcomes).toEqual([false, false, true, false, true]);
  }));
