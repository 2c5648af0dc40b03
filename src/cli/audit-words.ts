import type { KeptEntry } from '#core/audit/audit-faults.ts';
import { isWhole, type AuditVerdict, type MarkedMoment } from '#core/audit/audit-verdict.ts';
import type { Checkpoint } from '#core/audit/checkpoint.ts';
import { faultLines, keepAsItIs, markFound, markMissing, verdictWords } from '#core/words/log-words.ts';

/** How `audit` is called. */
export const auditUsage = `For example: stem-returns audit verify            (with --written HASH: is a checkpoint you wrote down among them?)
             stem-returns audit list 999001     (or PROGRAMME)
             stem-returns audit checkpoint      each with --json`;

/**
 * What verifying came to, for a person: first whether all is well, then each fault; then the last checkpoint, or whether
 * the one that she has written down is among them.
 */
export const verdictLines = (verdict: AuditVerdict, written?: MarkedMoment | 'missing'): readonly string[] => {
  const { title, gone } = verdictWords(verdict);
  const { last } = verdict;
  return [
    ...[title, gone, ...faultLines(verdict)],
    ...(isWhole(verdict) ? [] : [keepAsItIs]),
    ...(written === undefined
      ? []
      : [written === 'missing' ? `${markMissing.title} ${markMissing.todo}` : markFound(written, verdict)]),
    ...(last ? [`The last checkpoint: ${last.hash}. Compare it with the one you wrote down.`] : []),
  ];
};

export const checkpointLine = ({ number, at, hash }: Checkpoint): string =>
  `Checkpoint ${number} of ${at}: ${hash}\nWrite it down somewhere else: it shows later that nothing from before it was changed.`;

export const entryLine = ({ entry: { number, at, act, about }, kept }: KeptEntry): string => {
  const what = Object.entries(about).map(([name, value]) => `${name} ${value}`);
  const who = kept ? kept.detail.name : '(purged)';
  const why = kept?.detail.reason === undefined ? '' : `: ${kept.detail.reason}`;
  return `${String(number).padStart(5)}  ${at}  ${[act, ...what].join(' ')}  ${who}${why}`;
};
