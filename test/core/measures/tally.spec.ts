import fc from 'fast-check';
import { ownerId } from '#core/ids.ts';
import { onceKey, type Instrument } from '#core/instrument/instrument.ts';
import { sumKey } from '#core/measures/sum-key.ts';
import type { Sum } from '#core/measures/sums.ts';
import { addTallies, type Tally, tallierOf, tallyOf } from '#core/measures/tally.ts';
import type { AnswerRow } from '#core/returns/content.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { offerOf, onceInHand, rowsInHand } from '#core/rules/row-in-hand.ts';
import { rowsOf } from '../../kit/answers-arbitrary.ts';
import { countedAlone } from '../../kit/counted-alone.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardCircumstances } from '../../kit/orchard-instrument.ts';

const samples: readonly (readonly [string, Instrument, Circumstances])[] = [
  ['fixed rows', gardens, gardenRound],
  ['open rows', orchard, orchardCircumstances],
];

const added = (a: Tally, b: Tally): Tally => {
  const sum = addTallies(a, b);
  if (!sum.ok) throw new Error('they do not add up');
  return sum.value;
};

/** Sums of decimals differ in their last digits by the order in which they are added. */
const rounded = (tally: Tally) => ({ ...tally, sums: tally.sums.map((sum) => Number(sum.toFixed(6))) });

describe.each(samples)('tallies of %s add up', (_, instrument, circumstances) => {
  const tallier = tallierOf(instrument, circumstances);
  const returns = rowsOf(instrument, circumstances);
  const some = fc
    .array(
      returns.map((rows) => tallier.of({ rows })),
      { maxLength: 3 },
    )
    .map((tallies) => tallies.reduce(added, tallier.nothing));

  test('in any order', () => {
    fc.assert(fc.property(some, some, (a, b) => expect(added(a, b)).toEqual(added(b, a))));
  });

  test('in any grouping', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) =>
        expect(rounded(added(added(a, b), c))).toEqual(rounded(added(a, added(b, c)))),
      ),
    );
  });

  test('with nothing as nothing', () => {
    fc.assert(fc.property(some, (a) => expect(added(tallier.nothing, a)).toEqual(a)));
  });

  test('each sum is what somebody counts who goes through the rows for it alone', () => {
    const offer = offerOf(instrument, circumstances);
    fc.assert(
      fc.property(returns, (rows) => {
        const answers = rowsInHand(instrument, rows, offer).filter((row) => row.started);
        const once = onceInHand(instrument, rows, offer);
        const { sums } = tallier.of({ rows });
        tallier.sums.forEach((sum, at) => {
          expect([sumKey(sum), sums[at]]).toEqual([
            sumKey(sum),
            countedAlone(instrument, sum, { rows: answers, once }),
          ]);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('a tally', () => {
  test('of open rows is the same for one return and for its rows split over several, rates aside', () => {
    // A rate counts rows only beside the number that their own return says.
    const measures = orchard.measures.filter(({ kind }) => kind !== 'rate');
    const tallier = tallierOf({ ...orchard, measures }, orchardCircumstances);
    const split = fc.tuple(rowsOf(orchard, orchardCircumstances), fc.array(fc.nat(2)));
    fc.assert(
      fc.property(split, ([all, to]) => {
        const [once, table] = [all.filter(({ key }) => key === onceKey), all.filter(({ key }) => key !== onceKey)];
        const parts = [0, 1, 2].map((part) => table.filter((_, at) => (to[at] ?? 0) === part));
        const tallies = parts.map((rows, at) => tallier.of({ rows: at === 0 ? [...once, ...rows] : rows }));
        expect(rounded(tallies.reduce(added, tallier.nothing)).sums).toEqual(rounded(tallier.of({ rows: all })).sums);
      }),
    );
  });

  test('counts what a finding says of a return, and the rows that are asked for', () => {
    const rows: AnswerRow[] = [
      { key: 'N2', values: { state: 'bare' } },
      { key: 'S1', values: { state: 'x' } },
    ];
    const { sums } = tallierOf(gardens, gardenRound);
    const tally = tallyOf(gardens, gardenRound, { rows });
    const value = (sum: Sum) => tally.sums[sums.findIndex((one) => sumKey(one) === sumKey(sum))];
    expect(value({ kind: 'told', finding: 'pond-bare' })).toBe(1);
    expect(value({ kind: 'shows', finding: 'pond-bare' })).toBe(1);
    expect(value({ kind: 'told', finding: 'south-fruit' })).toBe(0);
    expect(value({ kind: 'asked', group: 'north' })).toBe(3);
    expect(value({ kind: 'asked' })).toBe(5);
    expect(tally).toMatchObject({ instrument: 'school-gardens@1', returns: 1 });
  });

  test('is not added to one of another definition', () => {
    const other = { ...gardens, measures: gardens.measures.slice(1) };
    const [a, b] = [gardens, other].map((one) => tallyOf(one, gardenRound, { rows: [] }));
    if (!a || !b) throw new Error('no tallies');
    expect(addTallies(a, b)).toEqual({
      ok: false,
      failure: { kind: 'other-definition', definitions: [a.definition, b.definition] },
    });
  });

  test('is not added to one made where as many other choices were offered', () => {
    const byTerm: Instrument = {
      ...gardens,
      measures: [{ kind: 'count', id: 'terms', title: 'Beds by term', by: ['term'] }],
    };
    const [a, b] = ['200809', '200910'].map((academicYear) => tallierOf(byTerm, { academicYear }));
    if (!a || !b) throw new Error('no talliers');
    expect(a.sums).toHaveLength(b.sums.length);
    expect(addTallies(a.nothing, b.nothing)).toMatchObject({ ok: false, failure: { kind: 'other-definition' } });
  });

  test('is not added to one whose cells were understood otherwise, though its sums are the same', () => {
    const known: Instrument = {
      ...orchard,
      measures: [{ kind: 'share', id: 'known', title: 'Given', field: 'is-given', codes: ['yes'], base: 'rows' }],
      derived: [
        {
          id: 'is-given',
          label: 'Given',
          yes: { field: 'from', is: 'answered' },
          base: { field: 'year', is: 'answered' },
        },
      ],
    };
    const [a, b, c] = ['Ash Lane', 'Ash Road', 'Ash Lane'].map((name) =>
      tallierOf(known, { academicYear: '200809', schools: [{ id: ownerId('999001'), name }] }),
    );
    if (!a || !b || !c) throw new Error('no talliers');
    expect(a.sums).toEqual(b.sums);
    expect(addTallies(a.nothing, b.nothing).ok).toBe(false);
    expect(addTallies(a.nothing, c.nothing).ok).toBe(true);
  });

  test('has each sum once', () => {
    const keys = tallierOf(orchard, orchardCircumstances).sums.map(sumKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
