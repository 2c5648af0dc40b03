import { count } from '#core/words/count-words.ts';
import { lastDay, moment } from '#core/words/date-words.ts';
import { purgedInAll, type Certificate, type PurgedReturn } from '#core/retention/certificate.ts';

/** A certificate in plain words, to be printed and filed; lines end as Windows ends them. */
export const certificateText = (certificate: Certificate): string => {
  const { round, title, instrument, academicYear, at, by, reason, keepUntil, keepTallies, returns, hash } =
    certificate;
  const went = purgedInAll(certificate);
  return [
    'CERTIFICATE OF WHAT WAS PURGED',
    '',
    `Round          ${round}, ${title}`,
    `Instrument     ${instrument}, academic year ${academicYear.slice(0, 4)}/${academicYear.slice(4)}`,
    `Purged         ${moment(at)}, by ${by}`,
    `To be kept     ${keepUntil === undefined ? 'no date was set' : `until ${lastDay(keepUntil)}`}`,
    ...(reason === undefined ? [] : [`Reason         ${reason}`]),
    '',
    'These are gone for good from the server’s database:',
    `  ${count(went.revisions, 'revision')} of ${count(went.returns, 'return')}, with ${count(went.rows, 'row')} and all explanations`,
    `  ${count(went.questions, 'question')} on answers, with ${count(went.remarks, 'remark')}`,
    '  the names of those who submitted, asked and accepted, and their reasons',
    `  who it was and why, in ${entries(went.acts)} of the log of acts`,
    '',
    'These stay: how far each return was and when, the numbers of its receipts, its fingerprints, and',
    keepTallies === 'each'
      ? 'the tally of each return: how many rows say what, and no row.'
      : 'what the accepted returns add up to. The tally of each single return is gone as well.',
    'Backups made before are not touched: delete them when their own time has come.',
    '',
    ...returns.flatMap(returnLines),
    `This certificate’s hash, which also stands in the log of acts of the programme:`,
    hash,
    '',
  ].join('\r\n');
};

const returnLines = ({ owner, name, revisions, questions, remarks, acts }: PurgedReturn): readonly string[] => [
  `${owner}  ${name}`,
  ...revisions.map(
    (one) =>
      `  revision ${one.number}, ${moment(one.at)}, receipt ${one.receipt}: ${count(one.rows, 'row')}, ${count(one.cells, 'cell')}, ${one.explained} explained\r\n    fingerprint ${one.fingerprint}`,
  ),
  `  ${count(questions, 'question')}, ${count(remarks, 'remark')}, ${entries(acts)} of the log`,
  '',
];

const entries = (number: number): string => count(number, 'entry', 'entries');
