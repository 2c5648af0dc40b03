import { fixedRows, groupsOf } from '../instrument/instrument.ts';
import type { Area, Cell, Grid } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { isOneOf } from '../rules/check-terms.ts';
import { fixedArea } from './a1.ts';
import type { CheckFormula } from './check-formula.ts';
import { columnsOf, type InOrder } from './check-layout.ts';
import { block, type PlanContext } from './plan-context.ts';
import type { Block } from './sheet-plan.ts';

/**
 * The "in order" columns of fixed rows: what the working columns hold, moved to the instrument's own order by a matrix
 * with a 1 where a row stands in a line. `worked` are the working columns with what they come to.
 */
export const orderedFormulas = (
  context: PlanContext,
  inOrder: InOrder,
  worked: readonly CheckFormula[],
): readonly CheckFormula[] => {
  const { check } = context;
  const matrix = `(${fixedArea(inOrder.rowPlace)}=TRANSPOSE(${check.terms.rowPlace}))*1`;
  const lines = inInstrumentOrder(context);
  const resultOf = (area: Area): Grid => {
    const result = worked.find((one) => one.area.column === area.column && one.area.row === area.row)?.result ?? [];
    const nothing = Array<Cell>(area.columns).fill(0);
    return lines.map((line) => result[line] ?? nothing);
  };
  const moved = (from: Area | undefined, to: Area | undefined, title: string): readonly CheckFormula[] =>
    from === undefined || to === undefined
      ? []
      : [
          {
            area: to,
            title: `${title} in order`,
            formula: `=MMULT(${matrix},${fixedArea(from)})`,
            result: resultOf(from),
          },
        ];
  const movedNumbers = (from: Area | undefined, to: Area | undefined, title: string): readonly CheckFormula[] => {
    if (from === undefined) return [];
    const number = `ISNUMBER(${fixedArea(from)})`;
    const formula = `=IF(MMULT(${matrix},${number}*1)>0,MMULT(${matrix},IF(${number},${fixedArea(from)},0)),"")`;
    return moved(from, to, title).map((one) => ({ ...one, formula }));
  };
  return [
    ...moved(check.started, inOrder.started, 'started'),
    ...[...inOrder.fields].flatMap(([id, to]) => {
      const from = columnsOf(check.fields, id);
      return [
        ...moved(from.place, to.place, `${id} place`),
        ...moved(from.made, to.made, `${id} made`),
        ...moved(from.understood, to.understood, `${id} understood`),
        ...movedNumbers(from.number, to.number, `${id} number`),
      ];
    }),
    ...[...inOrder.derived].flatMap(([id, to]) => moved(check.derived.get(id), to, id)),
    ...[...inOrder.values].map(([id, area]) => valueFormula(context, inOrder, id, area)),
  ];
};

/** Which line of the entry sheet each row of the instrument stands in, counted from 0; -1 for none. */
const inInstrumentOrder = ({ instrument, keys }: PlanContext): readonly number[] =>
  fixedRows(instrument).map(({ key }) => keys.indexOf(key));

/** The value of the choice made; "" where there is none or it has no value. */
const valueFormula = (context: PlanContext, inOrder: InOrder, field: FieldId, area: Area): CheckFormula => {
  const { check, inHand } = context;
  const places = inOrder.fields.get(field)?.place;
  if (places === undefined) throw new Error(`The check sheet has no places of ${field} in order`);
  const place = fixedArea(places);
  const valued = check.terms.choices(field).flatMap(({ value }, at) => (value === undefined ? [] : [{ at, value }]));
  const value = valued.map(({ at, value }) => `(${place}=${at + 1})*${value}`).join('+');
  const has = isOneOf(
    place,
    valued.map(({ at }) => at + 1),
  );
  return {
    area,
    title: `${field} value in order`,
    formula: `=IF(${has},${value},"")`,
    result: inInstrumentOrder(context).map((line) => [inHand.lines[line]?.choice(field)?.value ?? '']),
  };
};

/** The rows of the instrument and their groups, as numbers counted from 1. */
export const placesInOrder = ({ instrument }: PlanContext, { rowPlace, groupPlace }: InOrder): readonly Block[] => {
  const groups = new Map(groupsOf(instrument).map(({ id }, at) => [id, at + 1]));
  const rows = fixedRows(instrument);
  return [
    block(
      rowPlace.row,
      rowPlace.column,
      rows.map((_, at) => [at + 1]),
    ),
    block(
      groupPlace.row,
      groupPlace.column,
      rows.map(({ group }) => [groups.get(group) ?? 0]),
    ),
  ];
};
