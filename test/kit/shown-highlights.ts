import type { Area } from '#core/cell.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import type { CalculatedPlans } from './calculated-plans.ts';

const fills = {
  error: '#ff0000',
  warning: '#ffff00',
  question: '#0000ff',
  copied: '#00ffff',
  'not-applicable': '#888888',
  done: '#00ff00',
  shown: '#eeeeee',
  'shown-header': '#444444',
  'shown-total': '#cccccc',
} as const;

/** Puts a plan's highlights on its calculated sheet and answers which of them a cell shows. */
export const showHighlights = (sheets: CalculatedPlans, plan: SheetPlan) => {
  const id = sheets.id(plan.name);
  for (const { area, formula, style } of [...plan.highlights].reverse())
    sheets.model.looks.addHighlight(id, { area, formula, fill: fills[style], stopIfTrue: false });
  return async ({ row, column }: Pick<Area, 'row' | 'column'>): Promise<keyof typeof fills | undefined> => {
    await sheets.model.settled();
    const shown = sheets.model.looks.shownFill(id, { row, column })?.toLowerCase();
    return (Object.keys(fills) as (keyof typeof fills)[]).find((style) => fills[style] === shown);
  };
};
