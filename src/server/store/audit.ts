import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { detailHash, entryAfter, type AuditDetail, type AuditEntry } from '#core/audit/audit-entry.ts';
import type { Anchor, KeptEntry } from '#core/audit/audit-faults.ts';
import type { Instant } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/** Whose log takes what concerns the programme as a whole; no owner has this id. */
export const programmeLog = 'PROGRAMME';

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
  async note({ log, at, act, about, by, reason }: AuditNote): Promise<void> {
    const before = await db
      .selectFrom('audit')
      .select(['number', 'hash'])
      .where('log', '=', log)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const salt = randomBytes(16).toString('hex');
    const detail: AuditDetail = { person: by.id, name: by.name, ...(reason === undefined ? {} : { reason }) };
    const entry = entryAfter(before, { log, at, act, about, detail: detailHash(salt, detail) });
    await db
      .insertInto('audit')
      .values({ ...entry, about: JSON.stringify(about) })
      .execute();
    await db
      .insertInto('audit_details')
      .values({ log, number: entry.number, salt, person: by.id, name: by.name, reason: reason ?? null })
      .execute();
  },

  /** A log in its order, from after an entry on, with what is kept beside it. */
  async entries(log: string, after = 0, most?: number): Promise<readonly KeptEntry[]> {
    let wanted = db
      .selectFrom('audit')
      .leftJoin('audit_details', (join) =>
        join.onRef('audit_details.log', '=', 'audit.log').onRef('audit_details.number', '=', 'audit.number'),
      )
      .selectAll('audit')
      .select(['audit_details.salt', 'audit_details.person', 'audit_details.name', 'audit_details.reason'])
      .where('audit.log', '=', log)
      .where('audit.number', '>', after)
      .orderBy('audit.number');
    if (most !== undefined) wanted = wanted.limit(most);
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

  /** Every log's last entry, by log. */
  async heads(): Promise<ReadonlyMap<string, Anchor>> {
    const last = db
      .selectFrom('audit')
      .select((q) => ['log', q.fn.max('number').as('number')])
      .groupBy('log');
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
