import type { AuditFault, KeptEntry } from '#core/audit/audit-faults.ts';
import type { Checkpoint } from '#core/audit/checkpoint.ts';
import type { AuditVerdict } from '#server/store/verify-audit.ts';

/** How `audit` is called. */
export const auditUsage = `For example: stem-returns audit verify
             stem-returns audit list 999001     (or PROGRAMME)
             stem-returns audit checkpoint      each with --json`;

const faultWords: Readonly<Record<AuditFault['kind'], string>> = {
  gap: 'an entry was left out or put in before this one',
  'broken-link': 'this entry does not follow on the one before',
  changed: 'this entry was changed after it was written',
  'detail-changed': 'the person or the reason was changed after it was written',
  'not-as-anchored': 'this entry is gone, or is not the one that a checkpoint has seen',
};

/** What verifying came to, for a person: first whether all is well, then each fault. */
export const verdictLines = ({
  logs,
  entries,
  checkpoints,
  last,
  faults,
  brokenCheckpoints,
}: AuditVerdict): readonly string[] => {
  const holds = faults.length + brokenCheckpoints.length === 0;
  return [
    holds ? 'The log of acts holds together.' : 'The log of acts does NOT hold together.',
    `${entries} acts in ${logs} logs, ${checkpoints} checkpoints.`,
    ...faults.map(({ log, number, kind }) => `${log}, entry ${number}: ${faultWords[kind]}.`),
    ...brokenCheckpoints.map((number) => `Checkpoint ${number} was changed, or what it has seen was.`),
    ...(last === undefined ? [] : [`The last checkpoint: ${last}. Compare it with the one you wrote down.`]),
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
