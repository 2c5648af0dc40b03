import type { AnswerRow } from '../returns/content.ts';
import { headBlocks, headRegions, headStyles } from './entry-head.ts';
import { entryHelp } from './entry-help.ts';
import { entryHighlights } from './entry-highlights.ts';
import { tableBlocks, tableRegions, tableStyles, tableWidths } from './entry-table.ts';
import { blankPlan, type PlanContext } from './plan-context.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** A question that is open, as the entry sheet shows it. */
export interface ShownQuestion {
  readonly row: string;
  readonly field: string;
  readonly text: string;
}

/** What is already known of a return when its sheet is drawn. */
export interface EntryContent {
  readonly answers: readonly AnswerRow[];
  readonly questions: readonly ShownQuestion[];
}

/** With more lines than these asked once, the head would leave no room for the table while scrolling. */
const mostFrozenOnce = 6;

/**
 * The sheet that people fill: what is asked once, then one line for each row. It marks itself: status, progress and
 * highlights are formulas over the check sheet and work with the add-in closed. Only fixed rows are protected, so that
 * their codes are not typed over; an open table is never.
 */
export const planEntry = (context: PlanContext, content: EntryContent): SheetPlan => {
  const { instrument, check, keys } = context;
  const { entry } = check;
  const regions = [...tableRegions(context), ...headRegions(context)];
  const isFixed = instrument.rows.kind === 'fixed';
  return {
    ...blankPlan(context, 'entry'),
    blocks: [...headBlocks(context, content.questions), ...tableBlocks(context, content)],
    regions,
    styles: [...headStyles(context), ...tableStyles(context)],
    columnWidths: tableWidths(context),
    hiddenRows: [entry.idRow],
    validations: entryHelp(context),
    highlights: entryHighlights(context),
    freeze: {
      rows: entry.once.length > mostFrozenOnce ? 0 : entry.headerRow + 1,
      columns: entry.column(isFixed ? '#text' : '#key') + 1,
    },
    ...(isFixed ? { protection: { unlocked: regions.map(({ area }) => area) } } : {}),
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: entry.firstRow + keys.length, columns: entry.columns },
      repeatedRows: { first: entry.headerRow, last: entry.headerRow },
    },
  };
};
