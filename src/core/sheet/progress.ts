import { fixedRows } from '../instrument/instrument.ts';
import { fixedArea, onSheet, quotedText } from './a1.ts';
import { fieldRuns, onceCell } from './entry-runs.ts';
import type { PlanContext } from './plan-context.ts';
import type { Formula } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

/** A number that the sheet works out, with what it comes to now. */
interface Count {
  readonly formula: string;
  readonly now: number;
}

/**
 * What is left to do, in one line. Of fixed rows "22 of 26 statements to answer, 3 cells to fix, 1 cell to check": a
 * row is answered once anything stands in it, and a cell is to fix where a rule is broken, which includes every blank
 * one that is required by what stands beside it. Of an open table "312 pupils entered, 4 to fix, 2 to check", by rows.
 */
export const progressFormula = (context: PlanContext): Formula => {
  const words = context.instrument.rows.kind === 'fixed' ? fixedProgress(context) : openProgress(context);
  return { formula: `=${words.formula}`, result: [[words.now]] };
};

interface Words {
  readonly formula: string;
  readonly now: string;
}

const fixedProgress = (context: PlanContext): Words => {
  const { instrument, names, check, inHand } = context;
  const { noun } = instrument.rows;
  const total = fixedRows(instrument).length;
  const words = sheetWords.progress;
  const all = words.all(total, total === 1 ? noun.one : noun.many);
  const left = words.left(total, total === 1 ? noun.one : noun.many);
  const started = `SUM(${onSheet(names.check)}${fixedArea(check.started)})`;
  const toAnswer = total - inHand.started;
  return joined(
    {
      formula: `IF(${started}=${total},${quotedText(all)},${total}-${started}&${quotedText(left)})`,
      now: toAnswer === 0 ? all : `${toAnswer}${left}`,
    },
    counted(cells(context, 2), words.cellToFix, words.cellsToFix),
    counted(cells(context, 1), words.cellToCheck, words.cellsToCheck),
  );
};

const openProgress = (context: PlanContext): Words => {
  const { instrument, names, check, inHand } = context;
  const { noun } = instrument.rows;
  const words = sheetWords.progress;
  const started = `SUM(${onSheet(names.check)}${fixedArea(check.started)})`;
  const [one, many] = [` ${noun.one}${words.entered}`, ` ${noun.many}${words.entered}`];
  return joined(
    {
      formula: `${started}&IF(${started}=1,${quotedText(one)},${quotedText(many)})`,
      now: `${inHand.started}${inHand.started === 1 ? one : many}`,
    },
    counted(rows(context, 1, 2, inHand.toFix), words.toFix, words.toFix),
    counted(rows(context, 2, 1, inHand.toCheck), words.toCheck, words.toCheck),
  );
};

const joined = (...parts: readonly Words[]): Words => ({
  formula: parts.map(({ formula }) => formula).join('&'),
  now: parts.map(({ now }) => now).join(''),
});

/** ", 3 cells to fix"; nothing where there are none. */
const counted = ({ formula, now }: Count, one: string, many: string): Words => ({
  formula: `IF(${formula}=0,"",", "&${formula}&${one === many ? quotedText(one) : `IF(${formula}=1,${quotedText(one)},${quotedText(many)})`})`,
  now: now === 0 ? '' : `, ${now}${now === 1 ? one : many}`,
});

/** How many cells have a verdict. */
const cells = (context: PlanContext, verdict: 1 | 2): Count => {
  const { check, names, instrument, inHand } = context;
  const { row, rows } = check.started;
  const tables = fieldRuns(context, () => 'verdicts').map(({ column, fields }) =>
    countIf(names.check, { row, rows, column, columns: fields.length }, verdict),
  );
  const once = onceCells(context, verdict);
  const now = inHand.lines.flatMap(({ key }) =>
    instrument.fields.filter(({ id }) => inHand.verdict(key, id) === verdict),
  ).length;
  return { formula: `(${[...tables, ...once.formulas].join('+')})`, now: now + once.now };
};

/** How many rows stand so, and how many cells asked once have the verdict. */
const rows = (context: PlanContext, standing: 1 | 2, verdict: 1 | 2, now: number): Count => {
  const once = onceCells(context, verdict);
  const table = countIf(context.names.check, context.check.standing, standing);
  return { formula: `(${[table, ...once.formulas].join('+')})`, now: now + once.now };
};

const onceCells = (context: PlanContext, verdict: 1 | 2) => {
  const once = context.instrument.once ?? [];
  return {
    formulas: once.map(({ id }) => countIf(context.names.check, onceCell(context, id), verdict)),
    now: once.filter(({ id }) => context.inHand.verdict(context.inHand.once.key, id) === verdict).length,
  };
};

const countIf = (sheet: string, area: Parameters<typeof fixedArea>[0], value: number): string =>
  `COUNTIF(${onSheet(sheet)}${fixedArea(area)},${value})`;
