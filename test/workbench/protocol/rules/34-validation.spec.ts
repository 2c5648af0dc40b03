import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { onSheet } = sharedExcel();
const list = (source: string) => ({ list: { inCellDropDown: true, source } });
const whole = { wholeNumber: { formula1: 1, formula2: 4, operator: 'Between' as const } };

const setting = (rule: Excel.DataValidationRule) =>
  onSheet(async (sheet, context) => {
    const { dataValidation } = sheet.getRange('A1:A3');
    dataValidation.rule = rule;
    dataValidation.load('rule,type,ignoreBlanks,errorAlert');
    await context.sync();
    return dataValidation.toJSON();
  });

test('RULE 34 (believed): a rule of more than one type is InvalidArgument', async () => {
  expect((await refusalOf(setting({ ...list('a,b'), ...whole }))).code).toBe('InvalidArgument');
  expect((await refusalOf(setting({}))).code).toBe('InvalidArgument');
});

test('RULE 34 (believed): choices of more than 255 characters are InvalidArgument, a formula may name more', async () => {
  expect(await setting(list('x'.repeat(255)))).toMatchObject({ type: 'List' });
  expect((await refusalOf(setting(list('x'.repeat(256))))).code).toBe('InvalidArgument');
  expect(await setting(list('=$Z$1:$Z$400'))).toMatchObject({ rule: list('=$Z$1:$Z$400') });
});

test('RULE 34 (believed): the choices of a list may be a range, also of another sheet', () =>
  onSheet(async (sheet, context) => {
    const lists = context.workbook.worksheets.add('Own lists');
    lists.getRange('A1:A2').values = [['yes'], ['no']];
    const cell = sheet.getRange('A1');
    cell.dataValidation.rule = list(lists.getRange('A1:A2') as unknown as string);
    cell.values = [['no']];
    cell.load('dataValidation/rule,dataValidation/valid');
    await context.sync();
    expect(cell.dataValidation.rule).toEqual(list("='Own lists'!$A$1:$A$2"));
    expect(cell.dataValidation.valid).toBe(true);
  }));

test('RULE 35 (believed): over cells whose rules differ a rule is InvalidArgument until they are cleared', async () => {
  const work = (clear: boolean) =>
    onSheet(async (sheet, context) => {
      sheet.getRange('A1').dataValidation.rule = list('a,b');
      await context.sync();
      const { dataValidation } = sheet.getRange('A1:A3');
      if (clear) dataValidation.clear();
      dataValidation.rule = list('c,d');
      await context.sync();
      return 'set';
    });
  expect((await refusalOf(work(false))).code).toBe('InvalidArgument');
  expect(await work(true)).toBe('set');
});

test('RULE 35 (believed): the rule of cells that differ is null, its type MixedCriteria', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1').dataValidation.rule = list('a,b');
    const { dataValidation } = sheet.getRange('A1:A3');
    dataValidation.load('rule,type');
    await context.sync();
    expect([dataValidation.rule, dataValidation.type]).toEqual([null, 'MixedCriteria']);
  }));

test('RULE 36 (believed): a validation never blocks what the API writes; valid tells all, none or some', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A3');
    range.dataValidation.rule = list('1,2, 3');
    range.dataValidation.load('valid');
    const outcomes: (boolean | null)[] = [];
    for (const values of [
      [[1], ['2'], ['3']],
      [[9], [8], ['x']],
      [[1], [9], ['']],
    ]) {
      range.values = values;
      range.dataValidation.load('valid');
      await context.sync();
      outcomes.push(range.dataValidation.valid);
    }
    expect(outcomes).toEqual([true, false, null]);
  }));

test('RULE 36 (believed): a number of a rule reads back as a formula', async () => {
  expect((await setting(whole)).rule).toEqual({
    wholeNumber: { formula1: '=1', formula2: '=4', operator: 'Between' },
  });
});

test('RULE 37 (believed): blanks are ignored by default', async () => {
  expect(await setting(list('a'))).toMatchObject({ ignoreBlanks: true });
});

test('RULE 37 (believed): date rules take ISO text, not numbers', async () => {
  const rule = (formula1: string) => ({ date: { formula1, operator: 'GreaterThan' as const } });
  expect((await setting(rule('2026-02-01'))).rule).toEqual({ date: { formula1: '=46054', operator: 'GreaterThan' } });
  expect((await refusalOf(setting(rule(46054 as unknown as string)))).code).toBe('InvalidArgument');
});

test('Help texts stay with the rule, and too long ones are InvalidArgument', () =>
  onSheet(async (sheet, context) => {
    const { dataValidation } = sheet.getRange('A1:A3');
    dataValidation.clear();
    dataValidation.prompt = { showPrompt: true, title: 'Level', message: '1 to 4' };
    dataValidation.rule = list('1,2,3,4');
    dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: 'Level', message: 'Sure?' };
    dataValidation.load('rule,prompt,errorAlert');
    await context.sync();
    expect(dataValidation.rule).toEqual(list('1,2,3,4'));
    expect(dataValidation.prompt).toEqual({ showPrompt: true, title: 'Level', message: '1 to 4' });
    expect(dataValidation.errorAlert).toMatchObject({ style: 'Warning', message: 'Sure?' });
    dataValidation.prompt = { showPrompt: true, title: 'x'.repeat(33), message: '' };
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  }));
