import type { Kysely } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { hashOfAddress } from './hash.ts';
import type { Tables } from './tables.ts';

/** How often an address sent wrong codes, and when it did last. */
export interface WrongCodes {
  readonly count: number;
  readonly lastAt: Instant;
}

/**
 * Wrong codes by address, one count for all servers of a database. An address is kept as a hash under a salt; as soon
 * as nothing is counted any more the salt changes, and nobody can work out what any hash of before stood for.
 */
export const wrongCodesIn = (db: Kysely<Tables>) => {
  const salt = async () =>
    (await db.selectFrom('about').select('value').where('name', '=', 'address-salt').executeTakeFirst())?.value;

  return {
    async of(address: string): Promise<WrongCodes | undefined> {
      const present = await salt();
      if (present === undefined) return undefined;
      const found = await db
        .selectFrom('wrong_codes')
        .selectAll()
        .where('address_hash', '=', hashOfAddress(present, address))
        .executeTakeFirst();
      return found && { count: found.count, lastAt: found.last_at };
    },

    /** Writes the count of an address, and forgets all that were last written before `forget`. */
    async put(
      address: string,
      { count, lastAt }: WrongCodes,
      { forget, newSalt }: { readonly forget: Instant; readonly newSalt: string },
    ): Promise<void> {
      await db.deleteFrom('wrong_codes').where('last_at', '<', forget).execute();
      const others = await db.selectFrom('wrong_codes').select('count').limit(1).executeTakeFirst();
      const present = others && (await salt());
      if (present === undefined) {
        await db
          .insertInto('about')
          .values({ name: 'address-salt', value: newSalt })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: newSalt }))
          .execute();
      }
      const values = { count, last_at: lastAt };
      await db
        .insertInto('wrong_codes')
        .values({ address_hash: hashOfAddress(present ?? newSalt, address), ...values })
        .onConflict((conflict) => conflict.column('address_hash').doUpdateSet(values))
        .execute();
    },
  };
};
