import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { ownerId, type Instant, type OwnerId } from '#core/ids.ts';
import type { Succession } from '#core/register/read-link.ts';
import type { MentorName } from '#core/register/register-columns.ts';
import type { School, SchoolStatus } from '#core/register/school.ts';
import { foldedForSearch, searchText } from '#core/register/search-text.ts';
import { writeEnlistments } from './enlistments.ts';
import type { Tables } from './tables.ts';

/** Which schools a list is to show; all that is said must hold. */
export interface SchoolFilter {
  /** Words that all must stand in name, URN, LAESTAB, postcode or local authority. */
  readonly search?: string;
  readonly enlisted?: boolean;
  /** `null` for schools that nobody looks after. */
  readonly mentor?: OwnerId | null;
  readonly status?: SchoolStatus;
}

/** The schools there are, whether they take part or not. No school is ever deleted. */
export const registerIn = (db: Kysely<Tables>) => {
  const schools = () =>
    db
      .selectFrom('owners')
      .selectAll('owners')
      // One mentor a school: where more look after it, the first by id.
      .select((eb) =>
        eb
          .selectFrom('mentored')
          .select(({ fn }) => fn.min('mentored.mentor').as('mentor'))
          .whereRef('mentored.owner', '=', 'owners.owner')
          .as('mentor'),
      )
      .where('owners.kind', '=', 'school');

  const filtered = ({ search, enlisted, mentor, status }: SchoolFilter) => {
    let wanted = schools();
    for (const word of foldedForSearch(search ?? '').split(' ')) {
      if (word === '') continue;
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      wanted = wanted.where(sql<boolean>`owners.search_text like ${pattern} escape '\\'`);
    }
    if (enlisted !== undefined) wanted = wanted.where('owners.enlisted', '=', enlisted ? 1 : 0);
    if (status !== undefined) wanted = wanted.where('owners.status', '=', status);
    if (mentor === undefined) return wanted;
    return wanted.where(({ exists, not, selectFrom }) => {
      const looking = selectFrom('mentored').select('mentored.owner').whereRef('mentored.owner', '=', 'owners.owner');
      return mentor === null ? not(exists(looking)) : exists(looking.where('mentored.mentor', '=', mentor));
    });
  };

  return {
    async one(urn: OwnerId): Promise<School | undefined> {
      const found = await schools().where('owners.owner', '=', urn).executeTakeFirst();
      return found && asSchool(found);
    },

    /** Those of these URNs that are schools of the register; a thousand at most. */
    async some(urns: readonly OwnerId[]): Promise<ReadonlyMap<OwnerId, School>> {
      if (urns.length === 0) return new Map();
      const found = await schools().where('owners.owner', 'in', urns).execute();
      return new Map(found.map((one) => [ownerId(one.owner), asSchool(one)]));
    },

    /** A page of the schools in the order of names, those after the school `after`. */
    async page(filter: SchoolFilter, limit: number, after?: OwnerId): Promise<readonly School[]> {
      let wanted = filtered(filter).orderBy('owners.search_text').orderBy('owners.owner').limit(limit);
      if (after !== undefined) {
        const last = await schools().where('owners.owner', '=', after).executeTakeFirst();
        if (!last) return [];
        wanted = wanted.where(({ or, and, eb }) =>
          or([
            eb('owners.search_text', '>', last.search_text),
            and([eb('owners.search_text', '=', last.search_text), eb('owners.owner', '>', after)]),
          ]),
        );
      }
      return (await wanted.execute()).map(asSchool);
    },

    async count(filter: SchoolFilter): Promise<number> {
      const found = await db
        .selectFrom(filtered(filter).as('found'))
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(found.count);
    },

    /**
     * Writes schools, new or known, five hundred at most; who takes part does so from `at` on. `mentors` names those whose
     * mentor is to be written too.
     */
    async put(changed: readonly School[], at: Instant, mentors: readonly OwnerId[] = []): Promise<void> {
      if (changed.length === 0) return;
      await db
        .insertInto('owners')
        .values(changed.map(asRow))
        .onConflict((conflict) =>
          conflict.column('owner').doUpdateSet(({ ref }) => ({
            name: ref('excluded.name'),
            enlisted: ref('excluded.enlisted'),
            laestab: ref('excluded.laestab'),
            status: ref('excluded.status'),
            opened: ref('excluded.opened'),
            closed: ref('excluded.closed'),
            phase: ref('excluded.phase'),
            local_authority: ref('excluded.local_authority'),
            region: ref('excluded.region'),
            postcode: ref('excluded.postcode'),
            specialism: ref('excluded.specialism'),
            search_text: ref('excluded.search_text'),
          })),
        )
        .execute();
      await writeEnlistments(
        db,
        changed.map(({ urn, enlisted }) => ({ owner: urn, enlisted })),
        at,
      );
      if (mentors.length === 0) return;
      await db.deleteFrom('mentored').where('owner', 'in', mentors).execute();
      const looked = changed.flatMap(({ urn, mentor }) =>
        mentor !== null && mentors.includes(urn) ? [{ mentor, owner: urn }] : [],
      );
      if (looked.length > 0) await db.insertInto('mentored').values(looked).execute();
    },

    /** Everybody who may look after schools, by name. */
    async mentors(): Promise<readonly MentorName[]> {
      const found = await db
        .selectFrom('owners')
        .select(['owner', 'name'])
        .where('kind', '=', 'mentor')
        .orderBy('name')
        .orderBy('owner')
        .execute();
      return found.map(({ owner, name }) => ({ owner: ownerId(owner), name }));
    },

    /** What took the place of these schools, a thousand at most. */
    async successors(of: readonly OwnerId[]): Promise<readonly Succession[]> {
      if (of.length === 0) return [];
      const found = await db
        .selectFrom('successors')
        .selectAll()
        .where('owner', 'in', of)
        .orderBy('successor')
        .execute();
      return found.map(asSuccession);
    },

    /** Whose place a school took. */
    async predecessors(of: OwnerId): Promise<readonly Succession[]> {
      const found = await db
        .selectFrom('successors')
        .selectAll()
        .where('successor', '=', of)
        .orderBy('owner')
        .execute();
      return found.map(asSuccession);
    },

    /** Writes successions of schools that the register has, a thousand at most. */
    async putSuccessors(changed: readonly Succession[]): Promise<void> {
      if (changed.length === 0) return;
      await db
        .insertInto('successors')
        .values(changed.map(({ urn, ...rest }) => ({ owner: urn, ...rest })))
        .onConflict((conflict) =>
          conflict
            .columns(['owner', 'successor'])
            .doUpdateSet(({ ref }) => ({ name: ref('excluded.name'), since: ref('excluded.since') })),
        )
        .execute();
    },
  };
};

const asRow = (school: School): Insertable<Tables['owners']> => ({
  owner: school.urn,
  kind: 'school',
  name: school.name,
  enlisted: school.enlisted ? 1 : 0,
  laestab: school.laestab,
  status: school.status,
  opened: school.opened,
  closed: school.closed,
  phase: school.phase,
  local_authority: school.localAuthority,
  region: school.region,
  postcode: school.postcode,
  specialism: school.specialism,
  search_text: searchText(school).slice(0, 500),
});

const asSchool = (found: Selectable<Tables['owners']> & { readonly mentor: string | null }): School => ({
  urn: ownerId(found.owner),
  name: found.name,
  laestab: found.laestab,
  status: found.status as SchoolStatus,
  opened: found.opened,
  closed: found.closed,
  phase: found.phase,
  localAuthority: found.local_authority,
  region: found.region,
  postcode: found.postcode,
  specialism: found.specialism,
  enlisted: found.enlisted === 1,
  mentor: found.mentor === null ? null : ownerId(found.mentor),
});

const asSuccession = (found: Tables['successors']): Succession => ({
  urn: ownerId(found.owner),
  successor: ownerId(found.successor),
  name: found.name,
  since: found.since,
});
