import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Cell } from '../cell.ts';
import { fingerprint, type Fingerprint, type OwnerId, type RoundId } from '../ids.ts';
import type { ReturnContent } from './content.ts';
import { isBlank } from './same-value.ts';

/**
 * The content hash of a return: SHA-256 over instrument, round, owner, the answers and the explanations. Rows are
 * taken in the order of their keys and cells in the order of their field ids, blank cells and empty rows left out, so
 * that neither sorting nor moving columns changes it; the number 3 and the text "3" do differ.
 */
export const fingerprintOf = (of: {
  /** `pupil-counts@1`-like reference. */
  readonly instrument: string;
  readonly round: RoundId;
  readonly owner: OwnerId;
  readonly content: ReturnContent;
}): Fingerprint => {
  const rows = of.content.rows
    .map((row) => [row.key, filledCells(row.values)] as const)
    .filter(([, cells]) => cells.length > 0)
    .sort(([a], [b]) => byCodeUnits(a, b));
  const explanations = of.content.explanations
    .map(({ row, field, rule, value, text }) => [row, field, rule, value, text])
    .map((entry) => JSON.stringify(entry))
    .sort(byCodeUnits);
  const canonical = JSON.stringify([1, of.instrument, of.round, of.owner, rows, explanations]);
  return fingerprint(bytesToHex(sha256(utf8ToBytes(canonical))));
};

const filledCells = (values: Readonly<Record<string, Cell>>): readonly (readonly [string, Cell])[] =>
  Object.entries(values)
    .filter(([, value]) => !isBlank(value))
    .sort(([a], [b]) => byCodeUnits(a, b));

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
