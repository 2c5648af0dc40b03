import type { Kysely, Selectable } from 'kysely';
import { ownerId, type Instant, type OwnerId } from '#core/ids.ts';
import type { Succession } from '#core/register/read-link.ts';
import type { MentorName } from '#core/register/register-columns.ts';
import type { School } from '#core/register/school.ts';
import { searchText } from '#core/register/search-text.ts';
import { keepEarlier } from './as-it-was.ts';
import { writeEnlistments } from './enlistments.ts';
import { followMentored } from './looked-after.ts';
import { schoolsIn } from './schools.ts';
import type { Tables } from './tables.ts';

/** The schools there are, whether they take part or not. No school is ever deleted. */
export const registerIn = (db: Kysely<Tables>) => ({
  ...schoolsIn(db),

  /** The register as it was before an instant, to be read; without one, as it is. */
  asAt: (before: Instant | undefined) => schoolsIn(db, before),

  /**
   * Writes schools, new or known, five hundred at most, as they are from `at` on; how they were is kept. `mentors` names
   * those whose mentor is to be written too.
   */
  async put(changed: readonly School[], at: Instant, mentors: readonly OwnerId[] = []): Promise<void> {
    if (changed.length === 0) return;
    const rows = new Map(changed.map((school) => [school.urn as string, asRow(school)]));
    const known = await db
      .selectFrom('owners')
      .selectAll()
      .where('owner', 'in', [...rows.keys()])
      .execute();
    await keepEarlier(db, 'owners', known, ({ owner }) => rows.get(owner), at);
    await db
      .insertInto('owners')
      .values([...rows.values()].map((row) => ({ ...row, known_since: at })))
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
    await followMentored(db, { owners: mentors }, at);
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

  /** Writes successions of schools that the register has, five hundred at most, as they are told from `at` on. */
  async putSuccessors(changed: readonly Succession[], at: Instant): Promise<void> {
    if (changed.length === 0) return;
    const said = new Map(changed.map(({ urn, successor, ...rest }) => [`${urn}>${successor}`, rest]));
    const known = await db
      .selectFrom('successors')
      .selectAll()
      .where(
        'owner',
        'in',
        changed.map(({ urn }) => urn),
      )
      .execute();
    await keepEarlier(db, 'successors', known, ({ owner, successor }) => said.get(`${owner}>${successor}`), at);
    await db
      .insertInto('successors')
      .values(changed.map(({ urn, ...rest }) => ({ owner: urn, ...rest, known_since: at })))
      .onConflict((conflict) =>
        conflict
          .columns(['owner', 'successor'])
          .doUpdateSet(({ ref }) => ({ name: ref('excluded.name'), since: ref('excluded.since') })),
      )
      .execute();
  },
});

const asRow = (school: School): Omit<Selectable<Tables['owners']>, 'known_since'> => ({
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
