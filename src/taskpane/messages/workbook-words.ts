import type { WorkbookFailure } from '#workbook/workbook.ts';
import type { Words } from './words.ts';

/** What to say when the workbook could not do something. */
export const workbookWords = (failure: WorkbookFailure): Words => {
  switch (failure.kind) {
    case 'editing':
      return {
        title: 'A cell is still being edited.',
        todo: 'Press Enter in the sheet to finish the cell, then try again.',
      };
    case 'protected':
      return {
        title:
          failure.sheet === undefined
            ? 'The workbook does not allow changes.'
            : `The sheet “${failure.sheet}” does not allow changes.`,
        todo: 'If the workbook is open for reading only, choose Enable Editing. If somebody protected it, ask them to take the protection off.',
      };
    case 'filtered':
      return {
        title: failure.sheet === undefined ? 'A sheet is filtered.' : `The sheet “${failure.sheet}” is filtered.`,
        todo: 'Show all rows first (Data, Clear), then try again. Nothing you typed was changed.',
      };
    case 'gone':
      return {
        title: 'The sheet is no longer in this workbook.',
        todo: 'Go back to the list and open the return again. What was submitted is safe on the server.',
      };
    case 'unsupported':
      return {
        title: 'This version of Excel cannot do that.',
        todo: `It needs ${failure.what}. Use Excel on the web, Microsoft 365, or Excel 2021 or later.`,
      };
    case 'too-large':
      return {
        title: 'This is too much for Excel in one go.',
        todo: 'Close other large workbooks and try again. If it happens again, tell the project team.',
      };
    case 'busy':
      return {
        title: 'Excel is busy just now.',
        todo: 'Close any open Excel message, come back to this workbook and try again in a moment.',
      };
    case 'session-over':
      return {
        title: 'Excel has lost its connection to this workbook.',
        todo: 'Reload the workbook, then open this pane again. What you typed in the sheet stays in the workbook.',
      };
    case 'unexpected':
      return {
        title: 'Excel gave an answer this pane does not understand.',
        todo: `Try again. If it happens again, tell the project team “${[failure.code, failure.where].filter(Boolean).join(', ')}”. Nothing you typed is lost.`,
      };
  }
};
