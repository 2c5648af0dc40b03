import type { Cell } from '#core/cell.ts';
import { readerOf } from '#core/instrument/interpret.ts';
import { checkContent } from '#core/rules/check.ts';
import { contact } from '#definitions/contact/contact.ts';
import { pilotRegister } from '#definitions/pilot/pilot-programme.ts';

const circumstances = { academicYear: '200809', schools: pilotRegister };
type Values = Readonly<Record<string, Cell>>;
const call: Values = {
  school: '999001',
  date: '14/11/2008',
  kind: 'Telephone',
  who: 'Head of science',
  agreed: 'The survey is done in form time.',
};
const issues = (values: Values): readonly string[] =>
  checkContent(contact, circumstances, { rows: [{ key: '1', values }] }).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );
const without = (id: string): Values => Object.fromEntries(Object.entries(call).filter(([field]) => field !== id));

describe('A contact', () => {
  test('is a mentor’s, one a row, as many as there are', () => {
    expect([contact.owner, contact.rows.kind]).toEqual(['mentor', 'open']);
  });

  test('with school, day, kind, person and what was agreed is complete', () => {
    expect(issues(call)).toEqual([]);
  });

  test.each([
    ['school', 'error'],
    ['date', 'error'],
    ['kind', 'error'],
    ['who', 'warning'],
    ['agreed', 'warning'],
  ])('without its %s there is one %s', (id, severity) => {
    expect(issues(without(id))).toEqual([`${severity} ${id}-missing`]);
  });

  test('names a school of the register, by name or by URN', () => {
    expect(issues({ ...call, school: `${pilotRegister[3]?.name} (999004)` })).toEqual([]);
    expect(issues({ ...call, school: 999004 })).toEqual([]);
    expect(issues({ ...call, school: 'Hogwarts' })).toEqual(['error school-unknown']);
  });

  test.each<Cell>(['14/11/1908', '31/02/2009', 'last week', '01/01/2040'])('is not dated %j', (date) => {
    expect(issues({ ...call, date })).toEqual(['error date-wrong']);
  });

  test('is not followed by one before it', () => {
    expect(issues({ ...call, 'next-date': '14/11/2008' })).toEqual([]);
    expect(issues({ ...call, 'next-date': '13/11/2008' })).toEqual(['error next-date-before']);
    expect(issues({ ...call, 'next-date': 'soon' })).toEqual(['error next-date-wrong']);
  });

  test('that was a visit is better followed by another: advice', () => {
    expect(issues({ ...call, kind: 'Visit' })).toEqual(['advice next-date-advised']);
  });

  test('is described in at most 2,000 characters', () => {
    expect(issues({ ...call, agreed: 'a'.repeat(2000) })).toEqual([]);
    expect(issues({ ...call, agreed: 'a'.repeat(2001) })).toEqual(['error agreed-long']);
  });

  test.each<[Cell, string]>([
    ['v', 'visit'],
    ['Meeting', 'visit'],
    ['PHONE', 'telephone'],
    ['Tel.', 'telephone'],
    ['email', 'e-mail'],
    ['E-mail', 'e-mail'],
  ])('of the kind %j is a %s', (cell, code) => {
    const kind = contact.fields.find(({ id }) => id === 'kind')!;
    expect(
      readerOf(kind, circumstances)
        .read(cell)
        .choices.map((choice) => choice.code),
    ).toEqual([code]);
  });

  test('of no such kind is an error', () => {
    expect(issues({ ...call, kind: 'Fax' })).toEqual(['error kind-unknown']);
  });
});
