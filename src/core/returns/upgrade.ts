import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import type { Instrument, Predecessor } from '../instrument/instrument.ts';
import { isRuleOf } from '../rules/rule-of.ts';
import type { AnswerRow, ReturnContent } from './content.ts';
import { moverOf, type PlacedCell, type WhyLeft } from './moved-cell.ts';
import { isBlank } from './same-value.ts';

/** A filled cell that has no place in the newer version, as it stood in the older one. */
export interface LeftCell extends PlacedCell {
  readonly why: WhyLeft;
}

export interface Upgrade {
  readonly content: ReturnContent;
  /** How many cells moved, those included that stayed where they were. */
  readonly moved: number;
  readonly left: readonly LeftCell[];
}

/** An upgrade by one version, with every cell that moved: as it was, and as it is now. */
export interface UpgradeStep extends Upgrade {
  readonly went: readonly { readonly from: PlacedCell; readonly to: PlacedCell }[];
}

/**
 * Moves the answers of a return to the next version of its instrument, as `to.predecessor` says: what kept its id stays,
 * what was renamed moves. A cell that holds a renamed choice moves as the label of the new one; every other value moves
 * as it was typed. Every filled cell either moves or is listed with its value. Where two come to one place the renamed
 * one takes it. Explanations go with their cells where the rule is still there.
 */
export const upgradeContent = (from: Instrument, to: Instrument, content: ReturnContent): UpgradeStep => {
  const move = moverOf(from, to);
  const rows = new Map<RowKey, Record<FieldId, Cell>>();
  const went: { from: PlacedCell; to: PlacedCell }[] = [];
  const left: LeftCell[] = [];
  for (const cell of renamedFirst(cellsOf(content), to.predecessor)) {
    const moved = move(cell);
    if (typeof moved === 'string') {
      left.push({ ...cell, why: moved });
      continue;
    }
    const values = rows.get(moved.row) ?? {};
    rows.set(moved.row, values);
    if (Object.hasOwn(values, moved.field)) {
      left.push({ ...cell, why: 'place-taken' });
      continue;
    }
    values[moved.field] = moved.value;
    went.push({ from: cell, to: moved });
  }
  return {
    content: { rows: answerRows(rows), explanations: explanationsIn(to, content, move, left) },
    moved: went.length,
    left,
    went,
  };
};

const cellsOf = ({ rows }: ReturnContent): readonly PlacedCell[] =>
  rows.flatMap(({ key, values }) =>
    Object.entries(values).flatMap(([field, value]) => (isBlank(value) ? [] : [{ row: key, field, value }])),
  );

const renamedFirst = (cells: readonly PlacedCell[], { rows = {}, fields = {} }: Partial<Predecessor> = {}) => {
  const isRenamed = ({ row, field }: PlacedCell) => Object.hasOwn(rows, row) || Object.hasOwn(fields, field);
  return [...cells.filter(isRenamed), ...cells.filter((cell) => !isRenamed(cell))];
};

const answerRows = (rows: ReadonlyMap<RowKey, Record<FieldId, Cell>>): readonly AnswerRow[] =>
  [...rows].map(([key, values]) => ({ key, values }));

const explanationsIn = (
  to: Instrument,
  { explanations }: ReturnContent,
  move: ReturnType<typeof moverOf>,
  left: readonly PlacedCell[],
) =>
  explanations.flatMap((explanation) => {
    const { row, field, rule } = explanation;
    const isLeft = left.some((cell) => cell.row === row && cell.field === field);
    const moved = move(explanation);
    if (isLeft || typeof moved === 'string' || !isRuleOf(to, rule)) return [];
    return [{ ...explanation, row: moved.row, field: moved.field, value: moved.value }];
  });
