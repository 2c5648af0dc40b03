import type { TableFailure } from '#flows/read-table.ts';
import type { Words } from './words.ts';

/** What to say about a file that is no table. */
export const tableFailureWords = (failure: TableFailure): Words => {
  switch (failure.kind) {
    case 'empty':
      return { title: 'There is nothing in this file.', todo: 'Download the answers again and choose that file.' };
    case 'not-text':
      return {
        title: 'This file is no CSV file.',
        todo: 'If it is an Excel workbook, open it, copy its sheet into this workbook and choose “From another sheet”.',
      };
    case 'broken':
      return {
        title: `The file breaks off at line ${failure.line}: a quotation mark is never closed.`,
        todo: 'Download the answers again. If you changed the file by hand, look at that line.',
      };
  }
};
