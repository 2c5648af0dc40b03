import type { Cell } from '#core/cell.ts';
import { fixedRows, type Instrument } from '#core/instrument/instrument.ts';
import { readerOf } from '#core/instrument/interpret.ts';
import { checkContent } from '#core/rules/check.ts';
import { gatsbyReview1 } from '#definitions/gatsby-review/gatsby-review-1.ts';
import { gatsbyReview2 } from '#definitions/gatsby-review/gatsby-review-2.ts';

const circumstances = { academicYear: '202627' };
const issues = (instrument: Instrument, values: Readonly<Record<string, Cell>>): readonly string[] => {
  const [first] = fixedRows(instrument);
  return checkContent(instrument, circumstances, { rows: [{ key: first?.key ?? '', values }] }).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );
};
const evidence = 'Every year group has a plan for careers; governors see it each June.';
const ids = ({ fields }: Instrument) => fields.map(({ id }) => id);
const statusCodes = ({ fields }: Instrument) =>
  fields.find(({ id }) => id === 'status')?.choices?.map(({ code }) => code);

describe.each([
  ['first', gatsbyReview1, 'action'],
  ['second', gatsbyReview2, 'next-action'],
] as const)('The %s version', (_which, instrument, action) => {
  const rows = fixedRows(instrument);

  test('asks about the eight benchmarks, in their order', () => {
    expect(rows.map(({ text }) => text.charAt(0))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('describes every level of every benchmark in one sentence of its own', () => {
    const descriptors = rows.flatMap(({ descriptors: all = {} }) => Object.values(all));
    expect(descriptors).toHaveLength(24);
    expect(new Set(descriptors).size).toBe(24);
    expect(descriptors.filter((text) => !/^[A-Z][^.?!]*\.$/.test(text) || text.length > 160)).toEqual([]);
  });

  test('says at the middle level what is still to come, so that only one level fits', () => {
    const middle = rows.map(({ descriptors = {} }) => descriptors['partly'] ?? '');
    expect(middle.filter((text) => !/\b(not|nobody|missing|still)\b/i.test(text))).toEqual([]);
  });

  test('needs evidence for what is achieved, and more than a word', () => {
    const asked = (values: Readonly<Record<string, Cell>>) =>
      issues(instrument, values).filter((issue) => issue.includes('evidence'));
    expect(asked({ status: 'Achieved' })).toEqual(['error evidence-missing']);
    expect(asked({ status: 'Achieved', evidence: 'Yes' })).toEqual(['warning evidence-thin']);
    expect(asked({ status: 'Achieved', evidence })).toEqual([]);
    expect(asked({ status: 'Partly' })).toEqual([]);
  });

  test('needs a lead and a term for a next action, and a place for it all', () => {
    expect(issues(instrument, { [action]: 'Ask the governors.' })).toEqual([
      'error status-missing',
      'error lead-missing',
      'error target-term-missing',
    ]);
    const whole = { status: 1, [action]: 'Ask.', lead: 'Careers leader', 'target-term': 'Spring 2027' };
    expect(issues(instrument, whole).filter((issue) => issue.startsWith('error'))).toEqual([]);
  });

  test.each<[Cell, string]>([
    ['Not yet', 'first'],
    ['not achieved', 'first'],
    [2, 'partly'],
    ['Partially', 'partly'],
    ['Fully achieved', 'achieved'],
  ])('understands %j', (cell, code) => {
    const status = instrument.fields.find(({ id }) => id === 'status')!;
    const [lowest] = status.choices ?? [];
    const meant = readerOf(status, circumstances)
      .read(cell)
      .choices.map((choice) => choice.code);
    expect(meant).toEqual([code === 'first' ? lowest?.code : code]);
  });
});

test('a Compass score is a whole number up to 100', () => {
  expect(issues(gatsbyReview1, { status: 'Achieved', evidence, compass: 100 })).toEqual([]);
  expect(issues(gatsbyReview1, { status: 'Achieved', evidence, compass: '85%' })).toEqual(['error compass-number']);
});

test('a benchmark is looked at on a day of these years', () => {
  expect(issues(gatsbyReview2, { status: 'Achieved', evidence, 'looked-at': '14/11/2026' })).toEqual([]);
  expect(issues(gatsbyReview2, { status: 'Achieved', evidence, 'looked-at': '14/11/2009' })).toEqual([
    'error looked-at-wrong',
  ]);
});

describe('From the first version to the second', () => {
  const predecessor = gatsbyReview2.predecessor!;

  test('every benchmark has a new key', () => {
    const keys = (instrument: Instrument) => fixedRows(instrument).map(({ key }) => key);
    expect(Object.keys(predecessor.rows ?? {})).toEqual(keys(gatsbyReview1));
    expect(Object.values(predecessor.rows ?? {})).toEqual(keys(gatsbyReview2));
  });

  test('one field is renamed, one dropped and one new; the others keep their ids', () => {
    const [before, after] = [ids(gatsbyReview1), ids(gatsbyReview2)];
    expect(before.filter((id) => !after.includes(id))).toEqual(['compass', 'action']);
    expect(after.filter((id) => !before.includes(id))).toEqual(['looked-at', 'next-action']);
    expect(predecessor.fields).toEqual({ compass: null, action: 'next-action' });
  });

  test('the lowest level has a new code', () => {
    expect([statusCodes(gatsbyReview1), statusCodes(gatsbyReview2)]).toEqual([
      ['not', 'partly', 'achieved'],
      ['not-yet', 'partly', 'achieved'],
    ]);
    expect(predecessor.choices).toEqual({ status: { not: 'not-yet' } });
  });

  test('every benchmark is described anew', () => {
    const texts = (instrument: Instrument) => fixedRows(instrument).map(({ text }) => text);
    expect(texts(gatsbyReview2).filter((text) => texts(gatsbyReview1).includes(text))).toEqual([]);
  });
});
