import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { fixedRows, onceKey, type Field, type Instrument } from '../instrument/instrument.ts';
import { readerOf, type FieldReader } from '../instrument/interpret.ts';
import { partsOf } from '../instrument/parts.ts';
import { normalText } from '../instrument/text-normal-form.ts';
import { isBlank } from './same-value.ts';

export interface PlacedCell {
  readonly row: RowKey;
  readonly field: FieldId;
  readonly value: Cell;
}

/** Why a cell has no place in the next version. */
export type WhyLeft =
  | 'row-gone'
  | 'field-gone'
  /** What was chosen is no choice any more; of several, one of them. */
  | 'choice-gone'
  /** Another cell moved to the same place. */
  | 'place-taken';

/** Where a cell stands in the next version, and with what value; or why nowhere. */
export type MovedCell = PlacedCell | WhyLeft;

/**
 * How cells move from one version of an instrument to the next, looked up once for a whole return; see
 * `upgradeContent`. Choices do not depend on the round here: terms, schools and items move as typed.
 */
export const moverOf = (from: Instrument, to: Instrument): ((cell: PlacedCell) => MovedCell) => {
  const moves = to.predecessor ?? { version: from.version };
  const rowMoves = mapOf(moves.rows);
  const fieldMoves = mapOf(moves.fields);
  const keys = new Set(fixedRows(to).map(({ key }) => key));
  const hasRow = (key: RowKey) => (to.rows.kind === 'open' ? from.rows.kind === 'open' : keys.has(key));
  const revalue = new Map<FieldId, (value: Cell) => Cell | undefined>();

  return ({ row, field, value }) => {
    const isOnce = row === onceKey;
    const newRow = isOnce || !rowMoves.has(row) ? row : rowMoves.get(row);
    if (newRow === undefined || newRow === null || !(isOnce || hasRow(newRow))) return 'row-gone';
    const newId = fieldMoves.has(field) ? fieldMoves.get(field) : field;
    const newField = (isOnce ? to.once : to.fields)?.find(({ id }) => id === newId);
    if (newField === undefined) return 'field-gone';
    if (isBlank(value)) return { row: newRow, field: newField.id, value };
    const oldField = (isOnce ? from.once : from.fields)?.find(({ id }) => id === field);
    const now = revalue.get(field) ?? revaluerOf(oldField, newField, mapOf(moves.choices?.[field]));
    revalue.set(field, now);
    const newValue = now(value);
    return newValue === undefined ? 'choice-gone' : { row: newRow, field: newField.id, value: newValue };
  };
};

const mapOf = (moves: Readonly<Record<string, string | null>> = {}) => new Map(Object.entries(moves));

/** What a value becomes; `undefined` where a choice that it names is gone. */
const revaluerOf = (
  from: Field | undefined,
  to: Field,
  moves: ReadonlyMap<string, string | null>,
): ((value: Cell) => Cell | undefined) => {
  if (from?.choices === undefined || to.choices === undefined) return (value) => value;
  const anyYear = { academicYear: '200001' };
  const [before, after] = [readerOf(from, anyYear), readerOf(to, anyYear)];
  const one = (value: Cell) => movedChoice(value, before, after, moves);
  if (from.kind !== 'choices') return one;
  return (value) => {
    const parts = partsOf(normalText(value));
    const now = parts.map(one);
    if (now.includes(undefined)) return undefined;
    return now.every((part, at) => part === parts[at]) ? value : [...new Set(now)].join('; ');
  };
};

/** One choice: as typed while that still means it, else as the label of what it is now. Not understood: as typed. */
const movedChoice = (
  value: Cell,
  before: FieldReader,
  after: FieldReader,
  moves: ReadonlyMap<string, string | null>,
): Cell | undefined => {
  const old = before.read(value).choices[0];
  if (old === undefined) return value;
  const renamed = moves.get(old.code);
  const code = renamed === undefined ? old.code : renamed;
  const now = after.choices.find((choice) => choice.code === code);
  if (now === undefined) return undefined;
  return renamed === undefined && after.read(value).choices[0] === now ? value : now.label;
};
