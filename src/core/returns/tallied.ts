import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint, type FieldId, type Fingerprint, type OwnerId, type RoundId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { traitOf } from '../instrument/traits.ts';
import type { Sum } from '../measures/sums.ts';
import { tallyOf } from '../measures/tally.ts';
import type { Issue } from '../rules/issue.ts';
import { isRuleOf } from '../rules/rule-of.ts';
import type { Circumstances } from './circumstances.ts';
import type { ReturnContent } from './content.ts';
import { countsOf, type ReturnCounts } from './counts.ts';
import { sameValue } from './same-value.ts';

/**
 * All that leaves a school of a return in a round of detail `tally`: what its rows add up to, how many there are, and
 * what was found in them. No row, no row's number, no value of a cell.
 */
export interface Tallied {
  /** What the sums were made by, see `measures/tally-hash.ts`. */
  readonly definition: string;
  /** In the order of `sumsOf`. */
  readonly sums: readonly number[];
  readonly counts: ReturnCounts;
  /** How many issues of each kind the rules find; each warning is explained. */
  readonly issues: { readonly errors: number; readonly warnings: number; readonly advice: number };
  /** One for each warning, without the row and the value that it explains. */
  readonly explanations: readonly TalliedExplanation[];
}

export interface TalliedExplanation {
  readonly field: FieldId;
  readonly rule: string;
  readonly text: string;
}

/**
 * Whether an instrument can be collected by tallies alone: its rows are pupils, and what its fields offer is the same
 * wherever a tally is made. Schools and other returns are known better to the endpoint than to a school.
 */
export const canBeTallied = (instrument: Instrument): boolean =>
  traitOf(instrument, 'pupil-rows') !== undefined &&
  ![...(instrument.once ?? []), ...instrument.fields].some(({ kind }) => kind === 'school' || kind === 'item');

/** A return as its tallies. `issues` is what the rules find in it; a warning without an explanation is left without. */
export const talliedOf = (
  instrument: Instrument,
  circumstances: Circumstances,
  { rows, explanations }: ReturnContent,
  issues: readonly Issue[],
): Tallied => {
  const { definition, sums } = tallyOf(instrument, circumstances, { rows });
  const many = (wanted: Issue['severity']) => issues.filter(({ severity }) => severity === wanted).length;
  return {
    definition,
    sums,
    counts: countsOf(instrument, { rows }),
    issues: { errors: many('error'), warnings: many('warning'), advice: many('advice') },
    explanations: issues.flatMap(({ severity, row, field, rule, value }) => {
      const given = explanations.find(
        (one) => one.row === row && one.field === field && one.rule === rule && sameValue(one.value, value),
      );
      return severity === 'warning' && given ? [{ field, rule, text: given.text }] : [];
    }),
  };
};

/**
 * The content hash of a return whose tallies alone were submitted: over what was sent, never over the rows. Of a small
 * return somebody could find out the rows by trying.
 */
export const talliedFingerprint = (of: {
  readonly instrument: string;
  readonly round: RoundId;
  readonly owner: OwnerId;
  readonly tallied: Tallied;
}): Fingerprint => {
  const { definition, sums, counts, issues } = of.tallied;
  const explanations = of.tallied.explanations
    .map(({ field, rule, text }) => JSON.stringify([field, rule, text]))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const canonical = JSON.stringify([
    ...['tallied', 1, of.instrument, of.round, of.owner, definition, sums],
    ...[counts.rowsAnswered, counts.rows, counts.cells, issues.errors, issues.warnings, issues.advice, explanations],
  ]);
  return fingerprint(bytesToHex(sha256(utf8ToBytes(canonical))));
};

/**
 * Where tallies cannot be those of any return: sums that are missing or more than there are rows for, explanations of
 * what the instrument does not have. `undefined` when they can be. Whether they are true, nobody who has no rows can say.
 */
export const talliedFault = (
  instrument: Instrument,
  made: { readonly definition: string; readonly sums: readonly Sum[] },
  { definition, sums, counts, explanations }: Tallied,
): string | undefined => {
  if (definition !== made.definition) return '/definition';
  if (sums.length !== made.sums.length) return '/sums';
  if (counts.rowsAnswered > counts.rows || counts.cells < counts.rowsAnswered) return '/counts';
  const sum = made.sums.findIndex((one, at) => !isPossible(one, sums[at] ?? NaN, counts.rowsAnswered));
  if (sum >= 0) return `/sums/${sum}`;
  const fields = new Set([...(instrument.once ?? []), ...instrument.fields].map(({ id }) => id));
  const wrong = explanations.findIndex(({ field, rule }) => !fields.has(field) || !isRuleOf(instrument, rule));
  return wrong < 0 ? undefined : `/explanations/${wrong}`;
};

const isPossible = (sum: Sum, value: number, rows: number): boolean => {
  switch (sum.kind) {
    case 'count':
      return Number.isInteger(value) && value >= 0 && value <= rows;
    case 'given':
    case 'told':
    case 'shows':
      return value === 0 || value === 1;
    case 'squares':
    case 'asked':
      return value >= 0;
    case 'total':
    case 'once':
      return Number.isFinite(value);
  }
};
