import { answeredIn, meanOf, tallyDistribution } from '#core/measures/distribution.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';

const states = gardens.measures.find((measure) => measure.id === 'states');
if (states?.kind !== 'distribution') throw new Error('no distribution');
const choices = gardens.fields[0]?.choices ?? [];

const tally = tallyDistribution(gardens, states, gardenRound, {
  rows: [
    { key: 'N1', values: { state: ' BARE ' } },
    { key: 'N2', values: { state: 'no water' } },
    { key: 'N3', values: { state: 3 } },
    { key: 'S1', values: { state: 'whatever', seen: 'Roses' } },
    { key: 'Z9', values: { state: '1' } },
  ],
});

describe('a distribution', () => {
  test('counts each choice by group, whatever the spelling', () => {
    expect(tally.groups.north).toEqual({ rows: 3, chosen: { '1': 1, 'no-water': 1, '3': 1 } });
  });

  test('leaves out what is not understood and rows of no instrument', () => {
    expect(tally.groups.south).toEqual({ rows: 2, chosen: {} });
  });

  test('answered are rows with any choice; the mean is of choices with a value only', () => {
    const north = tally.groups.north ?? { rows: 0, chosen: {} };
    expect(answeredIn(north)).toBe(3);
    expect(meanOf(north, choices)).toBe(2);
    expect(meanOf(tally.groups.south ?? north, choices)).toBeUndefined();
  });
});
