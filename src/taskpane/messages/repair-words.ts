import type { Repair } from '#flows/repair-sheet.ts';
import { count, list } from '#core/words/count-words.ts';
import type { Note } from './words.ts';

/** What a repair did, counted, in one sentence; and that nothing typed was touched. */
export const repairWords = ({ entry, workings, sheets }: Repair): Note => {
  const done = [
    ...entry.map(({ kind, count: number }) => lossWords[kind](number)),
    ...(workings > 0 ? [`${count(workings, 'formula')} behind the sheet`] : []),
    ...(sheets.length > 0 ? [`${count(sheets.length, 'sheet')} that had gone`] : []),
  ];
  return done.length === 0
    ? { intent: 'success', title: 'Nothing needed repair.', todo: '' }
    : { intent: 'success', title: `Put right: ${list(done)}.`, todo: 'Nothing that was typed has been changed.' };
};

const lossWords: Readonly<Record<Repair['entry'][number]['kind'], (number: number) => string>> = {
  words: (number) => count(number, 'heading or label', 'headings and labels'),
  formulas: (number) => count(number, 'formula'),
  help: (number) => `drop-downs and help in ${count(number, 'row')}`,
  colours: (number) => `colours in ${count(number, 'column')}`,
  'text-format': (number) => `text format, so that “007” stays as typed, in ${count(number, 'column')}`,
  'hidden-rows': (number) => count(number, 'row that is to stay hidden', 'rows that are to stay hidden'),
};
