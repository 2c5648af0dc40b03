import type { Kysely } from 'kysely';
import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import { hashOfToken } from './hash.ts';
import type { Tables } from './tables.ts';

/** Whose return of which round, in whose session. */
export interface HandedInPlace {
  readonly owner: OwnerId;
  readonly round: RoundId;
  readonly token: string;
}

/** What was handed in on the page and is not submitted yet, sealed by whoever keeps it here: one for each session and return. */
export const handedInIn = (db: Kysely<Tables>) => ({
  async one({ owner, round, token }: HandedInPlace, now: Instant): Promise<Uint8Array | undefined> {
    const found = await db
      .selectFrom('handed_in')
      .select('sealed')
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('session_hash', '=', hashOfToken(token))
      .where('expires', '>', now)
      .executeTakeFirst();
    return found?.sealed;
  },

  /** Keeps it in place of what was there, until that instant. */
  async put(place: HandedInPlace, sealed: Uint8Array, expires: Instant): Promise<void> {
    await handedInIn(db).drop(place);
    const { owner, round, token } = place;
    await db
      .insertInto('handed_in')
      .values({ owner, round, session_hash: hashOfToken(token), expires, sealed })
      .execute();
  },

  async drop({ owner, round, token }: HandedInPlace): Promise<void> {
    await db
      .deleteFrom('handed_in')
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('session_hash', '=', hashOfToken(token))
      .execute();
  },

  /** Drops all of a session, when somebody signs out. */
  async dropAllOf(token: string): Promise<void> {
    await db.deleteFrom('handed_in').where('session_hash', '=', hashOfToken(token)).execute();
  },

  /** Clears away what has run out. */
  async clear(now: Instant): Promise<void> {
    await db.deleteFrom('handed_in').where('expires', '<=', now).execute();
  },
});
