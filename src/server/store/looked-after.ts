import { sql, type Kysely } from 'kysely';
import type { Instant } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/**
 * Writes down from when on mentors look after schools, or do not any more; where a clock goes back, none
 * ends before it began, nor begins before it ended. To be called by whoever writes `mentored`, which says how it is now;
 * `of` says whose lines were written, of schools five hundred at most.
 */
export const followMentored = async (
  db: Kysely<Tables>,
  of: { readonly mentor: string } | { readonly owners: readonly string[] },
  at: Instant,
): Promise<void> => {
  const theirs = (table: string) =>
    'mentor' in of
      ? sql<boolean>`${sql.ref(`${table}.mentor`)} = ${of.mentor}`
      : sql<boolean>`${sql.ref(`${table}.owner`)} in (${sql.join(of.owners)})`;
  await sql`
    update looked_after set until = case when since > ${at} then since else ${at} end
    where until is null and ${theirs('looked_after')} and not exists (
      select mentored.owner from mentored
      where mentored.owner = looked_after.owner and mentored.mentor = looked_after.mentor
    )
  `.execute(db);
  await sql`
    insert into looked_after (owner, mentor, since)
    select mentored.owner, mentored.mentor, coalesce((
      select max(ended.until) from looked_after as ended
      where ended.owner = mentored.owner and ended.mentor = mentored.mentor and ended.until > ${at}
    ), ${at}) from mentored
    where ${theirs('mentored')} and not exists (
      select held.owner from looked_after as held
      where held.owner = mentored.owner and held.mentor = mentored.mentor and held.until is null
    )
    on conflict (owner, mentor, since) do update set until = null
  `.execute(db);
};
