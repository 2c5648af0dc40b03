import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf, type Tallier } from '#core/measures/tally.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';

const known = new WeakMap<Instrument, Map<string, Tallier>>();

/** Circumstances of one instrument that are remembered: those of its rounds. */
const most = 8;

/** The tallier of an instrument in what the circumstances offer. Working it out takes longer than a tally: it is remembered. */
export const tallierFor = (instrument: Instrument, circumstances: Circumstances): Tallier => {
  const { academicYear, schools, items } = circumstances;
  const offered = JSON.stringify([academicYear, schools, items]);
  const talliers = known.get(instrument) ?? new Map<string, Tallier>();
  known.set(instrument, talliers);
  const tallier = talliers.get(offered) ?? tallierOf(instrument, { academicYear, ...withOffers(schools, items) });
  talliers.delete(offered);
  talliers.set(offered, tallier);
  const [oldest] = talliers.keys();
  if (talliers.size > most && oldest !== undefined) talliers.delete(oldest);
  return tallier;
};

const withOffers = (schools: Circumstances['schools'], items: Circumstances['items']) => ({
  ...(schools ? { schools } : {}),
  ...(items ? { items } : {}),
});
