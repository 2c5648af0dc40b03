import type { AuditFault } from './audit-faults.ts';
import type { Checkpoint } from './checkpoint.ts';

/** What verifying the log of acts came to. */
export interface AuditVerdict {
  readonly logs: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** The last checkpoint, whose hash is compared with one that was written down elsewhere; absent before the first. */
  readonly last?: MarkedMoment;
  /** The first fault of each log that has one, by log. */
  readonly faults: readonly AuditFault[];
  /** Numbers of checkpoints that are not what was written, or saw other logs. */
  readonly brokenCheckpoints: readonly number[];
}

/** What is told of a checkpoint. */
export type MarkedMoment = Pick<Checkpoint, 'number' | 'at' | 'hash'>;

/** Whether nothing was found. */
export const isWhole = ({ faults, brokenCheckpoints }: AuditVerdict): boolean =>
  faults.length + brokenCheckpoints.length === 0;
