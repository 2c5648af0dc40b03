import type { NotRead } from '../../hand-in.ts';
import { refusedWords } from './refused-words.ts';
import { list } from '#core/words/count-words.ts';
import type { Words } from './words.ts';

/** Why nothing could be done with a file, and what to do. */
export const notReadWords = (why: NotRead): Words => {
  switch (why.kind) {
    case 'empty':
      return { title: 'This file is empty.', todo: 'Save your workbook once more, then choose it again.' };
    case 'not-a-workbook':
      return {
        title: 'This is not an Excel workbook.',
        todo: 'Choose the workbook that you downloaded here and filled in. Its name ends in .xlsx. From Google Sheets or Numbers, download or export it as Excel (.xlsx) first.',
      };
    case 'old-format':
      return {
        title: 'This workbook is in the format of Excel before 2007.',
        todo: 'Open it, choose Save As, and save it as Excel Workbook (.xlsx). Then hand in that file.',
      };
    case 'encrypted':
      return {
        title: 'This workbook opens only with a password.',
        todo: 'Open it, take the password away (in Excel: File, Info, Protect Workbook), save it, and choose it again.',
      };
    case 'too-large':
    case 'took-too-much-memory':
    case 'took-too-long':
      return {
        title: 'This workbook is larger than a return can be, so it was not read.',
        todo: 'Take out pictures and sheets that do not belong to it, or download a fresh workbook and copy your answers into it. If that does not help, ask the project team.',
      };
    case 'unsafe':
      return {
        title: 'This file is built in a way that no spreadsheet program does, so it was not opened.',
        todo: 'Download a fresh workbook here and copy your answers into it. If you do not know where the file comes from, tell whoever looks after your computers.',
      };
    case 'damaged':
      return {
        title: 'This workbook is damaged, perhaps cut short on its way.',
        todo: 'Open it in your spreadsheet program, save it once more, and choose it again. If it does not open there either, download a fresh workbook here.',
      };
    case 'ended-early':
      return {
        title: 'Reading this workbook ended early.',
        todo: 'Try it once more. If it ends again, tell the project team; your file is still on your computer.',
      };
    case 'busy':
      return {
        title: 'Many schools are handing in just now.',
        todo: 'Your file is kept here. Press “Check again” in a minute.',
      };
    case 'no-return':
      return {
        title: 'No sheet of this workbook carries the code of a return.',
        todo: 'Choose the workbook that you downloaded here. If somebody cleared the code at the top of its sheet, download a fresh one and copy your answers into it.',
      };
    case 'code-unreadable':
      return {
        title: `The code at the top of the sheet “${why.sheet}” reads “${why.found}”, which cannot be right.`,
        todo: 'Put the code back as it was (it stands in a freshly downloaded workbook), save the file, and choose it again.',
      };
    case 'header-missing':
      return {
        title: `The sheet “${why.sheet}” has lost its row of column headings.`,
        todo: 'Undo until it is back, or download a fresh workbook and copy your answers into it.',
      };
    case 'two-copies':
      return {
        title: `${list(why.sheets.map((sheet) => `“${sheet}”`))} are the same return.`,
        todo: 'A return counts once in a workbook. Delete the sheet that does not count, save the file, and choose it again.',
      };
    case 'other-school':
      return {
        title: `This is the workbook of ${why.name === undefined ? 'another school' : `${why.name}`} (${why.owner}).`,
        todo: 'Nothing of it was taken. Choose your own school’s workbook, or sign in with that school’s code.',
      };
    case 'other-round':
      return {
        title: `This is your workbook of ${why.title === undefined ? 'another round' : `“${why.title}”`} (${why.round}).`,
        todo: 'Nothing of it was taken. Go back to all returns and hand it in there, or choose the workbook of this round.',
      };
    case 'older-version':
      return {
        title: 'This workbook was made before the questions changed.',
        todo: 'Your answers can move to the present questions: download the workbook with your answers moved, look it over, and hand that in. What has no place there any more stays on its old sheets.',
      };
    case 'sheet-damaged':
      return {
        title: 'Part of this sheet cannot be read, so its answers could not all be moved.',
        todo: 'Undo until the missing row or column is back, or download a fresh workbook and copy your answers into it.',
      };
    case 'refused':
      return refusedWords(why.code, why.requestId);
  }
};
