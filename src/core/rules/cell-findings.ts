import type { Cell } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import type { Field, Rule } from '../instrument/instrument.ts';
import { cellErrorRule, isCellError } from './cell-error.ts';
import { type Finding, withoutFollowOns } from './follow-ons.ts';
import type { IdentifierGuard } from './identifiers/identifier-guard.ts';
import type { ReadyRule } from './kinds/all-kinds.ts';
import type { RowInHand } from './row-in-hand.ts';

/** What is told about one field's cell in a row, in: the row, and the rules across rows that found something in it. */
export type CellFindings = (row: RowInHand, across: readonly Rule[]) => readonly Finding[];

/**
 * The findings of one field. A survey holds tens of thousands of cells and few different ones: where nothing but the
 * cell itself was asked, what was found is remembered by the cell's value, and no rule is asked of that value again.
 * Texts, decimals and days are as good as all different, and rules across rows look elsewhere by nature: those are
 * asked every time.
 */
export const cellFindings = (field: Field, rules: readonly ReadyRule[], guard: IdentifierGuard): CellFindings => {
  const find = found(field, rules, guard);
  if (allDifferent.includes(field.kind) || rules.some(({ across }) => across !== undefined)) return find;
  const known = new Map<Cell, readonly Finding[] | typeof elsewhere>();
  return (row, across) => {
    const value = row.cell(field.id);
    const before = known.get(value);
    if (before === elsewhere) return find(row, across);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) return find(row, across);
    const watched = watchedRow(row, field.id);
    const findings = find(watched.row, across);
    known.set(value, watched.askedElsewhere() ? elsewhere : findings);
    return findings;
  };
};

const allDifferent: readonly Field['kind'][] = ['text', 'decimal', 'date'];

/** What is found at a value goes by more than the value. */
const elsewhere = 'elsewhere';

/** Few enough to keep whatever is typed. */
const mostRemembered = 10_000;

const found =
  (field: Field, rules: readonly ReadyRule[], guard: IdentifierGuard): CellFindings =>
  (row, across) => {
    const value = row.cell(field.id);
    if (isCellError(value)) return cellError;
    // Nearly all cells are right: nothing is made for those.
    let broken: Rule[] | undefined;
    for (const { rule, alone } of rules)
      if (alone === undefined ? across.includes(rule) : alone(row)) (broken ??= []).push(rule);
    const identifier = value === null ? undefined : guard(field, row);
    if (broken === undefined && identifier === undefined) return nothing;
    return withoutFollowOns(broken ?? [], row.meaning(field.id).understood, identifier);
  };

const nothing: readonly never[] = [];
const cellError: readonly Finding[] = [{ id: cellErrorRule, severity: 'error' }];

/** A row that tells afterwards whether anything but the cell of one field was asked of it. */
const watchedRow = (
  row: RowInHand,
  own: FieldId,
): { readonly row: RowInHand; readonly askedElsewhere: () => boolean } => {
  let asked = false;
  const watched =
    <Said>(say: (field: FieldId) => Said) =>
    (field: FieldId): Said => {
      if (field !== own) asked = true;
      return say(field);
    };
  return {
    row: {
      cell: watched(row.cell),
      meaning: watched(row.meaning),
      filled: watched(row.filled),
      choice: watched(row.choice),
      get key() {
        asked = true;
        return row.key;
      },
      get started() {
        asked = true;
        return row.started;
      },
    },
    askedElsewhere: () => asked,
  };
};
