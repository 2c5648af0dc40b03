import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import { headAfter, untouched } from '#core/returns/return-head.ts';
import type { Move, Mover } from '#core/returns/states.ts';
import type { Person } from '../store/people.ts';
import type { ReturnRecord } from '../store/returns.ts';
import type { Records } from '../store/store.ts';

/** Who does something to a return, as what she stands before it, and when. */
export interface Act {
  readonly person: Person;
  readonly as: Mover;
  readonly now: Instant;
}

/**
 * Makes a move in the life of a return and writes it into its history and into the log of acts; `undefined`, and nothing
 * is written, when the table of states does not allow it to her or the round is purged.
 */
export const moveReturn = async (
  { rounds, returns, audit }: Pick<Records, 'rounds' | 'returns' | 'audit'>,
  ids: { readonly round: RoundId; readonly owner: OwnerId },
  move: Move,
  { person, as, now }: Act,
  reason?: string,
): Promise<ReturnRecord | undefined> => {
  if ((await rounds.one(ids.round))?.purged !== undefined) return undefined;
  const before = await returns.one(ids.round, ids.owner);
  const head = headAfter(before ?? untouched, move, as);
  if (!head) return undefined;
  const submittedAt = move === 'submit' ? now : before?.submittedAt;
  const after: ReturnRecord = { ...ids, ...head, submittedAt, movedAt: now };
  await returns.move(after, { move, person: person.id, personName: person.name, reason });
  const about = { round: ids.round, revision: after.latest };
  await audit.note({ log: ids.owner, at: now, act: move, about, by: person, reason });
  return after;
};
