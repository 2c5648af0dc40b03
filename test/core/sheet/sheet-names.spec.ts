import { freeSheetNames } from '#core/sheet/sheet-names.ts';

test('sheets of one return carry its title; names that are taken, in whatever case, are numbered together', () => {
  const instrument = { sheetTitle: 'Audit' };
  expect(freeSheetNames(instrument, ['Sheet1']).summary).toBe('Audit summary');
  const second = freeSheetNames(instrument, ['AUDIT Summary']);
  expect([second.entry, second.summary]).toEqual(['Audit (2)', 'Audit (2) summary']);
  expect(freeSheetNames(instrument, ['audit', 'Audit (2) lists']).entry).toBe('Audit (3)');
});
