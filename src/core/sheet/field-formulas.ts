import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import type { Choice, Field } from '../instrument/instrument.ts';
import { cellErrorMark, isCellError } from '../rules/cell-error.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';
import {
  dayFormula,
  dayTextFormula,
  madeFormula,
  numberFormula,
  partsFormula,
  understoodFormula,
} from '../rules/understanding-formulas.ts';
import { normalTextFormula, placeFormula } from '../rules/verdict-formula.ts';
import { fixedArea, onSheet } from './a1.ts';
import { acrossLines, downLines, type CheckFormula } from './check-formula.ts';
import { columnsOf } from './check-layout.ts';
import type { PlanContext } from './plan-context.ts';
import { dayText, partsText } from './ready-texts.ts';

/**
 * What is worked out of the cells of one field: their texts, and which choices, numbers or days they mean. `raw` are
 * the cells on the entry sheet, `lines` what stands there now.
 */
export const fieldFormulas = (
  context: PlanContext,
  field: Field,
  raw: string,
  lines: readonly RowInHand[],
): readonly CheckFormula[] => {
  const { id } = field;
  const columns = columnsOf(context.check.fields, id);
  const text = fixedArea(columns.text);
  const choices = context.check.terms.choices(id);
  const found: CheckFormula[] = [];
  const add = (
    area: Area | undefined,
    title: string,
    formula: (area: Area) => string,
    result: (area: Area) => CheckFormula['result'],
  ) => {
    if (area !== undefined)
      found.push({ area, title: `${id} ${title}`, formula: formula(area), result: result(area) });
  };
  const list = spellings(context, id);
  const ready = columns.ready === undefined ? text : fixedArea(columns.ready);
  const isDate = field.kind === 'date';
  const readyText = isDate ? dayText : partsText;

  add(
    columns.text,
    'text',
    () => normalTextFormula(raw),
    (area) => downLines(area, lines, (line) => textOf(line, id), ''),
  );
  add(
    columns.ready,
    isDate ? 'day' : 'parts',
    () => (isDate ? dayTextFormula(text) : partsFormula(text)),
    (area) => downLines(area, lines, (line) => readyText(textOf(line, id)), readyText('')),
  );
  add(
    columns.number,
    'number',
    () => (isDate ? dayFormula(ready, raw) : numberFormula(text, raw)),
    (area) => downLines(area, lines, (line) => line.meaning(id).number ?? '', ''),
  );
  add(
    columns.place,
    'place',
    () => placeFormula(text, list().texts, list().places),
    (area) => downLines(area, lines, placeIn(choices, id)),
  );
  add(
    columns.understood,
    'understood',
    () => understoodFormula(ready, list().texts),
    (area) => downLines(area, lines, (line) => (line.meaning(id).understood ? 1 : 0)),
  );
  add(
    columns.made,
    'made',
    () => madeFormula(ready, list().texts, list().places, choices.length),
    (area) => acrossLines(area, lines, madeIn(choices, id)),
  );
  return found;
};

const placeIn = (choices: readonly Choice[], field: FieldId): ((line: RowInHand) => number) => {
  const places = new Map(choices.map((choice, at) => [choice, at + 1]));
  return (line) => {
    const choice = line.choice(field);
    return choice === undefined ? 0 : (places.get(choice) ?? 0);
  };
};

const madeIn =
  (choices: readonly Choice[], field: FieldId) =>
  (line: RowInHand, nth: number): number => {
    const choice = choices[nth];
    return choice !== undefined && line.meaning(field).choices.includes(choice) ? 1 : 0;
  };

const textOf = (line: RowInHand, field: FieldId): string => {
  const { text } = line.meaning(field);
  return isCellError(text) ? cellErrorMark : text;
};

/** The field's list of spellings with their places, as references to the lists sheet. */
const spellings =
  ({ lists, names }: PlanContext, field: FieldId) =>
  (): { texts: string; places: string } => {
    const found = lists.spellings.get(field);
    if (found === undefined) throw new Error(`The lists sheet has no spellings of ${field}`);
    const on = (area: Area) => onSheet(names.lists) + fixedArea(area);
    return { texts: on(found.textArea), places: on(found.placeArea) };
  };
