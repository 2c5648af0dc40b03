import type { Kysely, Selectable } from 'kysely';
import { ownerId, roundId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { ReturnHead } from '#core/returns/return-head.ts';
import type { Move, ReturnState } from '#core/returns/states.ts';
import { headsOfRound, type HeadRow } from './heads-of-round.ts';
import { recordsThen } from './records-then.ts';
import type { Tables } from './tables.ts';

/** How far a return is, and since when. One that nobody has begun has no record. */
export interface ReturnRecord extends ReturnHead {
  readonly owner: OwnerId;
  readonly round: RoundId;
  /** When the latest revision came in. */
  readonly submittedAt: Instant | undefined;
  readonly movedAt: Instant;
}

/** As much of it as its moves tell for any moment. */
export type HeadThen = Omit<ReturnRecord, 'submittedAt' | 'reopened'>;

/** Who made a move, and why. */
export interface MoveMade {
  readonly move: Move;
  readonly person: string;
  /** As she was named then; empty where that was not written down. */
  readonly personName: string;
  readonly reason: string | undefined;
}

/** A step in the history of a return, with how it stood afterwards. */
export interface MoveRecord extends MoveMade, Pick<ReturnHead, 'state' | 'latest' | 'accepted'> {
  readonly number: number;
  readonly at: Instant;
}

/** The heads of returns and the moves that led there: states and numbers, not what was written. */
export const returnsIn = (db: Kysely<Tables>) => ({
  /** As it stands, or stood before an instant. */
  async one(round: RoundId, owner: OwnerId, before?: Instant): Promise<ReturnRecord | undefined> {
    if (before !== undefined) return (await recordsThen(db, before, [owner], round))[0];
    const found = await db
      .selectFrom('returns')
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .executeTakeFirst();
    return found && asRecord(found);
  },

  /** All returns of these owners, or of all, as they stand or stood before an instant. */
  async many(among?: readonly OwnerId[], before?: Instant): Promise<readonly ReturnRecord[]> {
    if (among?.length === 0) return [];
    if (before !== undefined) return await recordsThen(db, before, among);
    let wanted = db.selectFrom('returns').selectAll();
    if (among) wanted = wanted.where('owner', 'in', among);
    return (await wanted.execute()).map(asRecord);
  },

  /** Those of a round, as they are now or were before an instant. */
  async ofRound(round: RoundId, before?: Instant): Promise<readonly HeadThen[]> {
    return (await headsOfRound(db, round, before).execute()).map(asHead);
  },

  /** The history of a return, or as much of it as came before an instant, the first move first. */
  async moves(round: RoundId, owner: OwnerId, before?: Instant): Promise<readonly MoveRecord[]> {
    let wanted = db.selectFrom('moves').selectAll().where('owner', '=', owner).where('round', '=', round);
    if (before !== undefined) wanted = wanted.where('at', '<', before);
    return (await wanted.orderBy('number').execute()).map(asMove);
  },

  /**
   * Writes how a return stands, new or known, together with the move that brought it there. There is no other way to
   * write either, so that its history always ends where it stands.
   */
  async move(head: ReturnRecord, made: MoveMade): Promise<void> {
    const { owner, round, state, latest, accepted, movedAt } = head;
    const values = {
      state,
      latest,
      accepted: accepted ?? null,
      submitted_at: head.submittedAt ?? '',
      moved_at: movedAt,
      reopened: head.reopened ? 1 : 0,
    };
    await db
      .insertInto('returns')
      .values({ owner, round, ...values })
      .onConflict((conflict) => conflict.columns(['owner', 'round']).doUpdateSet(values))
      .execute();
    const { last } = await db
      .selectFrom('moves')
      .select((query) => query.fn.max('number').as('last'))
      .where('owner', '=', owner)
      .where('round', '=', round)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('moves')
      .values({
        ...{ owner, round, number: Number(last ?? 0) + 1, at: movedAt },
        ...{ person: made.person, person_name: made.personName, move: made.move, reason: made.reason ?? null },
        ...{ state, revision: latest, accepted: accepted ?? null },
      })
      .execute();
  },
});

const asHead = (found: HeadRow): HeadThen => ({
  owner: ownerId(found.owner),
  round: roundId(found.round),
  state: found.state as ReturnState,
  latest: found.latest,
  accepted: found.accepted ?? undefined,
  movedAt: found.moved_at,
});

const asRecord = (found: Selectable<Tables['returns']>): ReturnRecord => ({
  ...asHead(found),
  submittedAt: found.submitted_at === '' ? undefined : found.submitted_at,
  reopened: found.reopened === 1,
});

const asMove = (found: Selectable<Tables['moves']>): MoveRecord => ({
  number: found.number,
  at: found.at,
  move: found.move as Move,
  person: found.person,
  personName: found.person_name,
  reason: found.reason ?? undefined,
  state: found.state as ReturnState,
  latest: found.revision,
  accepted: found.accepted ?? undefined,
});
