import { consolidate, findingOf } from '#core/consolidation/consolidate.ts';
import { ownerId } from '#core/ids.ts';
import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { gardenRound, gardens } from '../../kit/garden-instrument.ts';

describe('consolidating', () => {
  const accepted = (state: string) => ({
    revision: 1,
    receipt: 'r',
    content: { rows: [{ key: 'N2', values: { state } }], explanations: [] },
  });
  const tallier = tallierOf(gardens, gardenRound);
  const total = consolidate(
    {
      instrument: gardens,
      round: gardenRound,
      owners: [
        { owner: ownerId('999001'), name: 'A', state: 'accepted', accepted: accepted('1') },
        { owner: ownerId('999002'), name: 'B', state: 'submitted' },
        { owner: ownerId('999003'), name: 'C', state: 'questioned', accepted: accepted('3') },
        { owner: ownerId('999004'), name: 'D', state: 'not-started' },
      ],
    },
    tallier,
  );

  test('owners without an accepted return add nothing', () => {
    expect(total.returns).toBe(2);
    expect(findingOf(tallier, total, 'pond-bare')).toEqual({ count: 1, base: 2 });
    expect(findingOf(tallier, total, 'south-fruit')).toEqual({ count: 0, base: 0 });
  });

  test('a distribution counts out of the rows of all returns', () => {
    const [states] = compileMeasures(gardens, gardenRound);
    if (!states) throw new Error('no measure');
    const { columns, lines } = figuresOf(states, tallier.sums, total.sums);
    expect(columns.map(({ label }) => label)).toEqual([
      '1 Bare',
      '2 Growing',
      '3 In fruit',
      'No water',
      'Answered',
      'Out of',
      'Mean',
    ]);
    expect(lines.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['North side', 1, 0, 1, 0, 2, 6, 2],
      ['South side', 0, 0, 0, 0, 0, 4, undefined],
      ['Total', 1, 0, 1, 0, 2, 10, 2],
    ]);
  });
});
