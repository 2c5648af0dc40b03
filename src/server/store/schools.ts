import { sql, type Kysely, type Selectable } from 'kysely';
import { ownerId, type Instant, type OwnerId } from '#core/ids.ts';
import type { Succession } from '#core/register/read-link.ts';
import type { School, SchoolStatus } from '#core/register/school.ts';
import { foldedForSearch } from '#core/register/search-text.ts';
import { tableAt } from './as-it-was.ts';
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

/** The schools there are, or were before an instant, as the register knows or knew them. */
export const schoolsIn = (db: Kysely<Tables>, before?: Instant) => {
  const mentored = tableAt('mentored', before);
  const schools = () =>
    db
      .selectFrom(tableAt('owners', before))
      .selectAll('owners')
      // One mentor a school: where more look after it, the first by id.
      .select((eb) =>
        eb
          .selectFrom(mentored)
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
      const looking = selectFrom(mentored).select('mentored.owner').whereRef('mentored.owner', '=', 'owners.owner');
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

    /** What took the place of these schools, a thousand at most. */
    async successors(of: readonly OwnerId[]): Promise<readonly Succession[]> {
      if (of.length === 0) return [];
      const found = await db
        .selectFrom(tableAt('successors', before))
        .selectAll()
        .where('owner', 'in', of)
        .orderBy('successor')
        .execute();
      return found.map(asSuccession);
    },

    /** Whose place a school took. */
    async predecessors(of: OwnerId): Promise<readonly Succession[]> {
      const found = await db
        .selectFrom(tableAt('successors', before))
        .selectAll()
        .where('successor', '=', of)
        .orderBy('owner')
        .execute();
      return found.map(asSuccession);
    },
  };
};

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
