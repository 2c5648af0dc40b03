import type { Kysely } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { hashOfToken } from './hash.ts';
import { peopleIn, type Person } from './people.ts';
import type { Tables } from './tables.ts';

/** Somebody who is signed in. */
export interface Session {
  readonly person: Person;
  readonly expires: Instant;
}

/** Who is signed in, by token; only what tokens hash to is kept. */
export const sessionsIn = (db: Kysely<Tables>) => ({
  /** Whose token this is, if it still holds at that instant; nobody's who has ended. */
  async byToken(token: string, now: Instant): Promise<Session | undefined> {
    const found = await db
      .selectFrom('sessions')
      .select(['person', 'expires'])
      .where('token_hash', '=', hashOfToken(token))
      .where('expires', '>', now)
      .executeTakeFirst();
    const person = found && (await peopleIn(db).one(found.person));
    return person && person.endedAt === undefined ? { person, expires: found.expires } : undefined;
  },

  /** Keeps a session. Those that ran out are cleared away apart from it: that would meet every other sign-in. */
  async start(
    token: string,
    { person, code, now, expires }: { person: string; code: string; now: Instant; expires: Instant },
  ): Promise<void> {
    await db
      .insertInto('sessions')
      .values({ token_hash: hashOfToken(token), person, code_id: code, started_at: now, expires })
      .execute();
  },

  /** Clears away the sessions that have run out. */
  async clear(now: Instant): Promise<void> {
    await db.deleteFrom('sessions').where('expires', '<=', now).execute();
  },

  async end(token: string): Promise<void> {
    await db.deleteFrom('sessions').where('token_hash', '=', hashOfToken(token)).execute();
  },

  /** Ends the sessions that a code began; those of before it was written down which one end as well. */
  async endThoseOf({ person, id }: { readonly person: string; readonly id: string }): Promise<void> {
    await db
      .deleteFrom('sessions')
      .where('person', '=', person)
      .where((where) => where.or([where('code_id', '=', id), where('code_id', 'is', null)]))
      .execute();
  },

  async endAllOf(person: string): Promise<void> {
    await db.deleteFrom('sessions').where('person', '=', person).execute();
  },
});
