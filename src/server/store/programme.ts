import type { Kysely } from 'kysely';
import type { OwnerId } from '#core/ids.ts';
import type { OwnerKind } from '#core/instrument/instrument.ts';
import { foldedForSearch } from '#core/register/search-text.ts';
import type { Round } from '#core/returns/round.ts';
import { hashOfCode } from './hash.ts';
import { followMentored } from './looked-after.ts';
import type { Role } from './people.ts';
import { roundRow, type RoundSettings } from './rounds.ts';
import type { Tables } from './tables.ts';

/** Who takes part in a programme and what is collected, as it is set up. */
export interface Programme {
  readonly owners: readonly { readonly owner: OwnerId; readonly kind: OwnerKind; readonly name: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly role: Role;
    readonly name: string;
    readonly owner?: OwnerId;
    /** The schools a mentor looks after. */
    readonly schools?: readonly OwnerId[];
    /** Her access code; only its hash is kept. */
    readonly code: string;
  }[];
  readonly rounds: readonly (Round & Partial<RoundSettings>)[];
}

/** Who is there from the beginning was there before anything was asked. */
const ever = '';

/** Writes a programme into an empty database; in a database that has owners already nothing is touched. */
export const setUpProgramme = async (db: Kysely<Tables>, programme: Programme): Promise<void> => {
  const there = await db.selectFrom('owners').select('owner').limit(1).execute();
  if (there.length > 0) return;
  for (const owner of programme.owners)
    await db
      .insertInto('owners')
      .values({ ...owner, enlisted: 1, search_text: foldedForSearch(`${owner.name} | ${owner.owner}`) })
      .execute();
  const since = programme.owners.map(({ owner }) => ({ owner, since: ever, until: null }));
  if (since.length > 0) await db.insertInto('enlistments').values(since).execute();
  for (const { id, role, name, owner, schools, code } of programme.people) {
    await db
      .insertInto('people')
      .values({ person: id, role, name, owner: owner ?? null })
      .execute();
    await db
      .insertInto('access_codes')
      .values({ code_hash: hashOfCode(code), person: id })
      .execute();
    for (const school of schools ?? []) {
      if (owner) await db.insertInto('mentored').values({ mentor: owner, owner: school }).execute();
    }
    if (owner && schools) await followMentored(db, { mentor: owner }, ever);
  }
  for (const round of programme.rounds) {
    await db
      .insertInto('rounds')
      .values({ ...roundRow(round), known_since: ever })
      .execute();
  }
};
