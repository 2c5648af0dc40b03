import type { Field } from '../instrument/instrument.ts';
import { onceKey } from '../instrument/instrument.ts';
import type { FieldId } from '../ids.ts';
import { anyOf } from '../rules/check-terms.ts';
import { verdictFormula } from '../rules/verdict-formula.ts';
import { columnLetters, fixedArea, onSheet } from './a1.ts';
import { downLines, formulaBlock, type CheckFormula } from './check-formula.ts';
import { fieldFormulas } from './field-formulas.ts';
import { anythingFormula, derivedFormulas, lineFormulas, notApplicableFormulas } from './line-formulas.ts';
import { orderedFormulas, placesInOrder } from './ordered-formulas.ts';
import { blankPlan, block, hiddenHead, type PlanContext } from './plan-context.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

/**
 * The hidden sheet that marks the entries: one spilled array formula per column, a few more for what is asked once.
 * Entries are read through `INDEX(column,first):INDEX(column,last)`, which no inserted row or cut cell can shift.
 */
export const planCheck = (context: PlanContext): SheetPlan => {
  const { instrument, check } = context;
  const worked = [
    ...lineFormulas(context, watchedColumn(context, '#key')),
    ...(instrument.once ?? []).flatMap((field) =>
      fieldFormulas(context, field, onceCell(context, field), [context.inHand.once]),
    ),
    ...instrument.fields.flatMap((field) =>
      fieldFormulas(context, field, watchedColumn(context, field.id), context.inHand.lines),
    ),
    ...derivedFormulas(context),
    ...notApplicableFormulas(context),
  ];
  const formulas = [
    ...verdictFormulas(context),
    anythingFormula(context),
    ...worked,
    ...(check.inOrder ? orderedFormulas(context, check.inOrder, worked) : []),
  ];
  return {
    ...blankPlan(context, 'check'),
    blocks: [
      hiddenHead(context, 'check', sheetWords.check),
      ...formulas
        .filter(({ area }) => area.row >= check.entry.firstRow)
        .map(({ area, title }) => block(check.entry.headerRow, area.column, [[title]])),
      ...formulas.map(formulaBlock),
      ...(check.inOrder ? placesInOrder(context, check.inOrder) : []),
    ],
    styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: 'code' }],
  };
};

/** What each entry column holds now, watched from the first row on. */
const watchedColumn = ({ names, check: { entry } }: PlanContext, id: FieldId | '#key'): string => {
  const letters = columnLetters(entry.column(id));
  const column = `${onSheet(names.entry)}$${letters}:$${letters}`;
  return `INDEX(${column},${entry.firstRow + 1}):INDEX(${column},${entry.firstRow + entry.watchedRows})`;
};

/** What the cell of a field asked once holds now. */
const onceCell = ({ names, check: { entry, verdicts } }: PlanContext, { id }: Field): string => {
  const letters = columnLetters(entry.onceColumn);
  return `INDEX(${onSheet(names.entry)}$${letters}:$${letters},${verdicts(id).row + 1})`;
};

/** How each cell stands, and each line. */
const verdictFormulas = ({ instrument, check, inHand, circumstances }: PlanContext): readonly CheckFormula[] => {
  const { verdicts, terms, standing } = check;
  const open = instrument.rows.kind === 'open';
  const any = (verdict: number) =>
    anyOf(instrument.fields.map(({ id }) => `(${fixedArea(verdicts(id))}=${verdict})`));
  return [
    ...(instrument.once ?? []).map(({ id }) => ({
      area: verdicts(id),
      title: id,
      formula: verdictFormula(instrument, id, terms, circumstances),
      result: [[inHand.verdict(onceKey, id)]],
    })),
    ...instrument.fields.map(({ id }) => ({
      area: verdicts(id),
      title: id,
      formula: verdictFormula(instrument, id, terms, circumstances),
      result: downLines(verdicts(id), inHand.lines, ({ key }) => inHand.verdict(key, id)),
    })),
    {
      area: standing,
      title: 'standing',
      // 0 to do, 1 to fix, 2 to check, 3 done, 4 no row of ours.
      formula: `=IF(${terms.rowPlace}=0,4,IF(${terms.started}=0,0,IF(${any(2)},1,IF(${any(1)},2,3))))`,
      result: downLines(
        standing,
        inHand.lines,
        (line) => (open || terms.placeOfRow(line.key) > 0 ? inHand.standing(line) : 4),
        open ? 0 : 4,
      ),
    },
  ];
};
