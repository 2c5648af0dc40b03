import type { Kysely } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { hashOfToken } from './hash.ts';
import type { Tables } from './tables.ts';

/** A request with a key: whose, and what it asks for, as a text that is the same when it asks for the same. */
export interface KeyedRequest {
  readonly person: string;
  readonly key: string;
  readonly request: string;
}

/** What requests with a key made. Only hashes of key and request are kept, and the id of what was made; no answers. */
export const sentKeysIn = (db: Kysely<Tables>) => ({
  /** The id of what this person made with this key, and whether it was with the very same request. */
  async made({ person, key, request }: KeyedRequest): Promise<{ id: string; sameRequest: boolean } | undefined> {
    const found = await db
      .selectFrom('sent_keys')
      .select(['request_hash', 'made'])
      .where('person', '=', person)
      .where('key_hash', '=', hashOfToken(key))
      .executeTakeFirst();
    return found && { id: found.made, sameRequest: found.request_hash === hashOfToken(request) };
  },

  async keep({ person, key, request }: KeyedRequest, id: string, at: Instant): Promise<void> {
    const hashes = { key_hash: hashOfToken(key), request_hash: hashOfToken(request) };
    await db
      .insertInto('sent_keys')
      .values({ person, ...hashes, made: id, at })
      .execute();
  },

  /** Forgets those of before an instant. */
  async clear(before: Instant): Promise<void> {
    await db.deleteFrom('sent_keys').where('at', '<', before).execute();
  },
});
