import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { Instant } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/**
 * Tables whose rows change and can be read as they were: by which columns a row is known, since when it is there, and
 * which of its columns are kept before they change. What is kept of `x` lies in `earlier_x`, each row `until` the instant
 * of the change; what never changed is kept nowhere else. A column that stands in none of the lists has no past.
 */
const kept = {
  owners: {
    keys: ['owner'],
    since: 'known_since',
    changing: [
      ...['name', 'laestab', 'status', 'opened', 'closed', 'phase', 'local_authority', 'region', 'postcode'],
      ...['specialism', 'search_text'],
    ],
    lasting: ['kind', 'known_since'],
  },
  successors: {
    keys: ['owner', 'successor'],
    since: 'known_since',
    changing: ['name', 'since'],
    lasting: ['known_since'],
  },
  rounds: {
    keys: ['round'],
    since: 'known_since',
    changing: [
      ...['title', 'instrument', 'academic_year', 'opens', 'closes', 'late', 'detail', 'year_groups'],
      ...['keep_until', 'keep_tallies'],
    ],
    lasting: ['known_since'],
  },
  questions: {
    keys: ['owner', 'round', 'question'],
    since: 'asked_at',
    changing: ['assignee', 'settled_at', 'settled_by', 'settled_value'],
    lasting: ['row_key', 'field', 'text', 'revision', 'value', 'asked_by', 'asked_at'],
  },
} as const satisfies Partial<
  Record<keyof Tables, Readonly<Record<'keys' | 'changing' | 'lasting', readonly string[]> & { since: string }>>
>;
type Kept = keyof typeof kept;

/**
 * A table to be read as it was before an instant, in the place of the table itself and under its name; without an
 * instant it is the table. Of owners, `enlisted` says whether they took part then.
 */
export const tableAt = <T extends Kept | 'mentored'>(table: T, before: Instant | undefined): T => {
  if (before === undefined) return table;
  // Kysely takes a subquery where it takes a name; its columns are the table's own.
  const as = (query: RawBuilder<unknown>) => query.as(table) as unknown as T;
  if (table === 'mentored') {
    return as(sql`(select mentor, owner from looked_after where ${heldBefore(before)})`);
  }
  const { keys, since, changing, lasting } = kept[table as Kept];
  const of = (alias: string, column: string) => sql.ref(`${alias}.${column}`);
  const earlier = sql.table(`earlier_${table}`);
  const same = (one: string, other: string) =>
    sql.join(
      keys.map((key) => sql`${of(one, key)} = ${of(other, key)}`),
      sql` and `,
    );
  const columns = [
    ...[...keys, ...lasting].map((column) => sql`${of('it', column)} as ${sql.ref(column)}`),
    ...changing.map(
      (column) =>
        sql`case when ${of('was', 'until')} is null then ${of('it', column)} else ${of('was', column)} end as ${sql.ref(column)}`,
    ),
    ...(table === 'owners' ? [enlistedThen(before)] : []),
  ];
  return as(sql`(
    select ${sql.join(columns)}
    from ${sql.table(table)} as it
    left join ${earlier} as was on ${same('was', 'it')} and was.until = (
      select min(later.until) from ${earlier} as later where ${same('later', 'it')} and later.until >= ${before}
    )
    where ${of('it', since)} < ${before}
  )`);
};

/** Of a table of spans: what held then, from `since`, which is blank where it held ever, until `until`, or still. */
const heldBefore = (before: Instant) => sql`since < ${before} and (until is null or until >= ${before})`;

const enlistedThen = (before: Instant) => sql`case when exists (
  select enlistments.owner from enlistments where enlistments.owner = it.owner and ${heldBefore(before)}
) then 1 else 0 end as enlisted`;

/**
 * Keeps rows as they are, before they are changed at an instant: as `known` has them, but only those that `after` makes
 * other than they are. Five hundred at most. Of several changes in one instant what stood before the first is kept; so
 * it is where a clock goes back, of a change no later than one that is kept: days before stay as they are told.
 */
export const keepEarlier = async <T extends Kept>(
  db: Kysely<Tables>,
  table: T,
  known: readonly Selectable<Tables[T]>[],
  after: (known: Selectable<Tables[T]>) => Partial<Selectable<Tables[T]>> | undefined,
  at: Instant,
): Promise<void> => {
  const { keys, changing } = kept[table];
  const values = (known as readonly Row[]).filter((row) => {
    const next = after(row as never) as Row | undefined;
    return next !== undefined && changing.some((column) => column in next && next[column] !== row[column]);
  });
  if (values.length === 0) return;
  const rows = db as unknown as Kysely<Record<string, Row>>;
  const earlier: string = `earlier_${table}`;
  const [first] = keys;
  const told = await rows
    .selectFrom(earlier)
    .select([...keys])
    .where(
      first,
      'in',
      values.map((row) => row[first]),
    )
    .where('until', '>=', at)
    .execute();
  const place = (row: Row) => JSON.stringify(keys.map((key) => row[key]));
  const alreadyTold = new Set(told.map(place));
  const untold = values.filter((row) => !alreadyTold.has(place(row)));
  if (untold.length === 0) return;
  const columns = [...keys, ...changing];
  await rows
    .insertInto(earlier)
    .values(
      untold.map((row) => ({ ...Object.fromEntries(columns.map((column) => [column, row[column]])), until: at })),
    )
    .execute();
};

type Row = Record<string, unknown>;
