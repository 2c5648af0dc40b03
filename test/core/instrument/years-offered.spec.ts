import { yearsOffered } from '#core/instrument/years-offered.ts';
import type { Choice, Field, Rule } from '#core/instrument/instrument.ts';
import { kites, kitesByYear } from '../../server/kit/pupils.ts';

const choice = (code: string, value?: number): Choice => ({
  ...{ code, label: code, accepts: [] },
  ...(value === undefined ? {} : { value }),
});
const field = (id: string, choices?: readonly Choice[]): Field => ({
  ...{ id, label: id, help: '', width: 8, kind: choices ? 'choice' : 'integer' },
  ...(choices ? { choices } : {}),
});
const expected = (id: string): Rule => ({
  ...{ kind: 'expected-year', id: `${id}-expected`, field: id, severity: 'warning', message: 'Which year?' },
});

test('of an instrument that asks the year group from a list, the years of the list', () => {
  expect(yearsOffered(kitesByYear)).toEqual([7, 9]);
});

test('of one that compares nothing with the expected years, none are named', () => {
  expect(yearsOffered(kites)).toBeUndefined();
});

test('a year is the value of a choice, or a code that is a number; any other choice is none', () => {
  const fields = [field('year', [choice('ten', 10), choice('8'), choice('mixed')])];
  expect(yearsOffered({ rules: [expected('year')], fields })).toEqual([8, 10]);
});

test('of several questions compared, the years of all, each once, those asked once too', () => {
  const [once, fields] = [[field('class', [choice('9'), choice('8')])], [field('year', [choice('7'), choice('8')])]];
  expect(yearsOffered({ rules: [expected('class'), expected('year')], once, fields })).toEqual([7, 8, 9]);
});

test('where any number may be written, any year can be expected', () => {
  const fields = [field('year'), field('other', [choice('7')])];
  expect(yearsOffered({ rules: [expected('year'), expected('other')], fields })).toBeUndefined();
});
