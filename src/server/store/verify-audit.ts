import { faultOfLog, type Anchor, type AuditFault } from '#core/audit/audit-faults.ts';
import { checkpointHolds } from '#core/audit/checkpoint.ts';
import type { LogAnchor } from './checkpoints.ts';
import type { Records, Store } from './store.ts';

/** What verifying the log of acts came to. */
export interface AuditVerdict {
  readonly logs: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** The last checkpoint's hash, to be compared with one that was written down elsewhere. */
  readonly last: string | undefined;
  /** The first fault of each log that has one. */
  readonly faults: readonly AuditFault[];
  /** Numbers of checkpoints that are not what was written, or saw other logs. */
  readonly brokenCheckpoints: readonly number[];
}

/** Works every hash of the log of acts out again, as it stands at one moment; one log is held in memory at a time. */
export const verifyAudit = (store: Store): Promise<AuditVerdict> =>
  store.read(async (records) => {
    const anchors = await records.checkpoints.anchors();
    const checkpoints = await records.checkpoints.all();
    const logs = new Set([...(await records.audit.heads()).keys(), ...anchors.map(({ log }) => log)]);
    const faults: AuditFault[] = [];
    const seenOf = new Map<string, LogAnchor[]>();
    for (const anchor of anchors) {
      const seen = seenOf.get(anchor.log);
      if (seen) seen.push(anchor);
      else seenOf.set(anchor.log, [anchor]);
    }
    let entries = 0;
    for (const log of [...logs].sort()) {
      const kept = await records.audit.entries(log);
      entries += kept.length;
      const fault = faultOfLog(log, kept, seenOf.get(log));
      if (fault) faults.push(fault);
    }
    return {
      logs: logs.size,
      entries,
      checkpoints: checkpoints.length,
      last: checkpoints.at(-1)?.hash,
      faults,
      brokenCheckpoints: brokenAmong(checkpoints, anchors),
    };
  });

/** Goes through the checkpoints in order, with the logs as each of them saw them. */
const brokenAmong = (
  checkpoints: Awaited<ReturnType<Records['checkpoints']['all']>>,
  anchors: readonly LogAnchor[],
): readonly number[] => {
  const heads = new Map<string, Anchor>();
  return checkpoints.flatMap((checkpoint, at) => {
    for (const { log, number, hash } of anchors.filter((anchor) => anchor.checkpoint === checkpoint.number)) {
      heads.set(log, { number, hash });
    }
    return checkpointHolds(checkpoint, checkpoints[at - 1], heads) ? [] : [checkpoint.number];
  });
};
