import { onceKey, type Instrument } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import { holds } from '#core/rules/condition.ts';
import { offerOf, rowInHand, rowsInHand } from '#core/rules/row-in-hand.ts';

type Values = AnswerRow['values'];

const tree: Values = {
  year: '2007',
  kind: 'Apple',
  crop: 4,
  taste: 5,
  uses: 'raw; jam',
  girth: 18,
  height: 2.5,
  picked: 12,
  kept: 8,
  passed: 4,
  blossom: 39560,
  ripe: 39700,
  label: 'AP-001',
  notes: 'By the gate',
};

const member: Values = {
  liked: 4,
  days: 'mon',
  hours: 2,
  year: 'Y7',
  joined: 39700,
  says: 'We built a kite',
  badge: 'B-12',
};

const room: Values = { use: 'weekly', girls: 10, boys: 12, all: 22, from: 39700, until: 39800, key: '1' };

/** What hardly ever comes about by chance, by instrument: answers of the first lines, and of what is asked once. */
const crafted: Readonly<Record<string, { readonly once?: Values; readonly lines: readonly Values[] }>> = {
  'school-gardens': {
    lines: [
      { state: '3', seen: 'Ivy', term: 'Spring' },
      // Three characters, the second of two signs: four to LEN.
      { state: '3', seen: 'the\u0301' },
      { state: '3', seen: '日本語' },
      { state: '2', seen: 'Slugs have eaten all but two of the lettuces', work: 'Water them' },
    ],
  },
  'school-orchard': {
    once: { 'planted-2008': 1, planted: 900, counted: 39714, fence: 'Yes' },
    lines: [
      tree,
      { ...tree, label: 'AP-002' },
      { ...tree, notes: 'Far off', label: 'ap-001' },
      { ...tree, notes: 'Four uses', label: 'AP-003', uses: 'raw; jam; sold; birds' },
      { ...tree, notes: 'More passed on than picked', label: 'AP-004', passed: 4.5 },
      { ...tree, notes: 'Ripe too soon', label: 'AP-005', ripe: 39559 },
      { ...tree, notes: 'Long: '.repeat(12), label: 'AP-006' },
      ...['é', 'É', '日本', '日本', '#N/A', '#n/a'].map((label, at) => ({ ...tree, label, girth: 20 + at })),
    ],
  },
  'club-members': {
    once: { started: 39700 },
    lines: [
      member,
      { ...member, hours: 3 },
      { ...member, badge: 'B-13', days: 'mon; wed; fri' },
      { ...member, badge: 'B-14', says: 'ok' },
      { ...member, badge: 'B-15', year: 'year 8' },
      { ...member, badge: 'B-16', year: 'Staff' },
    ],
  },
  'club-rooms': {
    lines: [
      room,
      { ...room, key: '2' },
      { ...room, key: '3', use: 'Not used', all: 23 },
      { ...room, key: '4', until: 39699 },
      { ...room, key: '5', all: 95 },
      { ...room, key: '1' },
      { ...room, key: '6', girls: 3, boys: 7, all: 10 },
      { ...room, key: '7', girls: 2, boys: 8, all: 10 },
      { ...room, key: '8', girls: 0.3, boys: 0.7, all: 1 },
      { ...room, key: '9', girls: 0, boys: 0, all: 0 },
    ],
  },
};

/** The rows of a sample, those cleared that are of a year which a rule expects: it is missing then. */
export const withoutExpected = (
  instrument: Instrument,
  circumstances: Circumstances,
  [once, ...rows]: readonly AnswerRow[],
): readonly AnswerRow[] => {
  const offer = offerOf(instrument, circumstances);
  const expected = instrument.rules.flatMap((rule) => (rule.kind === 'expected-rows' ? [rule.rows] : []));
  const isExpected = (row: AnswerRow) =>
    expected.some((condition) => holds(condition, rowInHand(row, offer, instrument.fields)));
  return [...(once ? [once] : []), ...rows.map((row) => (isExpected(row) ? { ...row, values: {} } : row))];
};

/**
 * The rows of a sample, first what is asked once, with crafted answers in place of the first ones; and what a rule
 * compares with a number of rows is so many `times` that number.
 */
export const withCrafted = (
  instrument: Instrument,
  circumstances: Circumstances,
  [once, ...rows]: readonly AnswerRow[],
  times = 1,
): readonly AnswerRow[] => {
  const { once: above = {}, lines = [] } = crafted[instrument.id] ?? {};
  const blank = Object.fromEntries(instrument.fields.map(({ id }) => [id, null]));
  const answered = rows.map((row, at) => ({ ...row, values: lines[at] ? { ...blank, ...lines[at] } : row.values }));
  const inHand = rowsInHand(instrument, answered, offerOf(instrument, circumstances));
  const counts = instrument.rules.flatMap((rule) =>
    rule.kind === 'row-count'
      ? [[rule.field, times * inHand.filter((row) => holds(rule.rows, row)).length] as const]
      : [],
  );
  return [{ key: onceKey, values: { ...once?.values, ...above, ...Object.fromEntries(counts) } }, ...answered];
};
