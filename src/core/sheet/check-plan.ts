import { fixedRows, groupsOf } from '../instrument/instrument.ts';
import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { anyOf, isFilledText, isOneOf } from '../rules/check-terms.ts';
import { normalTextFormula, placeFormula, verdictFormula } from '../rules/verdict-formula.ts';
import { columnLetters, fixedArea, onSheet } from './a1.ts';
import { areaOf } from './check-layout.ts';
import { blankPlan, block, type PlanContext } from './plan-context.ts';
import type { Block, SheetPlan } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

/**
 * The hidden sheet that marks the entries: one spilled array formula per column. Entries are read through
 * `INDEX(column,first):INDEX(column,last)`, which no inserted row or cut cell can shift.
 */
export const planCheck = (context: PlanContext): SheetPlan => {
  const { instrument, check } = context;
  const plan = blankPlan(context, 'check');
  const formulas: readonly (readonly [Area, string, string])[] = [
    ...instrument.fields.map(
      ({ id }) => [check.verdicts(id), id, verdictFormula(instrument, id, check.terms)] as const,
    ),
    [check.standing, 'standing', standingFormula(context)],
    ...workingFormulas(context),
    ...inOrderFormulas(context),
  ];
  return {
    ...plan,
    blocks: [
      block(0, 0, [[plan.code, null, sheetWords.check]]),
      ...formulas.map(([area, title]) => block(check.entry.headerRow, area.column, [[title]])),
      ...formulas.map(([area, , formula]) => block(area.row, area.column, [[{ formula }]])),
      ...placesInOrder(context),
    ],
    styles: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, style: 'code' }],
  };
};

/** What each entry column holds now, watched from the first row on. */
const watchedColumn = ({ names, check: { entry } }: PlanContext, id: FieldId | '#key'): string => {
  const letters = columnLetters(entry.column(id));
  const column = `${onSheet(names.entry)}${letters}:${letters}`;
  return `INDEX(${column},${entry.firstRow + 1}):INDEX(${column},${entry.firstRow + entry.watchedRows})`;
};

const workingFormulas = (context: PlanContext): readonly (readonly [Area, string, string])[] => {
  const { check, lists, names, instrument } = context;
  const list = (area: Area) => onSheet(names.lists) + fixedArea(area);
  const raw = fixedArea(check.rowPlaceRaw);
  // Of two lines with one key the first keeps it; the other one stands for no row.
  const first = `IFERROR(MATCH(${raw},${raw},0),0)=ROW(${raw})-${check.entry.firstRow}`;
  const filled = instrument.fields.map(({ id }) => isFilledText(check.terms.text(id)));
  return [
    [check.key, 'key', normalTextFormula(watchedColumn(context, '#key'))],
    [
      check.rowPlaceRaw,
      'place of key',
      placeFormula(fixedArea(check.key), list(lists.rowKeys.textArea), list(lists.rowKeys.placeArea)),
    ],
    [check.rowPlace, 'place of row', `=${raw}*(${first})`],
    [check.started, 'started', `=(${check.terms.rowPlace}>0)*${anyOf(filled)}`],
    ...instrument.fields.map(
      ({ id }) => [areaOf(check.texts, id), `${id} text`, normalTextFormula(watchedColumn(context, id))] as const,
    ),
    ...[...lists.spellings].map(
      ([id, { textArea, placeArea }]) =>
        [
          areaOf(check.places, id),
          `${id} place`,
          placeFormula(check.terms.text(id), list(textArea), list(placeArea)),
        ] as const,
    ),
  ];
};

/** How a line stands, for the words in the status column: 0 to do, 1 to fix, 2 to check, 3 done, 4 no row of ours. */
const standingFormula = ({ instrument, check: { verdicts, terms } }: PlanContext): string => {
  const any = (verdict: number) =>
    anyOf(instrument.fields.map(({ id }) => `(${fixedArea(verdicts(id))}=${verdict})`));
  return `=IF(${terms.rowPlace}=0,4,IF(${terms.started}=0,0,IF(${any(2)},1,IF(${any(1)},2,3))))`;
};

const inOrderFormulas = ({ check }: PlanContext): readonly (readonly [Area, string, string])[] => {
  const { inOrder, terms } = check;
  const rows = fixedArea(inOrder.rowPlace);
  return [
    ...[...inOrder.places].map(
      ([id, area]) =>
        [area, `${id} in order`, `=MMULT((${rows}=TRANSPOSE(${terms.rowPlace}))*1,${terms.place(id)})`] as const,
    ),
    ...[...inOrder.values].map(([id, area]) => {
      const place = fixedArea(areaOf(inOrder.places, id));
      const valued = terms.choices(id).flatMap(({ value }, at) => (value === undefined ? [] : [{ at, value }]));
      const value = valued.map(({ at, value }) => `(${place}=${at + 1})*${value}`).join('+');
      const has = isOneOf(
        place,
        valued.map(({ at }) => at + 1),
      );
      return [area, `${id} value in order`, `=IF(${has},${value},"")`] as const;
    }),
  ];
};

const placesInOrder = ({ instrument, check: { inOrder } }: PlanContext): readonly Block[] => {
  const groups = new Map(groupsOf(instrument).map(({ id }, at) => [id, at + 1]));
  return [
    block(
      inOrder.rowPlace.row,
      inOrder.rowPlace.column,
      fixedRows(instrument).map((_, at) => [at + 1]),
    ),
    block(
      inOrder.groupPlace.row,
      inOrder.groupPlace.column,
      fixedRows(instrument).map(({ group }) => [groups.get(group) ?? 0]),
    ),
  ];
};
