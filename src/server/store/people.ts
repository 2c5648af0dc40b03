import type { Kysely, Selectable } from 'kysely';
import { ownerId, type Instant, type OwnerId } from '#core/ids.ts';
import type { OwnerKind } from '#core/instrument/instrument.ts';
import { keepEarlier, tableAt } from './as-it-was.ts';
import { writeEnlistments } from './enlistments.ts';
import { followMentored } from './looked-after.ts';
import type { Tables } from './tables.ts';

export type Role = 'school' | 'mentor' | 'project-team';

/** Somebody who may sign in, with what her rights follow from. */
export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** The owner she fills returns for. */
  readonly owner: OwnerId | undefined;
  /** The schools a mentor looks after, all of them for a project team that fills the programme's returns; else empty. */
  readonly schools: readonly { readonly owner: OwnerId; readonly name: string }[];
  /** Since when she has nothing to do with the programme any more. */
  readonly endedAt: Instant | undefined;
}

/** An owner of returns as the register knows it. */
export interface Owner {
  readonly owner: OwnerId;
  readonly kind: OwnerKind;
  readonly name: string;
}

/** People, and the owners they act for. Nobody is deleted: people end. */
export const peopleIn = (db: Kysely<Tables>) => {
  /** The schools of mentors, in the order of their names. */
  const mentored = () =>
    db
      .selectFrom('mentored')
      .innerJoin('owners', 'owners.owner', 'mentored.owner')
      .select(['mentored.mentor', 'owners.owner', 'owners.name'])
      .orderBy('owners.name')
      .orderBy('owners.owner');

  /** Whom her returns may speak of: a mentor's schools; for who fills the programme's returns, every school in it. */
  const schoolsOf = async (role: Role, owner: string): Promise<readonly { owner: string; name: string }[]> => {
    if (role === 'school') return [];
    if (role === 'mentor') return await mentored().where('mentored.mentor', '=', owner).execute();
    return await db
      .selectFrom('owners')
      .select(['owner', 'name'])
      .where('kind', '=', 'school')
      .where('enlisted', '=', 1)
      .orderBy('name')
      .orderBy('owner')
      .execute();
  };

  const lookAfter = async (mentor: OwnerId, schools: readonly OwnerId[], at: Instant): Promise<void> => {
    await db.deleteFrom('mentored').where('mentor', '=', mentor).execute();
    for (const owner of new Set(schools)) await db.insertInto('mentored').values({ mentor, owner }).execute();
    await followMentored(db, { mentor }, at);
  };

  const owners = (before: Instant | undefined) =>
    db.selectFrom(tableAt('owners', before)).select(['owner', 'kind', 'name']);

  return {
    async one(id: string): Promise<Person | undefined> {
      const found = await db.selectFrom('people').selectAll().where('person', '=', id).executeTakeFirst();
      if (!found) return undefined;
      return asPerson(found, found.owner === null ? [] : await schoolsOf(found.role as Role, found.owner));
    },

    /** Everybody of an owner, those who have ended too. */
    async ofOwner(owner: OwnerId): Promise<readonly Person[]> {
      const found = await db.selectFrom('people').selectAll().where('owner', '=', owner).orderBy('name').execute();
      const schools = await mentored().where('mentored.mentor', '=', owner).execute();
      return found.map((one) => asPerson(one, one.role === 'mentor' ? schools : []));
    },

    /** So many people, those who ended too, in the order of names; the first ones, or those who come after somebody. */
    async page(most: number, after?: string): Promise<readonly Person[]> {
      let wanted = db.selectFrom('people').selectAll().orderBy('name').orderBy('person').limit(most);
      if (after !== undefined) {
        const last = await db.selectFrom('people').select('name').where('person', '=', after).executeTakeFirst();
        if (!last) return [];
        wanted = wanted.where(({ or, and, eb }) =>
          or([eb('name', '>', last.name), and([eb('name', '=', last.name), eb('person', '>', after)])]),
        );
      }
      const found = await wanted.execute();
      const mentors = found.flatMap(({ role, owner }) => (role === 'mentor' && owner !== null ? [owner] : []));
      const schools = mentors.length === 0 ? [] : await mentored().where('mentored.mentor', 'in', mentors).execute();
      const of = ({ role, owner }: { role: string; owner: string | null }) =>
        role === 'mentor' ? schools.filter(({ mentor }) => mentor === owner) : [];
      return found.map((one) => asPerson(one, of(one)));
    },

    /** Adds somebody; a mentor's own owner is made with her, and takes part from then on. */
    async add({ id, role, name, owner, schools }: Omit<Person, 'endedAt'>, at: Instant): Promise<void> {
      if (role === 'mentor' && owner) {
        await db.insertInto('owners').values({ owner, kind: 'mentor', name, enlisted: 1, known_since: at }).execute();
        await writeEnlistments(db, [{ owner, enlisted: true }], at);
      }
      await db
        .insertInto('people')
        .values({ person: id, role, name, owner: owner ?? null })
        .execute();
      if (role === 'mentor' && owner) {
        await lookAfter(
          owner,
          schools.map((school) => school.owner),
          at,
        );
      }
    },

    /** Gives another name; a mentor's own returns are from `at` on shown under it. */
    async rename({ id, role, owner }: Person, name: string, at: Instant): Promise<void> {
      await db.updateTable('people').set({ name }).where('person', '=', id).execute();
      if (role === 'mentor' && owner) {
        const known = await db.selectFrom('owners').selectAll().where('owner', '=', owner).execute();
        await keepEarlier(db, 'owners', known, () => ({ name }), at);
        await db.updateTable('owners').set({ name }).where('owner', '=', owner).execute();
      }
    },

    /** From `at` on a mentor looks after these schools and no others. */
    lookAfter,

    async end(id: string, now: Instant): Promise<void> {
      await db.updateTable('people').set({ ended_at: now }).where('person', '=', id).execute();
    },

    /** As it is known, or was before an instant; `undefined` when it is not, or was not then. */
    async owner(owner: OwnerId, before?: Instant): Promise<Owner | undefined> {
      const [found] = await owners(before).where('owner', '=', owner).execute();
      return found && asOwner(found);
    },

    /**
     * Every owner that takes part, or took part before an instant, in the order of the names they have, or had;
     * `among` keeps only those.
     */
    async enlisted(among?: readonly OwnerId[], before?: Instant): Promise<readonly Owner[]> {
      if (among?.length === 0) return [];
      let wanted = owners(before).where('enlisted', '=', 1);
      if (among) wanted = wanted.where('owner', 'in', among);
      return (await wanted.orderBy('name').orderBy('owner').execute()).map(asOwner);
    },

    /** These owners as they are, or were before an instant, whether they took part or not, in no order; a thousand at most. */
    async owners(wanted: readonly OwnerId[], before?: Instant): Promise<readonly Owner[]> {
      if (wanted.length === 0) return [];
      return (await owners(before).where('owner', 'in', wanted).execute()).map(asOwner);
    },
  };
};

const asPerson = (
  found: Selectable<Tables['people']>,
  schools: readonly { readonly owner: string; readonly name: string }[],
): Person => ({
  id: found.person,
  role: found.role as Role,
  name: found.name,
  owner: found.owner === null ? undefined : ownerId(found.owner),
  schools: schools.map(({ owner, name }) => ({ owner: ownerId(owner), name })),
  endedAt: found.ended_at ?? undefined,
});

const asOwner = ({ owner, kind, name }: { owner: string; kind: string; name: string }): Owner => ({
  owner: ownerId(owner),
  kind: kind as OwnerKind,
  name,
});
