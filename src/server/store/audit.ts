import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { detailHash, entryAfter, type AuditDetail, type AuditEntry } from '#core/audit/audit-entry.ts';
import type { Anchor, KeptEntry } from '#core/audit/audit-faults.ts';
import { batchesOf } from '#core/batches-of.ts';
import type { Instant } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/** Whose log takes what concerns the programme as a whole; no owner has this id. */
export const programmeLog = 'PROGRAMME';

/** Acts that go in one statement. */
const mostAtOnce = 500;

/** An act to be written down. */
export interface AuditNote {
  /** The owner it concerns, or the programme. */
  readonly log: string;
  readonly at: Instant;
  readonly act: string;
  /** Ids that say nothing about a person. */
  readonly about: AuditEntry['about'];
  readonly by: { readonly id: string; readonly name: string };
  readonly reason?: string | undefined;
}

/** The log of acts: added to in the transaction of the act itself, read, never changed. */
export const auditIn = (db: Kysely<Tables>) => ({
  /** Writes an act down as the last of its log. */
  async note(one: AuditNote): Promise<void> {
    await this.noteAll([one]);
  },

  /** Writes acts down, each as the last of its log, in the order in which they are given. */
  async noteAll(notes: readonly AuditNote[]): Promise<void> {
    for (const batch of batchesOf(notes, mostAtOnce)) {
      const heads = new Map(await this.heads([...new Set(batch.map(({ log }) => log))]));
      const written = batch.map((one) => {
        const both = entryOf(one, heads.get(one.log));
        heads.set(one.log, both.entry);
        return both;
      });
      await db
        .insertInto('audit')
        .values(written.map(({ entry }) => ({ ...entry, about: JSON.stringify(entry.about) })))
        .execute();
      await db
        .insertInto('audit_details')
        .values(written.map(({ beside }) => beside))
        .execute();
    }
  },

  /** A log in its order, from after an entry on, with what is kept beside it. */
  async entries(log: string, after = 0, most?: number): Promise<readonly KeptEntry[]> {
    let wanted = kept(db).where('audit.log', '=', log).where('audit.number', '>', after).orderBy('audit.number');
    if (most !== undefined) wanted = wanted.limit(most);
    return (await wanted.execute()).map(asKept);
  },

  /** So many entries of all logs, one log after the other and each in its order, from after an entry on. */
  async entriesAfter(
    after: Pick<AuditEntry, 'log' | 'number'> | undefined,
    most: number,
  ): Promise<readonly KeptEntry[]> {
    let wanted = kept(db).orderBy('audit.log').orderBy('audit.number').limit(most);
    if (after) {
      const { log, number } = after;
      wanted = wanted.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('audit.log', 'audit.number'), '>', tuple(log, number)),
      );
    }
    return (await wanted.execute()).map(asKept);
  },

  /**
   * Lets the entries of a log that are about a round not say any more who it was and why; they stay, and the log still
   * verifies. Answers how many said so until now.
   */
  async forget(log: string, round: string): Promise<number> {
    const told = (await this.entries(log)).filter(({ entry, kept }) => kept && entry.about['round'] === round);
    for (const { entry } of told) {
      await db.deleteFrom('audit_details').where('log', '=', log).where('number', '=', entry.number).execute();
    }
    return told.length;
  },

  /** The last entry of every log, or of these logs, by log. */
  async heads(of?: readonly string[]): Promise<ReadonlyMap<string, Anchor>> {
    let last = db
      .selectFrom('audit')
      .select((q) => ['log', q.fn.max('number').as('number')])
      .groupBy('log');
    if (of) last = last.where('log', 'in', of);
    const found = await db
      .selectFrom(last.as('last'))
      .innerJoin('audit', (join) =>
        join.onRef('audit.log', '=', 'last.log').onRef('audit.number', '=', 'last.number'),
      )
      .select(['audit.log', 'audit.number', 'audit.hash'])
      .execute();
    return new Map(found.map(({ log, number, hash }) => [log, { number, hash }]));
  },
});

/** Entries with what is kept beside them. */
const kept = (db: Kysely<Tables>) =>
  db
    .selectFrom('audit')
    .leftJoin('audit_details', (join) =>
      join.onRef('audit_details.log', '=', 'audit.log').onRef('audit_details.number', '=', 'audit.number'),
    )
    .selectAll('audit')
    .select(['audit_details.salt', 'audit_details.person', 'audit_details.name', 'audit_details.reason']);

/** An act as the entry after the last one of its log, and what lies beside it. */
const entryOf = ({ log, at, act, about, by, reason }: AuditNote, before: Anchor | undefined) => {
  const salt = randomBytes(16).toString('hex');
  const detail: AuditDetail = { person: by.id, name: by.name, ...(reason === undefined ? {} : { reason }) };
  const entry = entryAfter(before, { log, at, act, about, detail: detailHash(salt, detail) });
  const beside = { log, number: entry.number, salt, person: by.id, name: by.name, reason: reason ?? null };
  return { entry, beside };
};

type Found = Selectable<Tables['audit']> & {
  salt: string | null;
  person: string | null;
  name: string | null;
  reason: string | null;
};

const asKept = ({ salt, person, name, reason, ...found }: Found): KeptEntry => ({
  entry: { ...found, about: JSON.parse(found.about) as AuditEntry['about'] },
  kept:
    salt === null || person === null || name === null
      ? undefined
      : { salt, detail: { person, name, ...(reason === null ? {} : { reason }) } },
});
