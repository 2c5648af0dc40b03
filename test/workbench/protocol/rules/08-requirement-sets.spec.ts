import { openExcel } from '../../../kit/excel-client.ts';
import { refusalOf } from '../../../kit/refusal.ts';
import { members } from '#workbench/protocol/members.ts';
import { requirementSets } from '#workbench/protocol/requirement-sets.ts';

const open = async (profile: 'web' | 'ltsc2021', work: (excel: Awaited<ReturnType<typeof openExcel>>) => unknown) => {
  const excel = await openExcel({ profile });
  try {
    await work(excel);
  } finally {
    await excel.close();
  }
};

test('RULE 8 (believed): isSetSupported mirrors the profile, and reads versions part by part', async () => {
  await open('web', ({ Office }) => {
    const { isSetSupported } = Office.context.requirements;
    expect(['1.9', '1.14', '1.21', '1.22'].map((version) => isSetSupported('ExcelApi', version))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(isSetSupported('ExcelApiOnline', '1.1')).toBe(true);
    expect(isSetSupported('NestedAppAuth', '1.1')).toBe(false);
  });
  await open('ltsc2021', ({ Office }) => {
    const { isSetSupported } = Office.context.requirements;
    expect(['1.9', '1.14', '1.15'].map((version) => isSetSupported('ExcelApi', version))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isSetSupported('SharedRuntime', '1.2')).toBe(false);
    expect(Office.context.platform).toBe('PC');
  });
});

test('RULE 8 (believed): a member above the profile is ApiNotFound at sync, loaded or called', () =>
  open('ltsc2021', async ({ Excel }) => {
    const refused = (work: (sheets: Excel.WorksheetCollection) => unknown) =>
      refusalOf(Excel.run(async (context) => void work(context.workbook.worksheets)));
    // This client's own gate at access never closes: it sets its switch on a class that does not read it.
    expect(await refused((sheets) => sheets.onNameChanged.add(async () => undefined))).toMatchObject({
      code: 'ApiNotFound',
    });
    expect(await refused((sheets) => sheets.getActiveWorksheet().getRange('A1').load('valuesAsJson'))).toMatchObject({
      code: 'ApiNotFound',
    });
  }));

test('RULE 8 (believed): the stand-in refuses by name what it does not support, whatever it is', () =>
  open('web', async ({ Excel }) => {
    const refused = (work: (sheet: Excel.Worksheet) => unknown) =>
      refusalOf(
        Excel.run(async (context) => {
          work(context.workbook.worksheets.getActiveWorksheet());
          await context.sync();
        }),
      );
    const outcomes = await Promise.all([
      refused((sheet) => sheet.tables.add('A1:B2', true)),
      refused((sheet) => sheet.getRange('A1').insert('Down')),
      refused((sheet) => sheet.getRange('A1').load('hyperlink')),
      refused((sheet) => (sheet.getRange('A1').style = 'Good')),
      refused((sheet) => sheet.getRange('A1').format.font.load('name')),
      refused((sheet) => sheet.onCalculated.add(async () => undefined)),
      refused((sheet) => sheet.getRange('A1').conditionalFormats.add('DataBar')),
    ]);
    expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 'ApiNotFound'));
    expect(outcomes.map(({ message }) => message)).toEqual(
      [
        ...['Worksheet.tables', 'Range.insert', 'Range.hyperlink', 'Range.style', 'RangeFont.name'],
        ...['Worksheet._RegisterCalculatedEvent', 'ConditionalFormatCollection.add'],
      ].map((name) => expect.stringContaining(name)),
    );
  }));

test('RULE 8 (believed): every member that the stand-in supports belongs to a requirement set up to ExcelApi 1.14', () => {
  const supported = Object.entries(members).flatMap(([type, { members: names }]) =>
    Object.keys(names).flatMap((name) => (name.startsWith('_') ? [] : [[type, name] as const])),
  );
  const beyond = supported.filter(([type, name]) => {
    const [major, minor] = (requirementSets[type]?.[name] ?? '9.9').split('.').map(Number);
    return major !== 1 || (minor ?? 99) > 14;
  });
  expect(supported.length).toBeGreaterThan(100);
  expect(beyond).toEqual([]);
});
