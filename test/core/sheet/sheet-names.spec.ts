import fc from 'fast-check';
import { freeNameOfDay, freeSheetNames } from '#core/sheet/sheet-names.ts';

test('sheets of one return carry its title; names that are taken, in whatever case, are numbered together', () => {
  const instrument = { sheetTitle: 'Audit' };
  expect(freeSheetNames(instrument, ['Sheet1']).summary).toBe('Audit summary');
  const second = freeSheetNames(instrument, ['AUDIT Summary']);
  expect([second.entry, second.summary]).toEqual(['Audit (2)', 'Audit (2) summary']);
  expect(freeSheetNames(instrument, ['audit', 'Audit (2) lists']).entry).toBe('Audit (3)');
});

test('the master of a day in the past is named by that day, and numbered where the name is taken', () => {
  const instrument = { sheetTitle: 'Audit' };
  expect(freeNameOfDay(instrument, '2009-06-30', ['Audit master'])).toBe('Audit 30 Jun 2009');
  expect(freeNameOfDay(instrument, '2009-06-30', ['AUDIT 30 JUN 2009'])).toBe('Audit 30 Jun 2009 (2)');
});

test('whatever the title, such a name has room on a tab and tells its day', () => {
  const title = fc.string({ unit: fc.constantFrom('a', 'W', ' '), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(title, fc.nat(30), (sheetTitle, many) => {
      const taken: string[] = [];
      for (let at = 0; at <= many; at += 1) taken.push(freeNameOfDay({ sheetTitle }, '2009-09-03', taken));
      expect(new Set(taken).size).toBe(many + 1);
      for (const name of taken) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).toContain('3 Sept 2009');
      }
    }),
  );
});
