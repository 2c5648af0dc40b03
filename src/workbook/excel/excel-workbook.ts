import type { Workbook } from '../workbook.ts';
import { apply } from './apply.ts';
import { draw } from './draw.ts';
import { mayDrawOver } from './filters.ts';
import { lost } from './lost.ts';
import { note, setNote } from './notes.ts';
import { read } from './read.ts';
import { excelQueue, type RunOptions } from './run.ts';
import { saved } from './saved.ts';
import { selection, show } from './show.ts';
import { survey } from './survey.ts';
import { watch } from './watch.ts';

/** The workbook that is open in Excel, through Office.js (ExcelApi 1.14). All operations wait in one queue. */
export const excelWorkbook = (options: RunOptions = {}): Workbook => {
  const queue = excelQueue(options);
  const { operate } = queue;
  return {
    survey: () => operate(survey),
    draw: (plans) => operate((batch) => draw(batch, plans)),
    mayDrawOver: (sheets) => operate((batch) => mayDrawOver(batch, sheets)),
    lost: (plans) => operate((batch) => lost(batch, plans)),
    read: (sheet) => operate((batch) => read(batch, sheet)),
    apply: (changes) => operate((batch) => apply(batch, changes)),
    show: (sheet, cell) => operate((batch) => show(batch, sheet, cell)),
    selection: () => operate(selection),
    watch: (onHint) => watch(queue, onHint),
    note: (name) => operate((batch) => note(batch, name)),
    setNote: (name, text) => operate((batch) => setNote(batch, name, text)),
    saved: () => operate(saved),
  };
};
