import { hashOf } from '../audit/audit-entry.ts';
import type { Instant, OwnerId, RoundId } from '../ids.ts';

/** What went when a round was purged: kept for good, and about nobody but those who run the programme. */
export interface Certificate {
  readonly round: RoundId;
  readonly title: string;
  readonly instrument: string;
  readonly academicYear: string;
  readonly at: Instant;
  /** Who purged it, by name. */
  readonly by: string;
  /** Why, where it was purged before its date or somebody said so. */
  readonly reason?: string;
  /** Until when it was to be kept; absent where that was not decided. */
  readonly keepUntil?: Instant;
  /** What of the tallies stays: that of each return, or only what they add up to. */
  readonly keepTallies: 'each' | 'sum';
  /** Every return that had something to go. */
  readonly returns: readonly PurgedReturn[];
  /** SHA-256 in hex of all of the above, which the log of acts holds as well. */
  readonly hash: string;
}

export interface PurgedReturn {
  readonly owner: OwnerId;
  readonly name: string;
  readonly revisions: readonly PurgedRevision[];
  readonly questions: number;
  /** What was said to its questions. */
  readonly remarks: number;
  /** Entries of the log of acts that do not say any more who it was and why. */
  readonly acts: number;
}

export interface PurgedRevision {
  readonly number: number;
  /** Number of its receipt. */
  readonly receipt: string;
  readonly at: Instant;
  readonly rows: number;
  readonly cells: number;
  readonly explained: number;
  readonly fingerprint: string;
}

/** A certificate with its hash. */
export const certified = (certificate: Omit<Certificate, 'hash'>): Certificate => ({
  ...certificate,
  hash: certificateHash(certificate),
});

/** Whether nothing of a certificate was changed since it was made. */
export const certificateHolds = ({ hash, ...certificate }: Certificate): boolean =>
  certificateHash(certificate) === hash;

const certificateHash = (of: Omit<Certificate, 'hash'>): string =>
  hashOf([
    ...['certificate', 1, of.round, of.title, of.instrument, of.academicYear, of.at, of.by],
    ...[of.reason ?? null, of.keepUntil ?? null, of.keepTallies],
    of.returns.map(({ owner, name, revisions, questions, remarks, acts }) => [
      ...[owner, name, questions, remarks, acts],
      revisions.map((one) => [
        ...[one.number, one.receipt, one.at, one.rows, one.cells, one.explained, one.fingerprint],
      ]),
    ]),
  ]);

/** What went in all. */
export const purgedInAll = ({ returns }: Pick<Certificate, 'returns'>) => {
  const sum = (of: (one: PurgedReturn) => number) => returns.reduce((total, one) => total + of(one), 0);
  return {
    returns: returns.length,
    revisions: sum(({ revisions }) => revisions.length),
    rows: sum(({ revisions }) => revisions.reduce((total, { rows }) => total + rows, 0)),
    questions: sum(({ questions }) => questions),
    remarks: sum(({ remarks }) => remarks),
    acts: sum(({ acts }) => acts),
  };
};
