import type { Problem, ProblemCode } from '#wire/problems.ts';
import { wait } from '#core/words/count-words.ts';
import type { Words } from './words.ts';

const words: Readonly<Record<ProblemCode, (problem: Problem) => Words>> = {
  'invalid-request': () => ({
    title: 'The server could not read what this pane sent.',
    todo: 'Close the pane and open it again, so that it is up to date. Your answers are still in the workbook. If it happens again, tell the project team.',
  }),
  'code-unknown': () => ({
    title: 'This access code is not known.',
    todo: 'Check it against the letter or e-mail you were given, then type it again.',
  }),
  'session-expired': () => ({
    title: 'You are no longer signed in.',
    todo: 'Sign in again with your access code. You can go on where you were; nothing is lost.',
  }),
  'not-yours': () => ({
    title: 'This return is not one of yours.',
    todo: 'Check that you are signed in with the right access code. If you should be able to see it, ask the project team.',
  }),
  'not-found': () => ({
    title: 'The server does not have this.',
    todo: 'Go back to the list and open it from there. If it is missing from the list, ask the project team.',
  }),
  'too-slow': () => ({
    title: 'The connection is too slow just now, so nothing was sent.',
    todo: 'Your answers are in the workbook. Try again in a few minutes, or from another place.',
  }),
  'round-closed': () => ({
    title: 'This round is closed, so nothing was sent.',
    todo: 'Your answers stay in the workbook. Ask your mentor or the project team if you still need to send them.',
  }),
  'key-reused': () => ({
    title: 'The server has already used the number of this submission.',
    todo: 'Press Submit again. Your answers are still in the workbook.',
  }),
  conflict: ({ latest }) => ({
    title: latest
      ? `Revision ${latest.revision} was submitted by ${latest.by} in the meantime.`
      : 'A newer revision was submitted in the meantime.',
    todo: 'Look at what differs, choose which answers to keep, then submit again. Nothing was sent.',
  }),
  state: () => ({
    title: 'This return has moved on since you opened it.',
    todo: 'Go back to the list to see how it stands now, then open it again.',
  }),
  'person-ended': () => ({
    title: 'This person has ended.',
    todo: 'Add the person again, then make an access code.',
  }),
  'last-way-in': () => ({
    title: 'Nobody could sign in for the project team any more.',
    todo: 'Make an access code for somebody else of the project team first, then do this again. Nothing was changed.',
  }),
  'already-there': () => ({
    title: 'There is a school with this URN already.',
    todo: 'Look for it in the register and change it there.',
  }),
  'tally-only': () => ({
    title: 'Only tallies of this round leave the schools.',
    todo: 'The server holds no row of a pupil, so nothing can be asked about one, compared or worked out anew. Ask the school how it counted.',
  }),
  'rows-needed': () => ({
    title: 'This round takes rows, and this pane sent tallies.',
    todo: 'Close the pane, open it again and open the return from the list, then submit. Nothing was taken.',
  }),
  purged: () => ({
    title: 'This round is over, and what was collected about pupils is purged.',
    todo: 'Nothing of it can be shown or changed any more. Receipts, and what all returns add up to, are kept.',
  }),
  'round-open': () => ({
    title: 'This round still takes returns.',
    todo: 'Close the round first, and let it take no late returns. Nothing was purged.',
  }),
  'tally-wrong': () => ({
    title: 'The server counts this round in another way than this pane.',
    todo: 'Close Excel and open it again to get the latest add-in, then submit. Nothing was taken. If it happens again, tell the project team.',
  }),
  'not-due': () => ({
    title: 'This round is kept longer than until today.',
    todo: 'Wait until its day, or say why it must be purged earlier. Nothing was purged.',
  }),
  'changed-since': () => ({
    title: 'Somebody else has changed this in the meantime, so nothing was done.',
    todo: 'Look at how it stands now, then do it again if it is still wanted.',
  }),
  'too-large': () => ({
    title: 'This is more than the server takes in one submission.',
    todo: 'Shorten the longest texts and submit again. If you cannot, ask the project team.',
  }),
  'file-unread': ({ file }) => ({
    title: 'This file cannot be read as a list of schools.',
    todo: fileWords(file),
  }),
  issues: ({ issues }) => ({
    title: 'The server found something that must be fixed first.',
    todo: issues?.length
      ? `Look at ${[...new Set(issues.map(({ row }) => row))].slice(0, 6).join(', ')} in the list, fix what it says, then submit again.`
      : 'Press Check, fix what the list says, then submit again.',
  }),
  'fingerprint-wrong': () => ({
    title: 'What arrived at the server is not what was sent.',
    todo: 'Press Submit again. If it happens again, tell the project team: something on the way changes the data.',
  }),
  'late-reason': () => ({
    title: 'This round is closed and takes late returns with a reason.',
    todo: 'Write in a sentence why it is late, then submit again. Nothing was sent.',
  }),
  'too-many-tries': ({ retryAfter }) => ({
    title: 'That was tried too often.',
    todo: `Wait ${wait(retryAfter ?? 60)}, then try again.`,
  }),
  'too-many-requests': ({ retryAfter }) => ({
    title: 'The server is asked for more than it takes just now.',
    todo: `Wait ${wait(retryAfter ?? 60)}, then try again. Your answers are still in the workbook.`,
  }),
  internal: ({ requestId }) => ({
    title: 'Something went wrong on the server.',
    todo: `Try again in a few minutes. Your answers are still in the workbook.${requestId === undefined ? '' : ` If it happens again, tell the project team “${requestId}”.`}`,
  }),
  unavailable: () => ({
    title: 'The server is not ready just now.',
    todo: 'Try again in a minute. Your answers are still in the workbook.',
  }),
};

const fileWords = (file: Problem['file']): string => {
  switch (file?.kind) {
    case 'empty':
      return 'There is nothing in it. Download it again, or choose another file.';
    case 'broken':
      return `It breaks off at row ${file.row ?? 1}: a quotation mark there is never closed. Download the file again.`;
    case 'too-large':
      return 'It is larger than 100 MB. Choose the list of schools alone.';
    case 'column-twice':
      return `Two of its columns have the heading “${file.heading ?? ''}”. Take one of them away.`;
    case 'not-a-register':
      return 'It has no column with the heading URN. Choose the government’s download of schools as it came, or a CSV file with a column URN.';
    default:
      return 'It is not a CSV file. In Excel, save it as “CSV UTF-8”; a download in a .zip must be unpacked first.';
  }
};

/** What to say when the server refuses. Every problem code has its own words. */
export const problemWords = (problem: Problem): Words => words[problem.code](problem);
