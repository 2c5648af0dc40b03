import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../ids.ts';

/**
 * One act, as a log of acts holds it for good. Each owner has a log of her own; what concerns the programme as a whole
 * stands in the programme's. Entries are never changed: each carries the hash of the one before, so that none can be
 * changed, left out or put in without its being seen.
 */
export interface AuditEntry {
  /** Whose log it is: an owner's id, or the programme's. */
  readonly log: string;
  /** 1 for the first entry of a log, then one more each. */
  readonly number: number;
  readonly at: Instant;
  /** What was done, as a word of this program: `submit`, `make-code`. */
  readonly act: string;
  /** To what, by ids that say nothing about a person: a round, a revision's number, a code's id. */
  readonly about: Readonly<Record<string, string | number>>;
  /** Hash of what is personal, see `AuditDetail`; it holds when the detail itself has been purged. */
  readonly detail: string;
  /** Hash of the entry before; of a log's first entry `''`. */
  readonly previous: string;
  /** Hash of all of the above. */
  readonly hash: string;
}

/** What of an act is about a person. It lies beside the log, and can be purged without the log's breaking. */
export interface AuditDetail {
  readonly person: string;
  readonly name: string;
  readonly reason?: string;
}

/** The entry that follows on another one, or begins a log. */
export const entryAfter = (
  before: Pick<AuditEntry, 'number' | 'hash'> | undefined,
  act: Pick<AuditEntry, 'log' | 'at' | 'act' | 'about' | 'detail'>,
): AuditEntry => {
  const entry = { ...act, number: (before?.number ?? 0) + 1, previous: before?.hash ?? '' };
  return { ...entry, hash: entryHash(entry) };
};

/** SHA-256 in hex over the members in a fixed order; `about` with its names in order. */
export const entryHash = ({ log, number, at, act, about, detail, previous }: Omit<AuditEntry, 'hash'>): string => {
  const names = Object.keys(about).sort();
  return hashOf([1, log, number, at, act, names.map((name) => [name, about[name]]), detail, previous]);
};

/** The salt is random and goes with the detail: without it nobody can try out names against the hash. */
export const detailHash = (salt: string, { person, name, reason }: AuditDetail): string =>
  hashOf([1, salt, person, name, reason ?? null]);

/** SHA-256 in hex over the JSON of a list. */
export const hashOf = (list: readonly unknown[]): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(list))));
