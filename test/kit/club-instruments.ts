import type { Condition, Field, Instrument, Rule } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { gardenRound } from './garden-instrument.ts';

const rated: Field['choices'] = [1, 2, 3, 4, 5].map((value) => ({
  code: String(value),
  label: String(value),
  accepts: [],
  value,
  ...(value === 1 ? { says: 'Dull' } : value === 5 ? { says: 'Great' } : {}),
}));

const rule = <R extends object>(id: string, field: string, severity: Rule['severity'], rest: R) => ({
  id,
  field,
  severity,
  message: `Please look at ${field}.`,
  ...rest,
});

/** An invented instrument whose rows are pupils: texts in which one could be named, and rules across rows. */
export const clubMembers: Instrument = {
  id: 'club-members',
  version: 1,
  title: 'Club members',
  sheetTitle: 'Members',
  purpose: 'What members say about the club.',
  owner: 'school',
  traits: [{ kind: 'pupil-rows' }],
  rows: { kind: 'open', noun: { one: 'member', many: 'members' }, expected: 20 },
  once: [
    { id: 'members', label: 'Members', help: 'How many there are.', kind: 'integer', width: 10 },
    { id: 'started', label: 'Started on', help: 'The first day.', kind: 'date', width: 12 },
    { id: 'word', label: 'A word', help: 'Anything.', kind: 'text', width: 20 },
  ],
  fields: [
    { id: 'liked', label: 'Liked', help: 'From 1 to 5.', kind: 'scale', width: 8, choices: rated },
    {
      id: 'days',
      label: 'Days',
      help: 'Which days.',
      kind: 'choices',
      width: 20,
      choices: [
        { code: 'mo', label: 'Monday', accepts: ['mon', '1'] },
        { code: 'we', label: 'Wednesday', accepts: ['wed', '3'] },
        { code: 'fr', label: 'Friday', accepts: ['fri', '5', 'after school'] },
      ],
    },
    { id: 'hours', label: 'Hours', help: 'A week.', kind: 'decimal', width: 8 },
    {
      id: 'year',
      label: 'Year',
      help: 'Which year they are in.',
      kind: 'choice',
      width: 10,
      choices: [
        ...[7, 8, 9].map((year) => ({ code: `${year}`, label: `Year ${year}`, accepts: [`Y${year}`] })),
        { code: 'sixth', label: 'Sixth form', accepts: ['6F'], value: 12 },
        { code: 'staff', label: 'Staff', accepts: [] },
      ],
    },
    { id: 'joined', label: 'Joined', help: 'When.', kind: 'date', width: 12 },
    { id: 'says', label: 'In their words', help: 'What they say.', kind: 'text', width: 40 },
    { id: 'badge', label: 'Badge', help: 'Such as B-12.', kind: 'text', width: 10 },
  ],
  rules: [
    rule('liked-known', 'liked', 'error', { kind: 'one-of' as const }),
    rule('liked-low', 'liked', 'warning', { kind: 'unlikely' as const, when: { field: 'liked', atMost: 1 } }),
    rule('days-known', 'days', 'warning', { kind: 'one-of' as const }),
    rule('days-two', 'days', 'error', { kind: 'at-most' as const, most: 2 }),
    rule('days-friday', 'days', 'warning', {
      kind: 'unlikely' as const,
      when: {
        all: [{ field: 'days', code: ['fr', 'mo'] }, { not: { field: 'hours', is: 'answered' } }],
      } as Condition,
    }),
    rule('hours-number', 'hours', 'error', { kind: 'number' as const, min: -1.5, max: 40 }),
    rule('hours-whole', 'hours', 'warning', { kind: 'number' as const, whole: true }),
    rule('hours-bare', 'hours', 'error', {
      kind: 'not-applicable' as const,
      when: { any: [{ field: 'days', is: 'blank' }, { not: { field: 'days', is: 'answered' } }] } as Condition,
    }),
    rule('year-expected', 'year', 'warning', { kind: 'expected-year' as const }),
    rule('joined-day', 'joined', 'error', { kind: 'date' as const, from: '2007-09-01', until: '2009-07-31' }),
    rule('says-short', 'says', 'warning', { kind: 'length' as const, min: 3 }),
    rule('badge-like', 'badge', 'warning', { kind: 'pattern' as const, masks: ['B-##', 'b*#', '"@?~"'] }),
    rule('badge-once', 'badge', 'error', { kind: 'unique' as const }),
    rule('row-again', 'liked', 'warning', { kind: 'duplicate-row' as const, fields: ['liked', 'days', 'badge'] }),
    rule('members-number', 'members', 'error', { kind: 'number' as const, whole: true, min: 0 }),
    rule('members-rows', 'members', 'warning', {
      kind: 'row-count' as const,
      rows: { field: 'liked', is: 'answered' } as Condition,
      least: 0.5,
      most: 2,
    }),
    rule('started-sixth', 'started', 'error', {
      kind: 'expected-rows' as const,
      year: 12,
      rows: { field: 'year', code: ['sixth'] } as Condition,
    }),
    rule('started-day', 'started', 'warning', { kind: 'date' as const, until: '2009-07-31' }),
    rule('word-missing', 'word', 'error', {
      kind: 'required' as const,
      when: { all: [{ row: 'started' }, { not: { field: 'members', atLeast: 5 } }] } as Condition,
    }),
  ],
  measures: [],
};

