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

/**
 * The first fault of a log, its entries in the order of their numbers; `undefined` when it holds together. Anchors tell
 * what the log looked like at checkpoints: with them it also shows when a log was written anew from some entry on, or
 * cut off at its end.
 */
export const faultOfLog = (
  log: string,
  entries: readonly KeptEntry[],
  anchors: readonly Anchor[] = [],
): AuditFault | undefined => {
  let before: AuditEntry | undefined;
  for (const { entry, kept } of entries) {
    const fault = (kind: AuditFault['kind']): AuditFault => ({ log, number: entry.number, kind });
    if (entry.number !== (before?.number ?? 0) + 1) return fault('gap');
    if (entry.previous !== (before?.hash ?? '')) return fault('broken-link');
    if (entry.log !== log || entryHash(entry) !== entry.hash) return fault('changed');
    if (kept && detailHash(kept.salt, kept.detail) !== entry.detail) return fault('detail-changed');
    before = entry;
  }
  const lost = anchors.find(({ number, hash }) => entries[number - 1]?.entry.hash !== hash);
  return lost && { log, number: lost.number, kind: 'not-as-anchored' };
};
