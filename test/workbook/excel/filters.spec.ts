import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import type { Workbook } from '#workbook/workbook.ts';
import { openExcel, type OpenExcel } from '../../kit/excel-client.ts';
import { personAt, type Person } from '../../kit/person.ts';
import { areaAt, blockAt, planWith } from '../../kit/sheet-plans.ts';
import type { UniverModel } from '#workbench/engine/univer-model.ts';

/** A sheet whose rows are filtered, so that blocks written over it would be misplaced. */
describe.each(['web', 'ltsc2021'] as const)('a filtered sheet in %s', (profile) => {
  let excel: OpenExcel;
  let workbook: Workbook;
  let person: Person;
  let trees: string;
  let ponds: string;
  beforeEach(async () => {
    excel = await openExcel({ profile, globals: false });
    workbook = excelWorkbook({ client: excel.Excel });
    person = personAt(excel.model as UniverModel);
    const drawn = await workbook.draw([{ plan }, { plan: other }]);
    if (!drawn.ok) throw new Error(drawn.failure.kind);
    [trees = '', ponds = ''] = drawn.value;
    person.filter(trees, areaAt(0, 0, 4, 3), 0, ['an elm']);
  });
  afterEach(() => excel.close());

  const plan = planWith({
    name: 'Trees',
    blocks: [
      blockAt(0, 0, [
        ['Kind', 'Level', 'Seen'],
        ['an oak', 3, null],
        ['an elm', 2, null],
        ['an ash', 1, null],
      ]),
    ],
    protection: { unlocked: [areaAt(1, 2, 3, 1)] },
    regions: [{ name: 'seen', area: areaAt(1, 2, 3, 1), belongsTo: 'person' }],
  });
  const other = planWith({ name: 'Ponds', blocks: [blockAt(0, 0, [['a pond']])] });
  const filtered = { ok: false, failure: { kind: 'filtered', sheet: 'Trees' } };

  test('is not drawn over, nor is anything else with it; it stays protected', async () => {
    const before = excel.model.snapshot();
    expect(await workbook.mayDrawOver([ponds, trees])).toEqual(filtered);
    const more = planWith({ name: 'More', blocks: [blockAt(0, 0, [['x']])] });
    expect(await workbook.draw([{ plan: other, at: ponds }, { plan: more }, { plan, at: trees }])).toEqual(filtered);
    expect(excel.model.snapshot()).toEqual(before);
  });

  test('is drawn over once all rows show', async () => {
    person.showAll(trees);
    expect(await workbook.mayDrawOver([trees])).toMatchObject({ ok: true });
    expect(await workbook.draw([{ plan, at: trees }])).toMatchObject({ ok: true });
  });

  test('does not stand in the way of drawing other sheets', async () => {
    expect(await workbook.mayDrawOver([ponds])).toMatchObject({ ok: true });
    expect(await workbook.draw([{ plan: other, at: ponds }])).toMatchObject({ ok: true });
  });

  test('is read whole', async () => {
    const read = await workbook.read(trees);
    expect(read.ok && read.value.map(([kind]) => kind)).toEqual(['Kind', 'an oak', 'an elm', 'an ash']);
  });

  test('takes neighbouring cells one by one, in as many syncs as any sheet', async () => {
    await excel.Excel.run(async (context) => context.workbook.worksheets.getItem(trees).protection.unprotect());
    excel.requests.length = 0;
    const cells = [1, 3].flatMap((row) => [1, 2].map((column) => ({ row, column })));
    const changes = cells.map((cell) => ({ sheet: trees, cell, value: `${cell.row} and ${cell.column}` }));
    expect(await workbook.apply(changes)).toMatchObject({ ok: true });
    await excel.quiet();
    expect(excel.requests).toHaveLength(2);
    expect(await workbook.read(trees)).toMatchObject({
      value: [
        ['Kind', 'Level', 'Seen'],
        ['an oak', '1 and 1', '1 and 2'],
        ['an elm', 2, null],
        ['an ash', '3 and 1', '3 and 2'],
      ],
    });
  });

  test('that is gone meanwhile is told as gone by the drawing alone', async () => {
    excel.model.sheets.remove(trees);
    expect(await workbook.mayDrawOver([trees])).toMatchObject({ ok: true });
    expect(await workbook.draw([{ plan, at: trees }])).toEqual({ ok: false, failure: { kind: 'gone' } });
  });
});
