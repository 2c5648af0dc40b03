import type { ProblemCode } from '#wire/problems.ts';
import type { Words } from './words.ts';

const words: Partial<Readonly<Record<ProblemCode, Words>>> = {
  'code-unknown': {
    title: 'This access code is not known.',
    todo: 'Check it against the letter or e-mail you were given, then type it again.',
  },
  'session-expired': {
    title: 'You are no longer signed in.',
    todo: 'Sign in again with your access code. Your file is still on your computer: choose it once more.',
  },
  'not-yours': {
    title: 'This return is not one of yours.',
    todo: 'Check that you are signed in with the right access code. If you should be able to see it, ask the project team.',
  },
  'not-found': {
    title: 'There is nothing here.',
    todo: 'Go back to all returns and open it from there. If it is missing from the list, ask the project team.',
  },
  'round-closed': {
    title: 'This round is closed, so nothing was taken.',
    todo: 'Your answers stay in your file. Ask your mentor or the project team if you still need to hand it in.',
  },
  'late-reason': {
    title: 'This round is closed and takes late returns with a reason.',
    todo: 'Write in a sentence why it is late, then hand it in. Nothing was taken yet.',
  },
  conflict: {
    title: 'Somebody else submitted this return in the meantime.',
    todo: 'Press “Check again” to see what differs. Nothing of yours was taken yet, and nothing is lost.',
  },
  'key-reused': {
    title: 'Something of this was handed in already.',
    todo: 'Press “Check again” to see how your return stands.',
  },
  state: {
    title: 'This return has moved on since you looked at it.',
    todo: 'Go back to it to see how it stands now.',
  },
  issues: {
    title: 'The server found something that must be put right first.',
    todo: 'Press “Check again” and put right what the list says.',
  },
  'tally-only': {
    title: 'In this round schools send numbers only, so this page takes no file.',
    todo: 'The rows about pupils stay with you. Open your workbook in Excel with the add-in: it makes the numbers there and sends nothing else. Ask the project team if you cannot have the add-in.',
  },
  purged: {
    title: 'What was collected in this round is no longer kept.',
    todo: 'Its time is over, so there is nothing more to do for it.',
  },
  'too-large': {
    title: 'This is more than can be taken at once.',
    todo: 'A workbook of a return is smaller than 10 MB. Take out pictures and sheets that do not belong to it, and choose it again.',
  },
  'too-many-tries': {
    title: 'That was tried too often.',
    todo: 'Wait a little, then try again.',
  },
  'too-many-requests': {
    title: 'This was asked for too often within a minute.',
    todo: 'Wait a minute, then try again. Nothing is lost.',
  },
  'invalid-request': {
    title: 'What was sent could not be read.',
    todo: 'Go back, load the page anew, and try again. Your file is still on your computer.',
  },
  unavailable: {
    title: 'This cannot be done just now.',
    todo: 'Try again in a minute. What you handed in is kept until you sign out.',
  },
};

const somethingWrong = (requestId: string | undefined): Words => ({
  title: 'Something went wrong on the server.',
  todo: `Try again in a few minutes. Your file is still on your computer. If it happens again, tell the project team${requestId === undefined ? '' : ` “${requestId}”`}.`,
});

/** What to say when the endpoint refuses; of a fault of ours with the id that the server's log knows it by. */
export const refusedWords = (code: ProblemCode, requestId?: string): Words =>
  words[code] ?? somethingWrong(requestId);
