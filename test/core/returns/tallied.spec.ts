import fc from 'fast-check';
import { ownerId, roundId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { canBeTallied, talliedFault, talliedFingerprint, talliedOf, type Tallied } from '#core/returns/tallied.ts';
import { checkContent } from '#core/rules/check.ts';
import { rowsOf } from '../../kit/answers-arbitrary.ts';
import { clubMembers } from '../../kit/club-instruments.ts';
import { gardens } from '../../kit/garden-instrument.ts';
import { orchard } from '../../kit/orchard-instrument.ts';

const circumstances = { academicYear: '200809' };

/** Every kind of rule and measure that open rows can have, over rows that are pupils. */
const trees: Instrument = { ...orchard, traits: [{ kind: 'pupil-rows' }] };
const { sums, nothing } = tallierOf(trees, circumstances);
const made = { definition: nothing.definition, sums };

const returns: fc.Arbitrary<ReturnContent> = rowsOf(trees, circumstances).map((rows) => ({ rows, explanations: [] }));

/** With every warning explained. */
const explained = (content: ReturnContent): ReturnContent => ({
  ...content,
  explanations: checkContent(trees, circumstances, content).flatMap(({ severity, row, field, rule, value }) =>
    severity === 'warning' ? [{ row, field, rule, value, text: 'So it is.' }] : [],
  ),
});
const talliesOf = (content: ReturnContent): Tallied =>
  talliedOf(trees, circumstances, content, checkContent(trees, circumstances, content));
const printOf = (tallied: Tallied) =>
  talliedFingerprint({ instrument: 'orchard@1', round: roundId('C-1'), owner: ownerId('999901'), tallied });

test('the sums that are told are those of the very measures, and each warning comes with its explanation', () => {
  fc.assert(
    fc.property(returns.map(explained), (content) => {
      const tallied = talliesOf(content);
      expect(tallied.sums).toEqual(tallierOf(trees, circumstances).of(content).sums);
      expect(tallied.explanations).toHaveLength(tallied.issues.warnings);
    }),
    { numRuns: 60 },
  );
});

test('nothing in it is a row: no key, no value, no place of a cell', () => {
  const secret = 'Quetzalcoatl';
  fc.assert(
    fc.property(returns, (content) => {
      const rows = content.rows.map(({ key, values }) => ({
        key,
        values: { ...values, notes: secret, label: secret },
      }));
      const tallied = talliesOf(explained({ rows, explanations: [] }));
      expect(JSON.stringify(tallied)).not.toContain(secret);
      for (const explanation of tallied.explanations) {
        expect(Object.keys(explanation).sort()).toEqual(['field', 'rule', 'text']);
      }
    }),
    { numRuns: 60 },
  );
});

test('what any return is tallied to can be that of a return', () => {
  fc.assert(
    fc.property(returns.map(explained), (content) => {
      expect(talliedFault(trees, made, talliesOf(content))).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

describe('what cannot be the tallies of any return is found:', () => {
  const content: ReturnContent = { rows: [{ key: '1', values: { year: '2007', kind: 'Apple' } }], explanations: [] };
  const good = talliesOf(content);
  const [first = 0] = good.sums;
  test.each<[string, Partial<Tallied>, string]>([
    ['another definition', { definition: '0'.repeat(64) }, '/definition'],
    ['a sum that is missing', { sums: good.sums.slice(1) }, '/sums'],
    ['more of something than there are rows', { sums: [first + 2, ...good.sums.slice(1)] }, '/sums/0'],
    ['less than nothing', { sums: [-1, ...good.sums.slice(1)] }, '/sums/0'],
    ['half a pupil', { sums: [0.5, ...good.sums.slice(1)] }, '/sums/0'],
    ['more rows with answers than rows', { counts: { rowsAnswered: 2, rows: 1, cells: 9 } }, '/counts'],
    ['more rows with answers than cells', { counts: { rowsAnswered: 2, rows: 2, cells: 1 } }, '/counts'],
    [
      'an explanation of what is not asked',
      { explanations: [{ field: 'depth', rule: 'girth-change', text: 'So.' }] },
      '/explanations/0',
    ],
    [
      'an explanation of a rule that there is not',
      { explanations: [{ field: 'girth', rule: 'girth-green', text: 'So.' }] },
      '/explanations/0',
    ],
  ])('%s', (_what, over, where) => {
    expect(talliedFault(trees, made, { ...good, ...over })).toBe(where);
  });
  test('and the whole is in order', () => expect(talliedFault(trees, made, good)).toBeUndefined());
});

test('the fingerprint is the same for the same tallies, and another one when anything of them is another', () => {
  fc.assert(
    fc.property(returns.map(explained), returns.map(explained), (one, other) => {
      const [a, b] = [talliesOf(one), talliesOf(other)];
      expect(printOf(a) === printOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      const reversed = { ...a, explanations: [...a.explanations].reverse() };
      expect(printOf(reversed)).toBe(printOf(a));
    }),
    { numRuns: 40 },
  );
});

test('only where rows are pupils, and a school knows all that is offered, can tallies be collected alone', () => {
  const offering = (kind: 'school' | 'item'): Instrument => ({
    ...clubMembers,
    fields: [...clubMembers.fields, { id: 'other', label: 'Other', help: '', kind, width: 9 }],
  });
  expect([clubMembers, trees, orchard, gardens, offering('school'), offering('item')].map(canBeTallied)).toEqual([
    ...[true, false, false, false, false, false],
  ]);
});
