import type { Cell } from '#core/cell.ts';
import { onceKey, type Instrument, type Rule } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { checkContent } from '#core/rules/check.ts';
import { planContext } from '#core/sheet/plan-context.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { clubMembers } from '../../kit/club-instruments.ts';
import { gardenOwner, gardenRound } from '../../kit/garden-instrument.ts';
import { kitesByYear } from '../../server/kit/pupils.ts';

const found = (rules: readonly Rule[], yearGroups: readonly number[] | undefined, rows: Rows) =>
  checkContent({ ...clubMembers, rules }, { ...gardenRound, ...(yearGroups ? { yearGroups } : {}) }, { rows });
type Rows = Parameters<typeof checkContent>[2]['rows'];

const base = { severity: 'warning', message: 'It is {years}.' } as const;
const inYear: Rule = { ...base, id: 'y', kind: 'expected-year', field: 'year' };

describe('a pupil’s year group is one that the round expects', () => {
  test.each<[string, Cell, readonly number[] | undefined, boolean]>([
    ['one of those expected', 'Year 9', [7, 9], false],
    ['another one', 'Year 8', [7, 9], true],
    ['another one, in an accepted spelling', 'y8', [7, 9], true],
    ['a choice is the year group of its value before that of its code', 'Sixth form', [12], false],
    ['a choice of such a value that is not expected', '6f', [7], true],
    ['a choice that is no year group', 'Staff', [7], false],
    ['what is not understood: another rule speaks of that', 'Year 88', [7], false],
    ['a blank cell', null, [7], false],
    ['a round that expects none asks nothing', 'Year 8', [], false],
    ['circumstances that say nothing of it ask nothing', 'Year 8', undefined, false],
  ])('%s', (_, year, yearGroups, isFound) => {
    expect(found([inYear], yearGroups, [{ key: '1', values: { year, liked: 3 } }])).toHaveLength(isFound ? 1 : 0);
  });

  test.each<[string, string, Cell, boolean]>([
    ['a number', 'members', 9, false],
    ['another number', 'members', '8', true],
    ['no number', 'members', 'nine', false],
  ])('asked as a number: %s', (_, field, value, isFound) => {
    const rows = [{ key: onceKey, values: { [field]: value } }];
    expect(found([{ ...inYear, field }], [7, 9], rows)).toHaveLength(isFound ? 1 : 0);
  });
});

describe('a year group that the round expects has rows', () => {
  const nine: Rule = {
    ...base,
    id: 'nine',
    kind: 'expected-rows',
    field: 'members',
    year: 9,
    rows: { field: 'year', code: ['9'] },
  };
  const ofYears = (...years: readonly Cell[]) =>
    years.map((year, at) => ({ key: String(at + 1), values: { year, liked: year === null ? null : 3 } }));

  test.each<[string, readonly number[] | undefined, Rows, boolean]>([
    ['one row is enough', [7, 9], ofYears('Year 7', 'Year 9'), false],
    ['none is told once, however many others there are', [7, 9], ofYears('Year 7', 'Year 7', 'Year 8'), true],
    ['a year that is not expected need not be there', [7], ofYears('Year 7'), false],
    ['a round that expects none asks nothing', [], ofYears('Year 7'), false],
    ['circumstances that say nothing of it ask nothing', undefined, ofYears('Year 7'), false],
    ['not while the return is empty', [9], [], false],
    ['not while there is no row yet', [9], [{ key: onceKey, values: { members: 12 } }, ...ofYears(null)], false],
  ])('%s', (_, yearGroups, rows, isFound) => {
    const issues = found([nine], yearGroups, rows);
    expect(issues.map(({ row, field }) => `${row} ${field}`)).toEqual(isFound ? [`${onceKey} members`] : []);
  });
});

test('the sheet says the same where years are numbers, or several may be chosen', async () => {
  const years: Instrument = {
    ...clubMembers,
    rules: [
      { ...inYear, field: 'members' },
      { ...inYear, id: 'several', field: 'days' },
    ],
    fields: clubMembers.fields.map((field) =>
      field.id === 'days'
        ? { ...field, choices: ['7', '8', '9'].map((code) => ({ code, label: `Year ${code}`, accepts: [] })) }
        : field,
    ),
  };
  const names = freeSheetNames(years, []);
  const of = { instrument: years, round: { ...gardenRound, yearGroups: [7, 9] }, owner: gardenOwner, names };
  const { check } = planContext(of);
  const calculated = await calculatePlans(planReturn(of));
  const days: readonly Cell[] = ['7', '7; 9', '7; 8', '8', '8; nine', 'Year 9', null];
  calculated.type(
    names.entry,
    check.entry.answers.row,
    check.entry.column('days'),
    days.map((day) => [day]),
  );
  for (const members of [9, 8, '7', 'eight', 9.5]) {
    const [line] = check.entry.once;
    calculated.type(names.entry, line?.row ?? 0, check.entry.onceColumn, [[members]]);
    const rows = [
      { key: onceKey, values: { members } },
      ...days.map((day, at) => ({ key: `${at + 1}`, values: { days: day } })),
    ];
    const issues = checkContent(years, of.round, { rows });
    const verdictOf = (key: string) => (issues.some(({ row }) => row === key) ? 1 : 0);
    expect(await calculated.values(names.check, check.verdicts('members'))).toEqual([[verdictOf(onceKey)]]);
    const column = await calculated.values(names.check, check.verdicts('days'));
    expect(column.slice(0, days.length)).toEqual(days.map((_, at) => [verdictOf(`${at + 1}`)]));
  }
  calculated.close();
}, 60_000);

test('which year groups a round expects is no part of what tallies mean: they still add up', () => {
  const hashes = [undefined, [7, 9], [9]].map(
    (yearGroups) =>
      tallierOf(kitesByYear, { ...gardenRound, ...(yearGroups ? { yearGroups } : {}) }).nothing.definition,
  );
  expect(new Set(hashes).size).toBe(1);
});