/** An invented instrument with fixed rows that look at one another, and sums of columns. */
export const clubRooms: Instrument = {
  id: 'club-rooms',
  version: 1,
  title: 'Club rooms',
  sheetTitle: 'Rooms',
  purpose: 'How the rooms are used.',
  owner: 'school',
  traits: [],
  rows: {
    kind: 'fixed',
    noun: { one: 'room', many: 'rooms' },
    groups: [{ id: 'all', title: 'All rooms' }],
    items: ['Hall', 'Lab', 'Shed', 'Attic'].map((text, at) => ({ key: `R${at + 1}`, group: 'all', text })),
  },
  fields: [
    {
      id: 'use',
      label: 'Use',
      help: 'What for.',
      kind: 'choice',
      width: 12,
      choices: [
        { code: 'none', label: 'Not used', accepts: ['-'] },
        { code: 'some', label: 'Sometimes', accepts: [], rows: ['R1', 'R3'] },
        { code: 'much', label: 'Every week', accepts: ['weekly'] },
      ],
    },
    { id: 'girls', label: 'Girls', help: 'How many.', kind: 'integer', width: 8 },
    { id: 'boys', label: 'Boys', help: 'How many.', kind: 'integer', width: 8 },
    { id: 'all', label: 'All', help: 'How many.', kind: 'integer', width: 8 },
    { id: 'from', label: 'From', help: 'First day.', kind: 'date', width: 12 },
    { id: 'until', label: 'Until', help: 'Last day.', kind: 'date', width: 12 },
    { id: 'key', label: 'Key', help: 'Its number.', kind: 'text', width: 10 },
  ],
  rules: [
    rule('use-known', 'use', 'error', { kind: 'one-of' as const }),
    rule('use-lab', 'use', 'warning', {
      kind: 'cross-row' as const,
      when: { all: [{ rows: ['R1', 'R4'] }, { field: 'use', code: ['much'] }] } as Condition,
      other: { row: 'R2', when: { field: 'use', code: ['much', 'none'] } as Condition },
    }),
    rule('girls-number', 'girls', 'warning', { kind: 'number' as const, whole: true, min: 0 }),
    rule('all-sum', 'all', 'error', { kind: 'sum' as const, fields: ['girls', 'boys'], equals: 'all' }),
    rule('all-most', 'all', 'warning', { kind: 'sum' as const, fields: ['all', 'boys'], atMost: 100 }),
    rule('girls-share', 'girls', 'error', {
      kind: 'share' as const,
      fields: ['girls'],
      outOf: ['girls', 'boys'],
      least: 0.3,
      most: 0.7,
    }),
    rule('boys-here', 'boys', 'warning', {
      kind: 'not-applicable' as const,
      when: { not: { rows: ['R1', 'R2'] } } as Condition,
    }),
    rule('from-day', 'from', 'warning', { kind: 'date' as const }),
    rule('until-order', 'until', 'error', { kind: 'date-order' as const, notBefore: 'from' }),
    rule('key-like', 'key', 'error', { kind: 'pattern' as const, masks: ['#', '##.#', '@@ 0#'] }),
    rule('key-once', 'key', 'warning', { kind: 'unique' as const }),
  ],
  measures: [],
};

/** A round of the club that is about some years of pupils. */
export const clubCircumstances: Circumstances = { ...gardenRound, yearGroups: [7, 9, 12] };
