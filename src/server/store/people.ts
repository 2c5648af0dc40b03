import type { Kysely } from 'kysely';
import { ownerId, type Instant, type OwnerId } from '#core/ids.ts';
import type { OwnerKind } from '#core/instrument/instrument.ts';
import { hashOfCode, hashOfToken } from './hash.ts';
import type { Tables } from './tables.ts';

export type Role = 'school' | 'mentor' | 'project-team';

/** Somebody who signed in, with what her rights follow from. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** The owner she fills returns for. */
  readonly owner: OwnerId | undefined;
  /** The schools a mentor looks after, all of them for a project team that fills the programme's returns; else empty. */
  readonly schools: readonly { readonly owner: OwnerId; readonly name: string }[];
}

/** An owner of returns as the register knows it. */
export interface Owner {
  readonly owner: OwnerId;
  readonly kind: OwnerKind;
  readonly name: string;
}

/** People, their codes and sessions, and the owners they act for. */
export const peopleIn = (db: Kysely<Tables>) => {
  const schoolsOf = async (role: Role, owner: string): Promise<readonly { owner: string; name: string }[]> => {
    if (role === 'school') return [];
    const all = db
      .selectFrom('owners')
      .select(['owners.owner', 'owners.name'])
      .orderBy('owners.name')
      .orderBy('owners.owner');
    return role === 'project-team'
      ? await all.where('kind', '=', 'school').where('enlisted', '=', 1).execute()
      : await all
          .innerJoin('mentored', 'mentored.owner', 'owners.owner')
          .where('mentored.mentor', '=', owner)
          .execute();
  };

  const person = async (id: string): Promise<Person | undefined> => {
    const found = await db.selectFrom('people').selectAll().where('person', '=', id).executeTakeFirst();
    if (!found) return undefined;
    const schools = found.owner === null ? [] : await schoolsOf(found.role as Role, found.owner);
    return {
      id: found.person,
      role: found.role as Role,
      name: found.name,
      owner: found.owner === null ? undefined : ownerId(found.owner),
      schools: schools.map(({ owner, name }) => ({ owner: ownerId(owner), name })),
    };
  };

  return {
    /** Whose access code this is; `undefined` when nobody's. */
    async byCode(code: string): Promise<Person | undefined> {
      const found = await db
        .selectFrom('access_codes')
        .select('person')
        .where('code_hash', '=', hashOfCode(code))
        .executeTakeFirst();
      return found && (await person(found.person));
    },

    /** Whose token this is, if it still holds at that instant. */
    async byToken(token: string, now: Instant): Promise<Person | undefined> {
      const found = await db
        .selectFrom('sessions')
        .select('person')
        .where('token_hash', '=', hashOfToken(token))
        .where('expires', '>', now)
        .executeTakeFirst();
      return found && (await person(found.person));
    },

    /** Keeps a session, and clears away those that have run out. */
    async startSession(token: string, id: string, now: Instant, expires: Instant): Promise<void> {
      await db.deleteFrom('sessions').where('expires', '<=', now).execute();
      await db
        .insertInto('sessions')
        .values({ token_hash: hashOfToken(token), person: id, expires })
        .execute();
    },

    async endSession(token: string): Promise<void> {
      await db.deleteFrom('sessions').where('token_hash', '=', hashOfToken(token)).execute();
    },

    async owner(owner: OwnerId): Promise<Owner | undefined> {
      const found = await db.selectFrom('owners').selectAll().where('owner', '=', owner).executeTakeFirst();
      return found && asOwner(found);
    },

    /** Every owner that takes part, in the order of names; `among` keeps only those. */
    async enlisted(among?: readonly OwnerId[]): Promise<readonly Owner[]> {
      if (among?.length === 0) return [];
      let wanted = db.selectFrom('owners').selectAll().where('enlisted', '=', 1);
      if (among) wanted = wanted.where('owner', 'in', among);
      return (await wanted.orderBy('name').orderBy('owner').execute()).map(asOwner);
    },
  };
};

const asOwner = ({ owner, kind, name }: { owner: string; kind: string; name: string }): Owner => ({
  owner: ownerId(owner),
  kind: kind as OwnerKind,
  name,
});
