import type { XlsxRefusal } from '#workbook/xlsx/refusal.ts';
import type { UnreadSheet } from './check-file.ts';

/** Why nothing of a file could be checked. */
export type Refusal =
  | XlsxRefusal
  | {
      readonly kind:
        | 'no-file'
        | 'not-readable'
        | 'lock-file'
        | 'no-return'
        | 'took-too-long'
        | 'took-too-much-memory'
        | 'ended-early';
    };

/** What to say about a file that could not be checked, and what to do. */
export const refusalWords = (refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'empty':
      return 'the file is empty. Ask for it again.';
    case 'not-a-workbook':
      return 'this is not an Excel workbook (.xlsx).';
    case 'old-format':
      return 'this is in the format of Excel before 2007. Open it in Excel and save it as .xlsx.';
    case 'encrypted':
      return 'it opens only with a password. Open it in Excel, take the password away (File › Info › Protect Workbook) and save it.';
    case 'too-large':
      return 'it is larger than a workbook of returns can be. It was not opened.';
    case 'unsafe':
      return `it is built in a way that no spreadsheet program does (${refusal.part}). It was not opened; ask where it comes from.`;
    case 'damaged':
      return `it is damaged${refusal.part === undefined ? '' : ` (${refusal.part})`}, perhaps cut short on its way. Ask for it again.`;
    case 'no-file':
      return 'there is no such file.';
    case 'not-readable':
      return 'it cannot be read. Is it open in another program, or a folder?';
    case 'lock-file':
      return 'this only says that the workbook of this name is open in Excel. Close it, and check the workbook itself.';
    case 'no-return':
      return 'no sheet in it carries the code of a return.';
    case 'took-too-long':
      return 'reading it took too long and was stopped.';
    case 'took-too-much-memory':
      return 'reading it took too much memory and was stopped.';
    case 'ended-early':
      return 'reading it ended early. Try it alone; if it ends again, report it with the file.';
  }
};

/** What to say about a sheet that could not be checked. */
export const unreadWords = ({ reason, instrument }: UnreadSheet): string => {
  switch (reason) {
    case 'two-copies':
      return 'stands in the workbook twice. Delete the copy that does not count.';
    case 'code-unreadable':
      return 'has a code at its top that cannot be right. Press Undo in Excel until it is as it was.';
    case 'round-unknown':
      return instrument?.title === undefined
        ? 'belongs to a round that the workbook does not describe. Open it once in Excel with the add-in, and save it.'
        : `is a return of “${instrument.title}” (${instrument.reference}), but the workbook no longer says of which round. Open it once in Excel with the add-in, and save it.`;
    case 'instrument-unknown':
      return `was made with ${instrument?.reference ?? 'an instrument'}, which is not known here. Import its definition (stem-returns instrument import), then check it again.`;
    case 'header-missing':
      return 'has lost its row of column headings. Press Undo in Excel until it is back.';
  }
};
