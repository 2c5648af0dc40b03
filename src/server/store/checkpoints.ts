import type { Kysely } from 'kysely';
import type { Anchor } from '#core/audit/audit-faults.ts';
import { checkpointAfter, type Checkpoint } from '#core/audit/checkpoint.ts';
import type { Instant } from '#core/ids.ts';
import { auditIn } from './audit.ts';
import type { Tables } from './tables.ts';

/** What a checkpoint has seen of a log that had grown since the one before. */
export interface LogAnchor extends Anchor {
  readonly log: string;
  readonly checkpoint: number;
}

/** Checkpoints over all logs, each with anchors in those that had grown since the one before. */
export const checkpointsIn = (db: Kysely<Tables>) => {
  const all = async (): Promise<readonly Checkpoint[]> =>
    await db.selectFrom('audit_checkpoints').selectAll().orderBy('number').execute();

  /** The number up to which checkpoints have seen each log. */
  const seen = async (): Promise<ReadonlyMap<string, number>> => {
    const found = await db
      .selectFrom('audit_anchors')
      .select(({ fn }) => ['log', fn.max('number').as('number')])
      .groupBy('log')
      .execute();
    return new Map(found.map(({ log, number }) => [log, number]));
  };

  return {
    all,

    /** So many anchors by log and checkpoint, from after one on. */
    async anchorsAfter(after: LogAnchor | undefined, most: number): Promise<readonly LogAnchor[]> {
      let wanted = db.selectFrom('audit_anchors').selectAll().orderBy('log').orderBy('checkpoint').limit(most);
      if (after) {
        const { log, checkpoint } = after;
        wanted = wanted.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('log', 'checkpoint'), '>', tuple(log, checkpoint)),
        );
      }
      return await wanted.execute();
    },

    /** The checkpoint with this hash. */
    async byHash(hash: string): Promise<Checkpoint | undefined> {
      return await db.selectFrom('audit_checkpoints').selectAll().where('hash', '=', hash).executeTakeFirst();
    },

    /** Makes a checkpoint over the logs as they stand; the last one again when nothing was done since. */
    async make(at: Instant): Promise<Checkpoint> {
      const last = (await all()).at(-1);
      const heads = await auditIn(db).heads();
      const before = await seen();
      const grown = [...heads].filter(([log, { number }]) => before.get(log) !== number);
      if (last && grown.length === 0) return last;
      const checkpoint = checkpointAfter(last, at, heads);
      await db.insertInto('audit_checkpoints').values(checkpoint).execute();
      for (const [log, head] of grown) {
        await db
          .insertInto('audit_anchors')
          .values({ log, checkpoint: checkpoint.number, ...head })
          .execute();
      }
      return checkpoint;
    },
  };
};
