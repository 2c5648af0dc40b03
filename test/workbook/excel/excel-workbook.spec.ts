import type { WorkbookHint } from '#workbook/workbook.ts';
import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { openExcel, type OpenExcel, type OpenExcelOptions } from '../../kit/excel-client.ts';
import { blockAt, planWith } from '../../kit/sheet-plans.ts';

/** What only an open Excel does: it edits cells, sends events, limits requests, and stands open for others. */
describe.each(['web', 'ltsc2021'] as const)('an open Excel (%s)', (profile) => {
  const open: OpenExcel[] = [];
  const opened = async (options: OpenExcelOptions = {}): Promise<OpenExcel> => {
    const excel = await openExcel({ profile, globals: false, ...options });
    open.push(excel);
    return excel;
  };
  afterEach(async () => {
    for (const excel of open.splice(0).reverse()) await excel.close();
  });

  const plan = planWith({ name: 'Trees', blocks: [blockAt(0, 0, [['an oak', 3]])] });

  const everyOperation = (excel: OpenExcel, pause: (milliseconds: number) => Promise<void>) => {
    const workbook = excelWorkbook({ client: excel.Excel, pause });
    return {
      survey: () => workbook.survey(),
      draw: () => workbook.draw([{ plan }]),
      mayDrawOver: () => workbook.mayDrawOver(['any']),
      read: () => workbook.read('any'),
      apply: () => workbook.apply([{ sheet: 'any', cell: { row: 0, column: 0 }, value: 1 }]),
      show: () => workbook.show('any'),
      selection: () => workbook.selection(),
      watch: () => workbook.watch(() => undefined),
      note: () => workbook.note('returns'),
      setNote: () => workbook.setNote('returns', 'x'),
      saved: () => workbook.saved(),
    };
  };

  describe('while a person edits a cell', () => {
    test('every operation waits half a second, one and two, and then says so', async () => {
      const excel = await opened();
      excel.host.setEditing(true);
      const waits: number[] = [];
      const operations = everyOperation(excel, (milliseconds) => Promise.resolve(void waits.push(milliseconds)));
      for (const operation of Object.values(operations)) {
        waits.length = 0;
        expect(await operation()).toEqual({ ok: false, failure: { kind: 'editing' } });
        expect(waits).toEqual([500, 1000, 2000]);
      }
      excel.host.setEditing(false);
    });

    test('an operation succeeds when the edit ends in time, and does its work once', async () => {
      const excel = await opened();
      excel.host.setEditing(true);
      let waits = 0;
      const workbook = excelWorkbook({
        client: excel.Excel,
        pause: () => Promise.resolve(void ((waits += 1) === 2 && excel.host.setEditing(false))),
      });
      expect(await workbook.draw([{ plan }])).toMatchObject({ ok: true });
      expect(await workbook.survey()).toMatchObject({ ok: true, value: [{}, { name: 'Trees' }] });
    });

    test('an edit that begins between two steps of a drawing is waited for too', async () => {
      const excel = await opened();
      const workbook = excelWorkbook({
        client: {
          run: (async (batch: (context: Excel.RequestContext) => Promise<unknown>) => {
            if (excel.requests.length === 2) excel.host.setEditing(true);
            return excel.Excel.run(batch);
          }) as typeof Excel.run,
        },
        pause: () => Promise.resolve(excel.host.setEditing(false)),
      });
      expect(await workbook.draw([{ plan }])).toMatchObject({ ok: true });
      expect(await workbook.survey()).toMatchObject({ ok: true, value: [{}, { name: 'Trees' }] });
    });
  });

  describe('hints', () => {
    const watched = async (options?: OpenExcelOptions) => {
      const excel = await opened(options);
      const workbook = excelWorkbook({ client: excel.Excel });
      const hints: WorkbookHint[] = [];
      const stop = await workbook.watch((hint) => hints.push(hint));
      if (!stop.ok) throw new Error(stop.failure.kind);
      const survey = await workbook.survey();
      if (!survey.ok) throw new Error(survey.failure.kind);
      return { excel, workbook, hints, stop: stop.value, sheet: survey.value[0]?.id ?? '' };
    };
    /** Somebody at the same Excel without us: another pane, which writes as a person would. */
    const byHand = async (excel: OpenExcel, act: (sheets: Excel.WorksheetCollection) => void) => {
      const other = await opened({ host: excel.host });
      await other.Excel.run(async (context) => {
        act(context.workbook.worksheets);
        await context.sync();
      });
      await excel.quiet();
    };

    test('an edit by somebody else is hinted with its place', async () => {
      const { excel, hints, sheet } = await watched();
      await byHand(
        excel,
        (sheets) =>
          (sheets.getItem(sheet).getRange('B2:C3').values = [
            [1, 2],
            [3, 4],
          ]),
      );
      expect(hints).toContainEqual({ kind: 'edited', sheet, area: { row: 1, column: 1, rows: 2, columns: 2 } });
    });

    test('what somebody edits from elsewhere is hinted', async () => {
      const { excel, hints, sheet } = await watched();
      excel.host.remoteEdit(excel.model.sheets.list()[0]?.id ?? '', { row: 4, column: 0, rows: 1, columns: 1 }, [
        ['x'],
      ]);
      await excel.quiet();
      expect(hints).toContainEqual({ kind: 'edited', sheet, area: { row: 4, column: 0, rows: 1, columns: 1 } });
    });

    test('own writes are not hinted', async () => {
      const { excel, workbook, hints, sheet } = await watched();
      await workbook.apply([{ sheet, cell: { row: 0, column: 0 }, value: 'ours' }]);
      await workbook.draw([{ plan }]);
      await excel.quiet();
      expect(hints.filter(({ kind }) => kind === 'edited')).toEqual([]);
    });

    test('another sheet in front is hinted, and another selection', async () => {
      const { excel, workbook, hints } = await watched();
      const drawn = await workbook.draw([{ plan }]);
      const trees = drawn.ok ? (drawn.value[0] ?? '') : '';
      await workbook.show(trees, { row: 5, column: 5 });
      await excel.quiet();
      expect(hints).toContainEqual({ kind: 'activated', sheet: trees });
      expect(hints).toContainEqual({ kind: 'selected', sheet: trees });
    });

    test('after stopping nothing is hinted, and stopping again is fine', async () => {
      const { excel, hints, stop, sheet } = await watched();
      await stop();
      await stop();
      await byHand(excel, (sheets) => (sheets.getItem(sheet).getRange('A1').values = [[1]]));
      expect(hints).toEqual([]);
    });

    test('with every event lost all that is read is still right', async () => {
      const { excel, workbook, hints, sheet } = await watched({ dropEvents: true });
      await byHand(excel, (sheets) => (sheets.getItem(sheet).getRange('A1').values = [['typed']]));
      expect(hints).toEqual([]);
      expect(await workbook.read(sheet)).toEqual({ ok: true, value: [['typed']] });
    });
  });

  test('a workbook that cannot be changed is read; writing says that it is protected', async () => {
    const first = await opened();
    first.model.cells.write(first.model.sheets.list()[0]?.id ?? '', { row: 0, column: 0, rows: 1, columns: 1 }, [
      [{ value: 'old' }],
    ]);
    const excel = await opened({ model: first.model, readOnly: true });
    const workbook = excelWorkbook({ client: excel.Excel });
    const survey = await workbook.survey();
    const sheet = survey.ok ? (survey.value[0]?.id ?? '') : '';
    expect(await workbook.read(sheet)).toEqual({ ok: true, value: [['old']] });
    const refused = { ok: false, failure: { kind: 'protected' } };
    expect(await workbook.apply([{ sheet, cell: { row: 0, column: 0 }, value: 1 }])).toEqual(refused);
    expect(await workbook.draw([{ plan }])).toEqual(refused);
  });

  test('texts that are too large for one request are written and read in smaller ones', async () => {
    const excel = await opened();
    const workbook = excelWorkbook({ client: excel.Excel });
    const text = 'words and words '.repeat(60);
    const content = Array.from({ length: 300 }, (_, row) =>
      Array.from({ length: 30 }, (_, at) => `${text}${row}/${at}`),
    );
    const drawn = await workbook.draw([
      { plan: planWith({ name: 'Texts', blocks: [blockAt(0, 0, content, true)] }) },
    ]);
    expect(drawn).toMatchObject({ ok: true });
    const read = drawn.ok ? await workbook.read(drawn.value[0] ?? '') : drawn;
    expect(read).toEqual({ ok: true, value: content });
    const refused = excel.requests.some(({ error }) => error === 'RequestPayloadSizeLimitExceeded');
    expect(refused).toBe(profile === 'web');
  }, 60_000);

  test('a workbook is saved once its file holds what the screen shows', async () => {
    const excel = await opened();
    const workbook = excelWorkbook({ client: excel.Excel });
    await workbook.draw([{ plan }]);
    expect(await workbook.saved()).toEqual({ ok: true, value: 'unsaved' });
    excel.host.saved();
    expect(await workbook.saved()).toEqual({ ok: true, value: 'saved' });
  });

  test('operations asked for at once are done one after another', async () => {
    const excel = await opened();
    const workbook = excelWorkbook({ client: excel.Excel });
    const survey = await workbook.survey();
    const sheet = survey.ok ? (survey.value[0]?.id ?? '') : '';
    const cell = { row: 0, column: 0 };
    await Promise.all([1, 2, 3].map((value) => workbook.apply([{ sheet, cell, value }])));
    expect(await workbook.read(sheet)).toEqual({ ok: true, value: [[3]] });
  });
});
