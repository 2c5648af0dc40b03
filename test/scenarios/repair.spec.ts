import { fixedRows } from '#core/instrument/instrument.ts';
import { attachmentsOf } from '#workbench/protocol/attachments.ts';
import { repairSheet } from '../../src/flows/repair-sheet.ts';
import { gardenOwner, gardenRound, gardens } from '../kit/garden-instrument.ts';
import { expectOk } from './kit/person-at-work.ts';
import { standingReturn, type StandingReturn } from './kit/standing-return.ts';

jest.setTimeout(180_000);

const answers = {
  rows: [
    { key: 'N1', values: { state: '1 Bare', seen: 'Mint' } },
    { key: 'N2', values: { state: 'No water' } },
    { key: 'S1', values: { state: '9' } },
    { key: 'N3', values: { state: '3 In fruit' } },
  ],
};

/** After a paste, a sort, inserted rows: what was lost comes back, where rows and columns stand now; values stay. */
describe.each(['web', 'ltsc2021'] as const)('repairing a sheet in profile %s', (profile) => {
  let school: StandingReturn;
  beforeEach(async () => {
    school = await standingReturn(
      { instrument: gardens, round: gardenRound, owner: gardenOwner, answers },
      { profile },
    );
    await school.excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(entry()).protection.unprotect();
      await context.sync();
    });
  });
  afterEach(() => school.close());
  const entry = () => school.open.sheets.entry;
  const repair = async () => expectOk(await repairSheet(school.desk, await school.reopened()));
  const statuses = () => Promise.all(fixedRows(gardens).map(({ key }) => school.text(key, '#status')));
  const asDrawn = ['Done', 'Done', 'Needs fixing', 'Needs fixing', 'To do'];

  test('a sheet that lost nothing has nothing to report and stays as it is', async () => {
    const before = (await school.check()).content;
    expect(await repair()).toEqual({ entry: [], workings: 0, sheets: [] });
    expect((await school.check()).content).toEqual(before);
    expect(await statuses()).toEqual(asDrawn);
  });

  test('drop-downs, colours, headings, ids and status formulas come back after a sort and inserted rows; it says what it did', async () => {
    const at = await school.spot('N1', 'state');
    const list = { plain: await school.dropDown('N1', 'state'), wet: await school.dropDown('N2', 'state') };
    const table = { row: at.row, column: 0, rows: 5, columns: 11 };
    school.person.sort(entry(), table, 0, false);
    school.person.insertRows(entry(), at.row + 1, 2);
    const status = await school.spot('S1', '#status');
    school.person.type(entry(), status, 'fine');
    school.person.type(entry(), { row: at.row - 1, column: at.column }, 'My state');
    school.model.looks.clearValidation(entry(), { row: at.row, column: at.column, rows: 7, columns: 2 });
    school.model.looks.setRowsHidden(entry(), at.row - 2, 1, false);
    await school.model.settled();
    const before = (await school.check()).content;

    const mended = await repair();
    expect(Object.fromEntries(mended.entry.map(({ kind, count }) => [kind, count]))).toMatchObject({
      words: 1,
      formulas: 1,
      help: 7,
      'hidden-rows': 1,
    });
    expect((await school.check()).content).toEqual(before);
    expect(await statuses()).toEqual(asDrawn);
    expect(await school.fill('S1', 'state')).toBe('#FAD4D1');
    expect(await school.fill('N3', 'seen')).toBe('#FAD4D1');
    expect([await school.dropDown('N1', 'state'), await school.dropDown('N2', 'state')]).toEqual([
      list.plain,
      list.wet,
    ]);
    expect(
      school.model.cells.read(entry(), { row: at.row - 1, column: at.column, rows: 1, columns: 1 })[0]?.[0]?.text,
    ).toBe('State');
    expect(school.model.looks.rowHidden(entry(), at.row - 2)).toBe(true);
    expect(await repair()).toMatchObject({ entry: [] });
  });

  test('a column that was inserted stays where it is, and everything is marked beside it', async () => {
    const at = await school.spot('N1', 'seen');
    school.model.cells.insertColumns(entry(), at.column, 1);
    school.model.cells.write(entry(), { row: at.row, column: at.column, rows: 1, columns: 1 }, [
      [{ value: 'my own note' }],
    ]);
    await school.model.settled();
    await repair();
    expect((await school.spot('N1', 'seen')).column).toBe(at.column + 1);
    expect(await statuses()).toEqual(asDrawn);
    expect(await school.fill('S1', 'state')).toBe('#FAD4D1');
    expect(await school.fill('N3', 'seen')).toBe('#FAD4D1');
    const own = school.model.cells.read(entry(), { row: at.row, column: at.column, rows: 1, columns: 1 })[0]?.[0];
    expect(own?.text).toBe('my own note');
    expect((await school.check()).damage).toEqual([]);
  });

  test('rows and columns that are gone come back blank, at the end', async () => {
    const { row } = await school.spot('S1', 'state');
    school.person.deleteRows(entry(), row, 1);
    await school.model.settled();
    expect((await school.check()).damage.map(({ kind }) => kind)).toEqual(['row-missing']);
    await repair();
    expect((await school.check()).damage).toEqual([]);
    expect(await statuses()).toEqual(['Done', 'Done', 'To do', 'Needs fixing', 'To do']);
  });

  test('sheets that work behind are drawn again when they were deleted, the print set-up and protection too', async () => {
    const check = String(school.open.sheets.check);
    school.model.sheets.remove(check);
    delete attachmentsOf(school.model).print[entry()];
    await school.model.settled();
    expect(await repair()).toMatchObject({ sheets: ['check'] });
    expect(await statuses()).toEqual(asDrawn);
    expect(attachmentsOf(school.model).print[entry()]).toMatchObject({ orientation: 'Landscape', paperSize: 'A4' });
    expect(attachmentsOf(school.model).protection[entry()]).toBeDefined();
  });
});
