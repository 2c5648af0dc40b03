import type { ApiFailure } from '#api/collection-api.ts';
import type { FlowFailure } from '#flows/desk.ts';
import { list } from '#core/words/count-words.ts';
import { problemWords } from './problem-words.ts';
import type { Words } from './words.ts';
import { workbookWords } from './workbook-words.ts';

/** What to say when the server did not answer as hoped. */
export const apiWords = (failure: ApiFailure): Words => {
  switch (failure.kind) {
    case 'offline':
      return {
        title: 'The server cannot be reached.',
        todo: 'Check your connection to the internet and try again. You can go on filling in meanwhile: the sheet checks itself.',
      };
    case 'problem':
      return problemWords(failure.problem);
    case 'not-understood':
      return {
        title: 'Something else answered instead of the server.',
        todo: `Often this is the school’s network filter. Try again, and ask whoever looks after your network to allow this site. (Answer ${failure.status}.)`,
      };
  }
};

/** What to say when something a person asked for did not come to its end. */
export const failureWords = (failure: FlowFailure): Words => {
  switch (failure.kind) {
    case 'workbook':
      return workbookWords(failure.failure);
    case 'api':
      return apiWords(failure.failure);
    case 'instrument-unknown':
      return {
        title: 'This add-in is older than the round.',
        todo: `Close Excel and open it again to get the latest add-in. If that does not help, tell the project team “${failure.reference}”.`,
      };
    case 'two-copies':
      return {
        title: `${list(failure.sheets.map((name) => `“${name}”`))} are the same return.`,
        todo: 'A return counts once in a workbook. Delete the sheet you do not want to keep, then open the return again.',
      };
    case 'older-version':
      return {
        title: 'These sheets are older than the round.',
        todo: 'Press Upgrade in the pane: your answers move to new sheets, and the old ones stay as they are. Then submit.',
      };
    case 'sheet-damaged':
      return {
        title: 'Part of this sheet can no longer be read.',
        todo: 'Press Undo in Excel until the code at the top and the row of headings are back. What was submitted is safe on the server.',
      };
  }
};

/** Whether signing in again is what it takes. */
export const isSessionOver = (failure: FlowFailure): boolean =>
  failure.kind === 'api' && failure.failure.kind === 'problem' && failure.failure.problem.code === 'session-expired';
