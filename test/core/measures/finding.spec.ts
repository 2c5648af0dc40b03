import type { Cell } from '#core/cell.ts';
import { findingInReturn, type Finding, medianOf } from '#core/measures/finding.ts';
import { offerOf, rowsInHand } from '#core/rules/row-in-hand.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';

const shown = (id: string, states: Record<string, Cell>, countedBy?: Finding['countedBy']) => {
  const finding = gardens.measures.find((measure) => measure.id === id);
  if (finding?.kind !== 'finding') throw new Error('no finding');
  const rows = Object.entries(states).map(([key, state]) => ({ key, values: { state } }));
  const counted = countedBy === undefined ? finding : { ...finding, countedBy };
  return findingInReturn(counted, rowsInHand(gardens, rows, offerOf(gardens, gardenRound)));
};

describe('a finding in a return', () => {
  test.each<[string, string, Record<string, Cell>, object]>([
    ['a barrier shows at a median of 2', 'north-bare', { N1: 1, N2: 2, N3: 3 }, { decides: 2, shows: true }],
    ['a barrier does not show above 2', 'north-bare', { N1: 2, N2: 3 }, { decides: 2.5, shows: false }],
    ['an indicator shows at a median of 3', 'south-fruit', { S1: 3, S2: 3 }, { decides: 3, shows: true }],
    ['an indicator does not show below 3', 'south-fruit', { S1: 3, S2: 2 }, { decides: 2.5, shows: false }],
    ['unanswered rows do not count', 'south-fruit', { S2: 3, N1: 1 }, { decides: 3, shows: true }],
    ['a choice without a value is no answer', 'south-fruit', { S2: 'no water', S1: 1 }, { decides: 1, shows: false }],
    ['nothing can be told of nothing', 'south-fruit', { S2: 'no water', S1: 'x' }, {}],
  ])('%s', (_, id, states, expected) => {
    expect(shown(id, states)).toEqual(expected);
  });

  test.each<[string, string, Record<string, Cell>, NonNullable<Finding['countedBy']>, object]>([
    [
      'a barrier of any shows where one is 2',
      'north-bare',
      { N1: 3, N2: 2, N3: 3 },
      'any',
      { decides: 2, shows: true },
    ],
    [
      'a barrier of any does not show where all are 3',
      'north-bare',
      { N1: 3, N2: 3 },
      'any',
      { decides: 3, shows: false },
    ],
    [
      'a barrier of all shows where none is above 2',
      'north-bare',
      { N1: 1, N3: 2 },
      'all',
      { decides: 2, shows: true },
    ],
    [
      'a barrier of all does not show where one is 3',
      'north-bare',
      { N1: 1, N2: 3 },
      'all',
      { decides: 3, shows: false },
    ],
    ['an indicator of any shows where one is 3', 'south-fruit', { S1: 1, S2: 3 }, 'any', { decides: 3, shows: true }],
    [
      'an indicator of any does not show where all are below 3',
      'south-fruit',
      { S1: 2, S2: 1 },
      'any',
      { decides: 2, shows: false },
    ],
    [
      'an indicator of all shows where all are 3',
      'south-fruit',
      { S1: 3, S2: 3 },
      'all',
      { decides: 3, shows: true },
    ],
    [
      'an indicator of all does not show where one is 2',
      'south-fruit',
      { S1: 3, S2: 2 },
      'all',
      { decides: 2, shows: false },
    ],
    [
      'unanswered rows and choices without a value are none of all',
      'south-fruit',
      { S1: 3, S2: 'no water' },
      'all',
      { decides: 3, shows: true },
    ],
    ['nor are they any', 'north-bare', { N1: 3, N2: 'no water', N3: null }, 'any', { decides: 3, shows: false }],
    ['nothing can be told of nothing, of any', 'south-fruit', { S2: 'no water', S1: 'x' }, 'any', {}],
    ['nothing can be told of nothing, of all', 'north-bare', {}, 'all', {}],
    [
      'the median may be said in so many words',
      'north-bare',
      { N1: 1, N2: 2, N3: 3 },
      'median',
      { decides: 2, shows: true },
    ],
  ])('%s', (_, id, states, countedBy, expected) => {
    expect(shown(id, states, countedBy)).toEqual(expected);
  });

  test('the median of an even number is the mean of the two in the middle', () => {
    expect([medianOf([4, 1, 3, 2]), medianOf([3, 1, 2]), medianOf([])]).toEqual([2.5, 2, undefined]);
  });
});
