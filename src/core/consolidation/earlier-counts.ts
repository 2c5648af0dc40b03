import type { CountOfBase } from '../measures/quantity.ts';
import type { Tallier, Tally } from '../measures/tally.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { findingOf } from './consolidate.ts';

/** What an earlier round of the same instrument came to, for findings that are said to increase. */
export interface EarlierCounts {
  /** The round, as people call it. */
  readonly title: string;
  /** By finding; without those that nobody answered then. */
  readonly findings: Readonly<Record<string, CountOfBase>>;
}

/** Whether the findings of an instrument are compared with an earlier round. */
export const comparesWithEarlier = ({ measures }: Pick<Instrument, 'measures'>): boolean =>
  measures.some((measure) => measure.kind === 'finding' && measure.quantity === 'increasing');

/** The counts of an earlier round, out of its tally; `undefined` where that was made by another definition. */
export const earlierCountsOf = (
  title: string,
  { measures }: Pick<Instrument, 'measures'>,
  tallier: Pick<Tallier, 'sums' | 'nothing'>,
  tally: Tally,
): EarlierCounts | undefined => {
  if (tally.definition !== tallier.nothing.definition) return undefined;
  const counts = measures
    .filter(({ kind }) => kind === 'finding')
    .map(({ id }) => [id, findingOf(tallier, tally, id)] as const)
    .filter(([, { base }]) => base > 0);
  return { title, findings: Object.fromEntries(counts) };
};
