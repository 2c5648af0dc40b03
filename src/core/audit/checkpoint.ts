import type { Instant } from '../ids.ts';
import { hashOf } from './audit-entry.ts';
import type { Anchor } from './audit-faults.ts';

/**
 * All logs at one moment, as one hash. Checkpoints are chained like entries; whoever writes down a checkpoint's hash
 * somewhere else can show later that nothing from before it was changed.
 */
export interface Checkpoint {
  readonly number: number;
  readonly at: Instant;
  /** Hash of the last entries of all logs. */
  readonly root: string;
  /** Hash of the checkpoint before; of the first `''`. */
  readonly previous: string;
  readonly hash: string;
}

/** The checkpoint that follows on another one, over the last entries of all logs. */
export const checkpointAfter = (
  before: Pick<Checkpoint, 'number' | 'hash'> | undefined,
  at: Instant,
  heads: ReadonlyMap<string, Anchor>,
): Checkpoint => {
  const checkpoint = { number: (before?.number ?? 0) + 1, at, root: rootOf(heads), previous: before?.hash ?? '' };
  return { ...checkpoint, hash: checkpointHash(checkpoint) };
};

/** Whether a checkpoint is what was written, follows on the one before, and saw these logs. */
export const checkpointHolds = (
  checkpoint: Checkpoint,
  before: Pick<Checkpoint, 'number' | 'hash'> | undefined,
  heads: ReadonlyMap<string, Anchor>,
): boolean =>
  checkpoint.number === (before?.number ?? 0) + 1 &&
  checkpoint.previous === (before?.hash ?? '') &&
  checkpoint.root === rootOf(heads) &&
  checkpointHash(checkpoint) === checkpoint.hash;

/**
 * The hash that stands in a note, whatever its capitals and whatever is written around it: 64 digits and letters a to f in a
 * row, or eight groups of eight; else 64 of them in any groups, with nothing beside them that could belong to them.
 * `undefined` when there is none, or it cannot be told from others beside it.
 */
export const hashInNote = (text: string): string | undefined => {
  const note = text.toLowerCase();
  return (
    [note, ...note.split('\n')].map(hashInGroups).find((hash) => hash !== undefined) ??
    note
      .replace(/\s/g, '')
      .split(/[^0-9a-f]/)
      .find(isLong)
  );
};

const hashInGroups = (text: string): string | undefined =>
  (text.match(/[0-9a-f]+|[^0-9a-f\s]+/g) ?? [])
    .map((part) => (/^[0-9a-f]{8}$/.test(part) ? part : `|${part}|`))
    .join('')
    .split('|')
    .find((part) => isLong(part) && /^[0-9a-f]+$/.test(part));

const isLong = (part: string): boolean => part.length === 64;

/** A hash in eight groups of eight, to be written down. */
export const hashForNote = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ');

const checkpointHash = ({ number, at, root, previous }: Omit<Checkpoint, 'hash'>): string =>
  hashOf([1, 'checkpoint', number, at, root, previous]);

const rootOf = (heads: ReadonlyMap<string, Anchor>): string =>
  hashOf([
    1,
    'root',
    ...[...heads].sort(([a], [b]) => (a < b ? -1 : 1)).map(([log, head]) => [log, head.number, head.hash]),
  ]);
