import type { AuditFault } from '../audit/audit-faults.ts';
import { isWhole, type AuditVerdict, type MarkedMoment } from '../audit/audit-verdict.ts';
import { count, figure } from './count-words.ts';
import { moment } from './date-words.ts';

const faultWords: Readonly<Record<AuditFault['kind'], string>> = {
  gap: 'an act was left out or put in before this one',
  'broken-link': 'this act does not follow on the one before',
  changed: 'this act was changed after it was written down',
  'detail-changed': 'the person or the reason was changed after it was written down',
  'not-as-anchored': 'this act is gone, or is not the one that a checkpoint has seen',
};

/** Where a log breaks: "Log 999901, act 2: this act was changed after it was written down." */
export const faultLine = ({ log, number, kind }: AuditFault): string =>
  `Log ${log}, act ${number}: ${faultWords[kind]}.`;

/** What to do when something does not hold together. */
export const keepAsItIs =
  'Keep the database as it is: change nothing and restore nothing over it. Tell whoever runs the server, who compares it with the last backup in which the log held together.';

/** What verifying the log of acts came to: whether all is well, and what was gone through. */
export const verdictWords = (verdict: AuditVerdict): { readonly title: string; readonly gone: string } => ({
  title: isWhole(verdict) ? 'The log of acts holds together.' : 'The log of acts does NOT hold together.',
  gone: `${count(verdict.entries, 'act')} in ${count(verdict.logs, 'log')} and ${count(verdict.checkpoints, 'checkpoint')} were gone through.`,
});

/** Which logs and checkpoints are not as they were written, a line each. */
export const faultLines = ({ faults, brokenCheckpoints }: AuditVerdict): readonly string[] => [
  ...faults.map(faultLine),
  ...brokenCheckpoints.map((number) => `Checkpoint ${figure(number)} was changed, or what it has seen was.`),
];

/** Which checkpoint it is: "Checkpoint 14 of 3 June 2009 at 14:05". */
export const markWords = ({ number, at }: MarkedMoment): string => `Checkpoint ${figure(number)} of ${moment(at)}`;

/** What it means that a checkpoint which was written down earlier is in the log. */
export const markFound = (mark: MarkedMoment, verdict: AuditVerdict): string =>
  isWhole(verdict)
    ? `${markWords(mark)} is in the log: nothing from before it was changed since.`
    : `${markWords(mark)} is in the log, but the log does not hold together.`;

/** What it means that there is none with this hash. */
export const markMissing = {
  title: 'No checkpoint of this log has that hash.',
  todo: `Compare it with your note character by character. If it is right, the log was written anew since, or is of another database. ${keepAsItIs}`,
} as const;

/** That it is no hash at all. */
export const noHash = 'A checkpoint’s hash has 64 characters, digits and the letters a to f, with or without spaces.';
