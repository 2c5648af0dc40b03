import { addTallies, type Tally, type Tallier, tallierOf } from '../measures/tally.ts';
import type { CountOfBase } from '../measures/quantity.ts';
import { sumKey } from '../measures/sum-key.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';

/**
 * All accepted returns of a round together, or the tally that was given in place of their rows. Owners without one add
 * nothing here; the master lists them.
 */
export const consolidate = (
  {
    instrument,
    round,
    circumstances = round,
    owners,
    tally: given,
  }: Pick<ConsolidatedReturns, 'instrument' | 'round' | 'circumstances' | 'owners' | 'tally'>,
  tallier: Tallier = tallierOf(instrument, circumstances),
): Tally =>
  given ??
  owners
    .flatMap(({ accepted }) => (accepted?.content === undefined ? [] : [tallier.of(accepted.content)]))
    .reduce((total, tally) => {
      const sum = addTallies(total, tally);
      if (!sum.ok) throw new Error('tallies of one tallier always add up');
      return sum.value;
    }, tallier.nothing);

/** What a tally says of a finding: returns that show it, out of those in which it can be told. */
export const findingOf = ({ sums }: Pick<Tallier, 'sums'>, tally: Tally, finding: string): CountOfBase => {
  const value = (kind: 'told' | 'shows') => {
    const key = sumKey({ kind, finding });
    return tally.sums[sums.findIndex((sum) => sumKey(sum) === key)] ?? 0;
  };
  return { count: value('shows'), base: value('told') };
};
