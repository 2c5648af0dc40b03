import { recordColumns, recordLine, type RecordEntry } from '../returns/record.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

const headerRow = 5;
const widths = [22, 22, 13, 7, 16, 24, 60, 30, 20];
/** Far more lines than a return ever gets; drawing again leaves all of them as they stand. */
const logRows = 5_000;
/** Lines that are printed at least: new ones come after the sheet was drawn. */
const linesPrinted = 200;

/** The visible log of everything people wrote about a return, and of its receipts. Never protected. */
export const planRecord = (context: PlanContext, record: readonly RecordEntry[]): SheetPlan => {
  const plan = blankPlan(context, 'record');
  const columns = recordColumns.length;
  return {
    ...plan,
    blocks: [
      block(0, 0, [[`${context.instrument.title}: ${sheetWords.record}`]]),
      block(1, 0, [[ownerLine(context)]]),
      block(2, 0, [[plan.code]]),
      block(3, 0, [[sheetWords.recordNote]]),
      block(headerRow, 0, [recordColumns]),
      ...(record.length === 0 ? [] : [block(headerRow + 1, 0, record.map(recordLine))]),
    ],
    regions: [{ name: 'log', area: { row: headerRow + 1, column: 0, rows: logRows, columns }, belongsTo: 'shared' }],
    styles: [
      ...(['title', 'subtitle', 'code', 'note'] as const).map((style, row) => ({
        area: { row, column: 0, rows: 1, columns: 1 },
        style,
      })),
      { area: { row: headerRow, column: 0, rows: 1, columns }, style: 'header-ours' },
    ],
    columnWidths: widths.map((width, column) => ({ column, width })),
    freeze: { rows: headerRow + 1, columns: 0 },
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: headerRow + 1 + Math.max(record.length, linesPrinted), columns },
      repeatedRows: { first: headerRow, last: headerRow },
    },
  };
};
