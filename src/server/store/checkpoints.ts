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

  /** All anchors, in the order of their checkpoints. */
  const anchors = async (): Promise<readonly LogAnchor[]> =>
    await db.selectFrom('audit_anchors').selectAll().orderBy('checkpoint').orderBy('log').execute();

  return {
    all,
    anchors,

    /** Makes a checkpoint over the logs as they stand; the last one again when nothing was done since. */
    async make(at: Instant): Promise<Checkpoint> {
      const last = (await all()).at(-1);
      const seen = new Map((await anchors()).map(({ log, number }) => [log, number]));
      const heads = await auditIn(db).heads();
      const grown = [...heads].filter(([log, { number }]) => seen.get(log) !== number);
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
