import type { Instant, OwnerId } from '#core/ids.ts';
import { carriedOver } from '#core/returns/carried-over.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';
import { wireContent } from './as-wire.ts';
import { instrumentOf, type OpenedRound } from './places.ts';

/**
 * What the owner has accepted last, or had before an instant, in an earlier round of the same instrument, in whatever
 * version; `undefined` where there is nothing to copy from.
 */
export const acceptedBefore = async (
  { rounds, returns, revisions }: Pick<Records, 'rounds' | 'returns' | 'revisions'>,
  instruments: Given['instruments'],
  { round, instrument }: OpenedRound,
  owner: OwnerId,
  before?: Instant,
): Promise<ReturnAnswer['before']> => {
  // The latest to open comes first.
  const earlier = (await rounds.all(before)).filter(({ opens }) => Date.parse(opens) < Date.parse(round.opens));
  for (const candidate of earlier) {
    const asked = instrumentOf(candidate, instruments);
    if (asked.id !== instrument.id) continue;
    const accepted = (await returns.one(candidate.id, owner, before))?.accepted;
    const revision = accepted === undefined ? undefined : await revisions.one(candidate.id, owner, accepted);
    if (!revision) continue;
    // Tallies alone came in, or it was purged: older answers are not what she had last.
    if (!revision.content) return undefined;
    const rows = carriedOver(asked, revision.content.rows);
    if (rows.length === 0) continue;
    return {
      round: candidate.title,
      instrument: revision.instrument,
      content: wireContent({ rows, explanations: [] }),
    };
  }
  return undefined;
};
