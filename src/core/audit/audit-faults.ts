import { detailHash, entryHash, type AuditDetail, type AuditEntry } from './audit-entry.ts';

/** An entry with what is kept beside it; `undefined` once that is purged. */
export interface KeptEntry {
  readonly entry: AuditEntry;
  readonly kept: { readonly salt: string; readonly detail: AuditDetail } | undefined;
}

/** Where a log does not hold together: the first entry at which it shows. */
export interface AuditFault {
  readonly log: string;
  readonly number: number;
  readonly kind:
    /** Its number does not follow on the one before: an entry was left out or put in. */
    | 'gap'
    /** It does not carry the hash of the entry before. */
    | 'broken-link'
    /** It was changed after it was written. */
    | 'changed'
    /** What is kept about the person is not what was written down then. */
    | 'detail-changed'
    /** A checkpoint has seen another entry here, or there is none any more. */
    | 'not-as-anchored';
}

/** What a checkpoint has seen of a log: the hash of its last entry then. */
export interface Anchor {
  readonly number: number;
  readonly hash: string;
}

/** A log on its way through, entry by entry. */
export interface LogFollower {
  /** The next entry, in the order of their numbers. */
  take(next: KeptEntry): void;
  /** The first fault of what was taken, as the whole of the log; `undefined` when it holds together. */
  fault(): AuditFault | undefined;
}

/**
 * Follows a log of any length, of which nothing is kept. Anchors tell what the log looked like at checkpoints: with them it
 * also shows when a log was written anew from some entry on, or cut off at its end.
 */
export const followLog = (log: string, anchors: readonly Anchor[] = []): LogFollower => {
  const missing = new Map(anchors.map((anchor) => [nameOf(anchor), anchor]));
  let before: AuditEntry | undefined;
  let broken: AuditFault | undefined;
  return {
    take: (next) => {
      if (broken) return;
      const kind = faultAfter(before, log, next);
      if (kind) broken = { log, number: next.entry.number, kind };
      missing.delete(nameOf(next.entry));
      before = next.entry;
    },
    fault: () => {
      const [lost] = missing.values();
      return broken ?? (lost && { log, number: lost.number, kind: 'not-as-anchored' });
    },
  };
};

const nameOf = ({ number, hash }: Anchor): string => `${number} ${hash}`;

const faultAfter = (
  before: AuditEntry | undefined,
  log: string,
  { entry, kept }: KeptEntry,
): AuditFault['kind'] | undefined => {
  if (entry.number !== (before?.number ?? 0) + 1) return 'gap';
  if (entry.previous !== (before?.hash ?? '')) return 'broken-link';
  if (entry.log !== log || entryHash(entry) !== entry.hash) return 'changed';
  return kept && detailHash(kept.salt, kept.detail) !== entry.detail ? 'detail-changed' : undefined;
};
