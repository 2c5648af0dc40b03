import fc from 'fast-check';
import { formOfRound, roundToChange, roundToOpen, yearsNotOffered, type RoundForm } from '#flows/round-form.ts';
import type { WireRound } from '#wire/shapes.ts';
import { kites, kitesByYear } from '../server/kit/pupils.ts';

const form: RoundForm = {
  instrument: 'garden-steps@1',
  title: ' Garden 2009/10 ',
  id: 'gs-200910',
  academicYear: '200910',
  opens: '2009-09-01',
  closes: '2010-06-30',
  late: false,
  detail: 'pupil',
  yearGroups: '9, 7',
  keepUntil: '',
  keepTallies: 'each',
};

test('days begin and end in London; year groups stand in their order; the code is in capitals', () => {
  expect(roundToOpen(form, [])).toEqual({
    ok: true,
    value: {
      id: 'GS-200910',
      title: 'Garden 2009/10',
      instrument: 'garden-steps@1',
      academicYear: '200910',
      opens: '2009-08-31T23:00:00.000Z',
      closes: '2010-06-30T23:00:00.000Z',
      late: false,
      detail: 'pupil',
      yearGroups: [7, 9],
    },
  });
});

test('a round without a last day is open without end', () => {
  const opened = roundToOpen({ ...form, closes: '' }, []);
  expect(opened.ok && 'closes' in opened.value).toBe(false);
});

test.each<[string, Partial<RoundForm>, object]>([
  ['no title', { title: '  ' }, { title: 'missing' }],
  ['nothing to ask', { instrument: '' }, { instrument: 'missing' }],
  ['no first day', { opens: '' }, { opens: 'missing' }],
  ['a first day that is none', { opens: '2009-02-30' }, { opens: 'no-day' }],
  ['a last day that is none', { closes: '2009-06-31' }, { closes: 'no-day' }],
  ['a last day before the first', { closes: '2009-08-31' }, { closes: 'before-it-opens' }],
  ['a day to keep until that is none', { keepUntil: 'soon' }, { keepUntil: 'no-day' }],
  ['a year group that is none', { yearGroups: '7, 15' }, { yearGroups: 'no-year-groups' }],
  ['a year group twice', { yearGroups: '7 7' }, { yearGroups: 'no-year-groups' }],
  ['a code with a blank', { id: 'GS 1' }, { id: 'no-code' }],
  ['a code that is taken', { id: 'old' }, { id: 'taken' }],
  ['several faults at once', { title: '', id: '' }, { title: 'missing', id: 'no-code' }],
])('%s is told where it is, and nothing is opened', (_what, part, faults) => {
  expect(roundToOpen({ ...form, ...part }, ['OLD'])).toEqual({ ok: false, failure: faults });
});

test('a round may open and close on one day', () => {
  expect(roundToOpen({ ...form, closes: form.opens }, [])).toMatchObject({ ok: true });
});

const endless: WireRound = {
  id: 'GS-200910',
  title: 'Garden 2009/10',
  instrument: 'garden-steps@1',
  academicYear: '200910',
  opens: '2009-09-01T09:30:00.000Z',
  open: true,
  late: false,
  detail: 'tally',
  yearGroups: [7, 9],
};
const round: WireRound = { ...endless, closes: '2010-03-01T12:00:00.000Z' };

test('what is left as it is stays so to the minute: an unchanged form changes nothing', () => {
  expect(roundToChange(round, formOfRound(round))).toEqual({ ok: true, value: {} });
});

test('whatever the round is, its own form changes nothing of it', () => {
  const instant = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const groups = fc.uniqueArray(fc.integer({ min: 0, max: 14 })).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(
      instant,
      fc.option(instant, { nil: undefined }),
      fc.boolean(),
      groups,
      (opens, after, late, years) => {
        const later = after === undefined ? undefined : new Date(Date.parse(opens) + 86_400_000 * 2).toISOString();
        const made: WireRound = {
          ...endless,
          opens,
          late,
          yearGroups: years,
          ...(later === undefined ? {} : { closes: later, keepUntil: later }),
          ...(late ? { keepTallies: 'sum' } : {}),
        };
        expect(roundToChange(made, formOfRound(made))).toEqual({ ok: true, value: {} });
      },
    ),
  );
});

test('a last day taken away is without end, and one given is the end of that day', () => {
  expect(roundToChange(round, { ...formOfRound(round), closes: '' })).toEqual({ ok: true, value: { closes: null } });
  expect(roundToChange(round, { ...formOfRound(round), closes: '2010-04-01' })).toEqual({
    ok: true,
    value: { closes: '2010-04-01T23:00:00.000Z' },
  });
});

test('that only the sum of its tallies stays is said when a round is made, and can be changed either way', () => {
  expect(roundToOpen({ ...form, keepTallies: 'sum' }, [])).toMatchObject({ value: { keepTallies: 'sum' } });
  const changed = { ok: true, value: { keepTallies: 'sum' } };
  expect(roundToChange(round, { ...formOfRound(round), keepTallies: 'sum' })).toEqual(changed);
  const summed: WireRound = { ...round, keepTallies: 'sum' };
  const back = { ok: true, value: { keepTallies: 'each' } };
  expect(roundToChange(summed, { ...formOfRound(summed), keepTallies: 'each' })).toEqual(back);
});

test.each([
  ['7, 9', undefined],
  ['', undefined],
  ['9, 8, 7, 11', [8, 11]],
  ['12', [12]],
  // What is no list of year groups is said to be wrong when it is sent, and nothing else of it.
  ['8, soon', undefined],
])('of the year groups “%s”, an instrument that offers 7 and 9 does not offer: %j', (yearGroups, years) => {
  expect(yearsNotOffered({ yearGroups }, kitesByYear)).toEqual(years && { years, offered: [7, 9] });
});

test('of an instrument that compares nothing with the expected years, or is not at hand, nothing is said of them', () => {
  expect(yearsNotOffered({ yearGroups: '8' }, kites)).toBeUndefined();
  expect(yearsNotOffered({ yearGroups: '8' }, undefined)).toBeUndefined();
});
