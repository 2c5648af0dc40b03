import { setImmediate as othersTurn } from 'node:timers/promises';
import { followLog, type Anchor, type AuditFault, type LogFollower } from '#core/audit/audit-faults.ts';
import type { AuditVerdict } from '#core/audit/audit-verdict.ts';
import { checkpointHolds, type Checkpoint } from '#core/audit/checkpoint.ts';
import type { LogAnchor } from './checkpoints.ts';
import type { Store } from './store.ts';

/** Rows that are read in one transaction: few enough for others not to notice. */
const atOnce = 500;

/**
 * Works every hash of the log of acts out again. Everything is read in small steps, between which others have their turn:
 * entries, checkpoints and anchors never change, so what is written meanwhile breaks nothing, and may be counted or not.
 * Of a log no more is held in memory than the entries of one step; of checkpoints all.
 */
export const verifyAudit = async (store: Store): Promise<AuditVerdict> => {
  const checkpoints = await store.read((records) => records.checkpoints.all());
  const last = checkpoints.at(-1);
  const anchors = await anchorsUpTo(store, last?.number ?? 0);
  return {
    ...(await faultsOf(
      store,
      groupedBy(anchors, ({ log }) => log),
    )),
    checkpoints: checkpoints.length,
    ...(last ? { last: { number: last.number, at: last.at, hash: last.hash } } : {}),
    brokenCheckpoints: await brokenAmong(
      checkpoints,
      groupedBy(anchors, ({ checkpoint }) => checkpoint),
    ),
  };
};

/** What these checkpoints have seen, without what later ones saw that are made meanwhile. */
const anchorsUpTo = async (store: Store, checkpoint: number): Promise<readonly LogAnchor[]> => {
  const anchors: LogAnchor[] = [];
  for (let after: LogAnchor | undefined; ;) {
    const page = await store.read((records) => records.checkpoints.anchorsAfter(after, atOnce));
    anchors.push(...page.filter((anchor) => anchor.checkpoint <= checkpoint));
    after = page.at(-1);
    if (page.length < atOnce) return anchors;
  }
};

/** Goes through all logs, one after the other, and through what checkpoints have seen of logs that are gone. */
const faultsOf = async (
  store: Store,
  anchors: ReadonlyMap<string, readonly Anchor[]>,
): Promise<Pick<AuditVerdict, 'logs' | 'entries' | 'faults'>> => {
  const faults: AuditFault[] = [];
  const unmet = new Map(anchors);
  let [logs, entries] = [0, 0];
  let followed: { readonly log: string; readonly by: LogFollower } | undefined;
  const close = ({ by }: { readonly by: LogFollower }): void => {
    const fault = by.fault();
    if (fault) faults.push(fault);
    logs += 1;
  };
  for (let after: { readonly log: string; readonly number: number } | undefined; ;) {
    const page = await store.read((records) => records.audit.entriesAfter(after, atOnce));
    for (const kept of page) {
      const { log } = kept.entry;
      if (followed?.log !== log) {
        if (followed) close(followed);
        followed = { log, by: followLog(log, anchors.get(log)) };
        unmet.delete(log);
      }
      followed.by.take(kept);
    }
    entries += page.length;
    after = page.at(-1)?.entry;
    if (page.length < atOnce) break;
  }
  if (followed) close(followed);
  for (const [log, seen] of unmet) close({ by: followLog(log, seen) });
  return { logs, entries, faults: faults.sort((a, b) => (a.log < b.log ? -1 : 1)) };
};

/** Goes through the checkpoints in order, with the logs as each of them saw them. */
const brokenAmong = async (
  checkpoints: readonly Checkpoint[],
  anchors: ReadonlyMap<number, readonly LogAnchor[]>,
): Promise<readonly number[]> => {
  const heads = new Map<string, Anchor>();
  const broken: number[] = [];
  for (const [at, checkpoint] of checkpoints.entries()) {
    for (const anchor of anchors.get(checkpoint.number) ?? []) heads.set(anchor.log, anchor);
    if (!checkpointHolds(checkpoint, checkpoints[at - 1], heads)) broken.push(checkpoint.number);
    await othersTurn();
  }
  return broken;
};

const groupedBy = <Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};
