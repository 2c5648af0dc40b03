import fc from 'fast-check';
import { ownerId } from '#core/ids.ts';
import { planSuccession, successionsOf } from '#core/register/plan-links.ts';
import type { LinkRow } from '#core/register/read-link.ts';
import { readCells } from './rows.ts';

const [old, young] = [ownerId('999011'), ownerId('999012')];
const link = (more: Readonly<Record<string, string>>) =>
  readCells({
    URN: old,
    LinkURN: young,
    LinkName: 'Osier Academy',
    LinkType: 'Successor',
    LinkEstablishedDate: '01-09-2009',
    ...more,
  });

test.each(['Successor', 'Successor - amalgamated', 'Successor - merged', 'Successor - Split School', 'successor'])(
  '“%s”: the other school took the place of this one',
  (type) => {
    expect(link({ LinkType: type })).toEqual({
      ok: true,
      value: { row: 2, urn: old, successor: young, name: 'Osier Academy', since: '2009-09-01' },
    });
  },
);

test('“Predecessor”: this school took the place of the other, whose name it is', () => {
  expect(link({ LinkType: 'Predecessor - merged' })).toMatchObject({
    value: { urn: young, successor: old, name: null },
  });
});

test.each(['Sixth Form Centre Link', 'Result of Amalgamation', 'Expansion', 'Other', ''])(
  'a link “%s” says nothing here',
  (type) => {
    expect(link({ LinkType: type, LinkURN: 'x' })).toEqual({ ok: true, value: undefined });
  },
);

test.each([
  ['URN', '12', 'urn-wrong'],
  ['LinkURN', '', 'urn-wrong'],
  ['LinkEstablishedDate', '2009', 'day-wrong'],
])('a row is refused by its number and column: %s “%s”', (column, value, fault) => {
  expect(link({ [column]: value })).toEqual({ ok: false, failure: [{ row: 2, column, fault, value }] });
});

test('a link without a day, and the two rows that tell it from either side, are one succession', () => {
  const rows: LinkRow[] = [
    { row: 2, urn: old, successor: young, name: null, since: '2009-09-01' },
    { row: 9, urn: old, successor: young, name: 'Osier Academy', since: null },
  ];
  expect(successionsOf(rows)).toEqual([{ urn: old, successor: young, name: 'Osier Academy', since: '2009-09-01' }]);
});

test('what a succession does not say stays as it is known', () => {
  const known = { urn: old, successor: young, name: 'Osier Academy', since: '2009-09-01' };
  expect(planSuccession(known, { ...known, name: null, since: null })).toEqual({
    kind: 'unchanged',
    succession: known,
  });
  expect(planSuccession(known, { ...known, since: '2010-01-01' }).kind).toBe('changed');
  expect(planSuccession(undefined, known).kind).toBe('new');
});

test('the order of the rows does not matter', () => {
  const urn = fc.constantFrom(old, young, ownerId('999013'));
  const rows = fc.array(
    fc.record({
      row: fc.constant(2),
      urn,
      successor: urn,
      name: fc.constantFrom(null, 'A', 'B'),
      since: fc.constantFrom(null, '2009-09-01', '2010-09-01'),
    }),
  );
  fc.assert(
    fc.property(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([one, other]) => {
        expect(successionsOf(other)).toEqual(successionsOf(one));
      },
    ),
  );
});
