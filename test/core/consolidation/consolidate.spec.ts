import fc from 'fast-check';
import { addTallies, consolidate, findingOf, nothingTallied, tallyReturn } from '#core/consolidation/consolidate.ts';
import { ownerId } from '#core/ids.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';

const states = fc.constantFrom('1 Bare', 'bare', 2, '3', 'no water', 'x', null, ' ');
const content = fc.tuple(...gardens.rows.items.map(() => states)).map((answers) => ({
  rows: gardens.rows.items.map(({ key }, at) => ({ key, values: { state: answers[at] ?? null } })),
}));
const tally = content.map((one) => tallyReturn(gardens, gardenRound, one));
const some = fc.array(tally, { maxLength: 4 }).map((tallies) => tallies.reduce(addTallies, nothingTallied));

describe('tallies of returns add up', () => {
  test('in any order', () => {
    fc.assert(fc.property(some, some, (a, b) => expect(addTallies(a, b)).toEqual(addTallies(b, a))));
  });

  test('in any grouping', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) =>
        expect(addTallies(addTallies(a, b), c)).toEqual(addTallies(a, addTallies(b, c))),
      ),
    );
  });

  test('with nothing as nothing', () => {
    fc.assert(fc.property(some, (a) => expect(addTallies(nothingTallied, a)).toEqual(a)));
  });

  test('owners without an accepted return add nothing', () => {
    const accepted = (state: string) => ({
      revision: 1,
      receipt: 'r',
      content: { rows: [{ key: 'N2', values: { state } }], explanations: [] },
    });
    const total = consolidate({
      instrument: gardens,
      round: gardenRound,
      at: '2009-06-30T12:00:00Z',
      enlisted: 4,
      returned: 3,
      owners: [
        { owner: ownerId('999001'), name: 'A', state: 'accepted', accepted: accepted('1') },
        { owner: ownerId('999002'), name: 'B', state: 'submitted' },
        { owner: ownerId('999003'), name: 'C', state: 'questioned', accepted: accepted('3') },
        { owner: ownerId('999004'), name: 'D', state: 'not-started' },
      ],
    });
    expect(total.returns).toBe(2);
    expect(findingOf(total, 'pond-bare')).toEqual({ count: 1, base: 2 });
    expect(findingOf(total, 'south-fruit')).toEqual({ count: 0, base: 0 });
    expect(total.distributions.states?.groups.north).toEqual({ rows: 6, chosen: { '1': 1, '3': 1 } });
  });
});
