import type { Area } from '../cell.ts';
import type { RowKey } from '../ids.ts';
import type { Field, Instrument, Rule } from '../instrument/instrument.ts';
import { fixedArea, onSheet } from './a1.ts';
import { columnLabel } from './entry-layout.ts';
import { lineRuns, onceCell, wholeColumn } from './entry-runs.ts';
import type { PlanContext } from './plan-context.ts';
import type { Validation } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

/** Help beside every cell that people type into, with the drop-down or the limits of its field. Nothing is ever refused. */
export const entryHelp = (context: PlanContext): readonly Validation[] => {
  const { instrument, check } = context;
  const talk = (id: '#question' | '#answer', text: string) => {
    const areas = [wholeColumn(context, check.entry.column(id))];
    const [first] = check.entry.once;
    if (first !== undefined) areas.push({ row: first.row, column: check.entry.column(id), rows: 1, columns: 1 });
    return areas.map((area) => promptOnly(area, columnLabel(instrument, id), text));
  };
  return [
    ...(instrument.once ?? []).map((field) => help(context, field, onceCell(context, field.id), undefined)),
    ...instrument.fields.flatMap((field) => fieldHelp(context, field)),
    ...talk('#question', sheetWords.questionPrompt),
    ...talk('#answer', sheetWords.answerPrompt),
  ];
};

/** One piece of help for the whole column, or one for each run of rows that are offered the same choices. */
const fieldHelp = (context: PlanContext, field: Field): readonly Validation[] => {
  const column = context.check.entry.column(field.id);
  const dropDowns = context.lists.dropDowns.filter((dropDown) => dropDown.field === field.id);
  if (dropDowns.every(({ rows }) => rows === undefined)) {
    return [help(context, field, wholeColumn(context, column), undefined)];
  }
  const offered = (key: RowKey) => dropDowns.findIndex(({ rows }) => rows === undefined || rows.has(key));
  return lineRuns(context, offered).map(({ row, rows, keys }) =>
    help(context, field, { row, column, rows, columns: 1 }, keys[0]),
  );
};

/** `row` tells which drop-down, where a field has several. */
const help = (context: PlanContext, field: Field, area: Area, row: RowKey | undefined): Validation => {
  const { instrument, lists, names } = context;
  const prompt = { title: field.label, text: field.help };
  const dropDown = lists.dropDowns.find(
    (one) => one.field === field.id && (one.rows === undefined || (row !== undefined && one.rows.has(row))),
  );
  if (dropDown !== undefined) {
    const list = `=${onSheet(names.lists)}${fixedArea(dropDown.area)}`;
    // Where several may be chosen the list gives the first and the rest is typed: an alert would be in the way.
    const alert =
      field.kind === 'choices'
        ? ({ style: 'information', title: '', text: '' } as const)
        : ({ style: 'warning', ...sheetWords.notAChoice } as const);
    return { area, list, alert, prompt };
  }
  const limits = limitsOf(instrument, field);
  if (limits === undefined) return promptOnly(area, field.label, field.help);
  return { area, ...limits, prompt };
};

const promptOnly = (area: Area, title: string, text: string): Validation => ({
  area,
  alert: { style: 'information', title: '', text: '' },
  prompt: { title, text },
});

/** What Excel itself can look at while somebody types: the rule of the field on numbers or dates. */
const limitsOf = (
  { rules }: Pick<Instrument, 'rules'>,
  { id, kind }: Field,
): Pick<Validation, 'limits' | 'alert'> | undefined => {
  const found = rules.find((rule) => rule.field === id && (rule.kind === 'number' || rule.kind === 'date'));
  const alert = limitAlert(found);
  if (kind === 'date') {
    const { from, until } = found?.kind === 'date' ? found : {};
    return { alert, limits: { kind, ...(from && { from }), ...(until && { until }) } };
  }
  if (kind !== 'integer' && kind !== 'decimal') return undefined;
  const { min, max, whole } = found?.kind === 'number' ? found : {};
  return {
    alert,
    limits: {
      kind: whole ? 'integer' : kind,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
  };
};

const longestAlert = 225;

const limitAlert = (rule: Rule | undefined): Validation['alert'] => {
  const { title, text, otherwise } = sheetWords.outsideLimits;
  const words = rule === undefined ? otherwise : text(rule.message);
  const style = rule?.severity === 'error' ? 'warning' : 'information';
  return { style, title, text: words.length <= longestAlert ? words : otherwise };
};
