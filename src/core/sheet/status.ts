import type { FieldId } from '../ids.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';
import { fixedArea, fixedCell, onSheet, quotedText } from './a1.ts';
import { copiedInLine, copiedLine, onceStillCopied } from './copied-answers.ts';
import { fieldRuns, onceCell } from './entry-runs.ts';
import type { PlanContext } from './plan-context.ts';
import type { Formula } from './sheet-plan.ts';
import { copiedWord, statusWords } from './sheet-words.ts';

/** Far more lines than are ever inserted; a bounded range is read faster than a whole column. */
const linesBelow = 200;

/** A blank row of an open table is not to do: nobody says how many there will be. */
const wordsOf = ({ instrument }: PlanContext): readonly string[] =>
  instrument.rows.kind === 'open' ? ['', ...statusWords.slice(1)] : statusWords;

/**
 * The status of one line in words. Reads the standing of the line it is in, wherever that line has been sorted or
 * moved to. What must be fixed comes before what is to be confirmed. `line` is what stands there now, `row` where.
 */
export const statusFormula = (context: PlanContext, line: RowInHand | undefined, row: number): Formula => {
  const { check, names } = context;
  const column = { ...check.standing, row: 0, rows: check.standing.row + check.standing.rows + linesBelow };
  const standing = `INDEX(${onSheet(names.check)}${fixedArea(column)},ROW())`;
  const words = wordsOf(context);
  const plain = `CHOOSE(${standing}+1,${words.map(quotedText).join(',')})`;
  const now = line ? context.inHand.standing(line) : 0;
  const word = words[now] ?? '';
  if (context.copied.length === 0) return { formula: `=${plain}`, result: [[word]] };
  const copied = fieldRuns(context, () => 'fields')
    .map(({ column: first, fields }) => copiedInLine(context, row, first, fields.length))
    .join('+');
  return {
    formula: `=IF(${standing}=1,${quotedText(statusWords[1])},IF(${copied}>0,${quotedText(copiedWord)},${plain}))`,
    result: [[now !== 1 && line && isCopied(context, line) ? copiedWord : word]],
  };
};

/** The status of what is asked once, beside its cell; nothing where all is well or it is still blank. */
export const onceStatus = (context: PlanContext, field: FieldId): Formula => {
  const { names, inHand, copied } = context;
  const cell = onceCell(context, field);
  const verdict = `${onSheet(names.check)}${fixedCell(cell.row, cell.column)}`;
  const plain = `CHOOSE(${verdict}+1,"",${quotedText(statusWords[2])},${quotedText(statusWords[1])})`;
  const now = inHand.verdict(inHand.once.key, field);
  const word = ['', statusWords[2], statusWords[1]][now] ?? '';
  if (copied.length === 0) return { formula: `=${plain}`, result: [[word]] };
  const isStill = isCopiedCell(context, inHand.once, field);
  return {
    formula: `=IF(${verdict}=2,${quotedText(statusWords[1])},IF(${onceStillCopied(context, field, cell.row)},${quotedText(copiedWord)},${plain}))`,
    result: [[now !== 2 && isStill ? copiedWord : word]],
  };
};

const isCopied = (context: PlanContext, line: RowInHand): boolean =>
  context.instrument.fields.some(({ id }) => isCopiedCell(context, line, id));

/** As the formulas see it: without regard to case. */
const isCopiedCell = ({ copied }: PlanContext, line: RowInHand, field: FieldId): boolean => {
  const value = line.cell(field);
  if (value === null) return false;
  const found = copiedLine({ row: line.key, field, text: String(value) }).toLowerCase();
  return copied.some((cell) => copiedLine(cell).toLowerCase() === found);
};
