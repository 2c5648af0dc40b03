import type { Cell } from '#core/cell.ts';
import { findingInReturn, medianOf } from '#core/measures/finding.ts';
import { offerOf, rowsInHand } from '#core/rules/row-in-hand.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';

const shown = (id: string, states: Record<string, Cell>) => {
  const finding = gardens.measures.find((measure) => measure.id === id);
  if (finding?.kind !== 'finding') throw new Error('no finding');
  const rows = Object.entries(states).map(([key, state]) => ({ key, values: { state } }));
  return findingInReturn(finding, rowsInHand(gardens, rows, offerOf(gardens, gardenRound)));
};

describe('a finding in a return', () => {
  test.each<[string, string, Record<string, Cell>, object]>([
    ['a barrier shows at a median of 2', 'north-bare', { N1: 1, N2: 2, N3: 3 }, { median: 2, shows: true }],
    ['a barrier does not show above 2', 'north-bare', { N1: 2, N2: 3 }, { median: 2.5, shows: false }],
    ['an indicator shows at a median of 3', 'south-fruit', { S1: 3, S2: 3 }, { median: 3, shows: true }],
    ['an indicator does not show below 3', 'south-fruit', { S1: 3, S2: 2 }, { median: 2.5, shows: false }],
    ['unanswered rows do not count', 'south-fruit', { S2: 3, N1: 1 }, { median: 3, shows: true }],
    ['a choice without a value is no answer', 'south-fruit', { S2: 'no water', S1: 1 }, { median: 1, shows: false }],
    ['nothing can be told of nothing', 'south-fruit', { S2: 'no water', S1: 'x' }, {}],
  ])('%s', (_, id, states, expected) => {
    expect(shown(id, states)).toEqual(expected);
  });

  test('the median of an even number is the mean of the two in the middle', () => {
    expect([medianOf([4, 1, 3, 2]), medianOf([3, 1, 2]), medianOf([])]).toEqual([2.5, 2, undefined]);
  });
});
