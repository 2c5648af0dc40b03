import type { Kysely, Selectable } from 'kysely';
import { ownerId, roundId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { ReturnState } from '#core/returns/states.ts';
import type { Tables } from './tables.ts';

/** How far a return is. One that was never submitted has no record. */
export interface ReturnRecord {
  readonly owner: OwnerId;
  readonly round: RoundId;
  readonly state: ReturnState;
  /** Number of the latest revision. */
  readonly latest: number;
  /** Number of the revision that counts. */
  readonly accepted: number | undefined;
  readonly submittedAt: Instant;
}

/** The heads of returns: state and numbers, not what was written. */
export const returnsIn = (db: Kysely<Tables>) => ({
  async one(round: RoundId, owner: OwnerId): Promise<ReturnRecord | undefined> {
    const found = await db
      .selectFrom('returns')
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .executeTakeFirst();
    return found && asRecord(found);
  },

  /** All returns of these owners, or of all. */
  async many(among?: readonly OwnerId[]): Promise<readonly ReturnRecord[]> {
    if (among?.length === 0) return [];
    let wanted = db.selectFrom('returns').selectAll();
    if (among) wanted = wanted.where('owner', 'in', among);
    return (await wanted.execute()).map(asRecord);
  },

  async ofRound(round: RoundId): Promise<readonly ReturnRecord[]> {
    return (await db.selectFrom('returns').selectAll().where('round', '=', round).execute()).map(asRecord);
  },

  /** Writes the head of a return, new or known. */
  async put({ owner, round, state, latest, accepted, submittedAt }: ReturnRecord): Promise<void> {
    const values = { state, latest, accepted: accepted ?? null, submitted_at: submittedAt };
    await db
      .insertInto('returns')
      .values({ owner, round, ...values })
      .onConflict((conflict) => conflict.columns(['owner', 'round']).doUpdateSet(values))
      .execute();
  },
});

const asRecord = (found: Selectable<Tables['returns']>): ReturnRecord => ({
  owner: ownerId(found.owner),
  round: roundId(found.round),
  state: found.state as ReturnState,
  latest: found.latest,
  accepted: found.accepted ?? undefined,
  submittedAt: found.submitted_at,
});
