import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { onceKey } from '#core/instrument/instrument.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { checkContent } from '#core/rules/check.ts';
import { fixerOf } from '#core/rules/fixes/fixer.ts';
import { offerOf } from '#core/rules/row-in-hand.ts';
import { clubMembers, clubRooms } from '../../kit/club-instruments.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';
import { typedCell } from './typed-cells.ts';

const fixer = fixerOf(orchard, orchardCircumstances);
const fixed = (field: string, value: Cell) => {
  const row: AnswerRow = { key: '1', values: { year: '2008', kind: 'Apple', [field]: value } };
  const issues = checkContent(orchard, orchardCircumstances, { rows: [row] });
  const issue = issues.find((one) => one.field === field && one.row === '1');
  return issue && fixer.fixOf(issue, row);
};

describe('a fix for an issue', () => {
  test.each<[string, string, Cell, Cell, string]>([
    ['the word for a year before its number', 'crop', 'Yr 4', '4', 'spelling'],
    ['a letter too many', 'kind', 'Appple', 'Apple', 'spelling'],
    ['two letters the wrong way round', 'kind', 'Aplpe', 'Apple', 'spelling'],
    ['signs of one’s own', 'kind', '(apple-tree)', 'Apple', 'spelling'],
    ['white space that is no space', 'kind', '\tpear\u2009', 'Pear', 'spaces'],
    ['one of several choices misspelt', 'uses', 'jam, coooked', 'Jam; Cooked', 'spelling'],
    ['thousands parted by commas', 'picked', '1,234.5', 1234.5, 'number'],
    ['white space around a number', 'picked', '\t12\n', 12, 'number'],
    ['a month’s name', 'ripe', '14 Nov 2008', 39766, 'date'],
    ['two figures for the year', 'ripe', '14.11.08', 39766, 'date'],
  ])('%s', (_, field, value, after, kind) => {
    expect(fixed(field, value)).toEqual({ kind, value: after });
  });

  test.each<[string, string, Cell]>([
    ['two choices are as near', 'year', '2006'],
    ['nothing is near', 'kind', 'Quince'],
    ['a part of several cannot be guessed', 'uses', 'jam, chess'],
    ['the number would be out of range', 'girth', '1,234'],
    ['the day is not in the calendar', 'ripe', '31.02.2009'],
    ['a text has no number', 'picked', 'a lot'],
    ['an error value stands there', 'kind', '#N/A'],
  ])('is not guessed where %s', (_, field, value) => {
    expect(fixed(field, value)).toBeUndefined();
  });

  test('is never offered for what could tell who a pupil is', () => {
    const row = { key: '1', values: { joined: '14.11.08', says: 'me@school.org' } };
    const issues = checkContent(clubMembers, gardenRound, { rows: [row] });
    const told = issues.map((issue) => [issue.rule, fixerOf(clubMembers, gardenRound).fixOf(issue, row)?.value]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['joined-day', 39766],
        ['identifier-email', undefined],
      ]),
    );
  });
});

describe('tidying', () => {
  test('writes what is understood as its field would', () => {
    const values = {
      year: '08',
      kind: ' Apple',
      crop: 4,
      uses: 'jelly;raw',
      girth: '12',
      ripe: '2008-11-14',
      notes: 'a  b',
    };
    const rows = [
      { key: onceKey, values: { fence: 'y' } },
      { key: '1', values },
    ];
    expect(fixer.tidyings({ rows }).map(({ field, fix }) => [field, fix.value])).toEqual([
      ['fence', 'Yes'],
      ['year', '2008'],
      ['kind', 'Apple'],
      ['uses', 'Jam; Eaten raw'],
      ['girth', 12],
      ['ripe', 39766],
      ['notes', 'a b'],
    ]);
  });
});

describe.each([
  { instrument: gardens, circumstances: gardenRound },
  { instrument: orchard, circumstances: orchardCircumstances },
  { instrument: clubMembers, circumstances: gardenRound },
  { instrument: clubRooms, circumstances: gardenRound },
])('on whatever people type into $instrument.id', ({ instrument, circumstances }) => {
  const offer = offerOf(instrument, circumstances);
  const { fixOf, tidyings } = fixerOf(instrument, circumstances);
  const key = instrument.rows.kind === 'fixed' ? (instrument.rows.items[0]?.key ?? '') : '1';
  const row = fc.tuple(...instrument.fields.map((field) => typedCell(field, offer))).map((cells) => ({
    key,
    values: Object.fromEntries(instrument.fields.map(({ id }, at) => [id, cells[at] ?? null])),
  }));
  const applied = ({ values }: AnswerRow, field: string, value: Cell) => ({
    key,
    values: { ...values, [field]: value },
  });
  const issuesOn = (one: AnswerRow, field: string) =>
    checkContent(instrument, circumstances, { rows: [one] }).filter((issue) => issue.field === field);

  test('a fix takes its issue away and brings no error to its cell', () => {
    fc.assert(
      fc.property(row, (one) => {
        for (const issue of checkContent(instrument, circumstances, { rows: [one] })) {
          const fix = fixOf(issue, one);
          if (fix === undefined) continue;
          const left = issuesOn(applied(one, issue.field, fix.value), issue.field);
          const before = issuesOn(one, issue.field).map(({ rule }) => rule);
          expect(left.filter(({ rule }) => rule === issue.rule)).toEqual([]);
          expect(left.filter(({ rule, severity }) => severity === 'error' && !before.includes(rule))).toEqual([]);
        }
      }),
      { numRuns: 400, seed: 20090630 },
    );
  });

  test('tidying changes no meaning, and what is tidy stays', () => {
    fc.assert(
      fc.property(row, (one) => {
        for (const { field, before, fix } of tidyings({ rows: [one] })) {
          const reader = offer.get(field);
          const [was, is] = [reader?.read(before), reader?.read(fix.value)];
          expect({ ...is, text: '' }).toEqual({ ...was, text: '' });
          expect(tidyings({ rows: [applied(one, field, fix.value)] }).map((again) => again.field)).not.toContain(
            field,
          );
        }
      }),
      { numRuns: 400, seed: 20090630 },
    );
  });
});
