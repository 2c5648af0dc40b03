import type { Area, Cell } from '#core/cell.ts';
import type { ModelCell, ModelWrite } from '../../engine/model.ts';
import { coerce, dependsOnFormat } from '../coercion.ts';
import { HostError, invalidArgument } from '../errors.ts';
import { valueOf } from '../events.ts';
import {
  requireBounded,
  requireNotFiltered,
  requireOneOf,
  requirePermitted,
  requireText,
  requireUnlocked,
} from '../guards.ts';
import type { Work } from '../work.ts';
import { wrongShape, type RangeObject } from './range-shape.ts';

/** Excel gives no more cells at once (rule 19). */
const maxCellsRead = 5_000_000;

const blank: ModelCell = { value: null, format: 'General', text: '' };

const readings = new WeakMap<
  RangeObject,
  { readonly turn: number; readonly cells: readonly (readonly ModelCell[])[] }
>();

/** The cells of a range, read once for all properties that one query wants. */
function cellsOf(range: RangeObject, work: Work): readonly (readonly ModelCell[])[] {
  const known = readings.get(range);
  if (known?.turn === work.turn) return known.cells;
  const { sheet, area } = range;
  if (area.rows * area.columns > maxCellsRead) {
    throw new HostError(
      'RangeExceedsLimit',
      'The cell count in the range has exceeded the maximum supported number.',
    );
  }
  const used = work.model.cells.used(sheet, false);
  const rows = Math.min(area.rows, Math.max(0, (used ? used.row + used.rows : 0) - area.row));
  const columns = Math.min(area.columns, Math.max(0, (used ? used.column + used.columns : 0) - area.column));
  const read = rows && columns ? work.model.cells.read(sheet, { ...area, rows, columns }) : [];
  const emptyRow = (count: number) => Array.from({ length: count }, () => blank);
  const cells =
    rows === area.rows && columns === area.columns
      ? read
      : Array.from({ length: area.rows }, (_, row) => {
          const line = read[row] ?? [];
          return line.length === area.columns ? line : [...line, ...emptyRow(area.columns - line.length)];
        });
  readings.set(range, { turn: work.turn, cells });
  return cells;
}

const each =
  (part: (cell: ModelCell) => unknown) =>
  (range: RangeObject, work: Work): unknown[][] =>
    cellsOf(range, work).map((row) => row.map(part));

/** Blanks are `''`, dates serial numbers, errors their text (rule 17). */
export const values = each((cell) => cell.value ?? '');
/** A spilled value has no formula of its own. */
export const formulas = each((cell) => cell.formula ?? (cell.spilled ? '' : (cell.value ?? '')));
export const text = each((cell) => cell.text);
export const numberFormats = each((cell) => cell.format);

/** Writes values or formulas, as a table of the range's shape or one for all cells (rules 12-16). */
export function setContent(range: RangeObject, input: unknown, work: Work): void {
  const { sheet, area } = range;
  if (input === null || input === undefined) throw invalidArgument();
  requireBounded(area);
  const table = spread(input, area);
  requireUnlocked(work, sheet, area);
  requireNotFiltered(work, sheet, area);
  const formats = table.some((row) => row.some((cell) => dependsOnFormat(cell, work.year)))
    ? work.model.cells.read(sheet, area)
    : undefined;
  const shown: (string | null)[][] = table.map((row) => row.map(() => null));
  let touched = false;
  const content = table.map((row, y) =>
    row.map((cell, x): ModelWrite => {
      const coerced = coerce(cell, formats?.[y]?.[x]?.format ?? 'General', work.year);
      if (coerced.kind === 'refused') throw invalidArgument(coerced.why);
      if (coerced.kind === 'leave') return undefined;
      touched = true;
      if (coerced.kind === 'formula') return { formula: coerced.formula };
      if (coerced.format !== undefined) shown[y]?.splice(x, 1, coerced.format);
      return { value: coerced.value };
    }),
  );
  if (!touched) return;
  work.changing();
  const single = area.rows === 1 && area.columns === 1;
  if (single) work.writes.flush();
  const before = single ? valueOf(work.model, sheet, area) : undefined;
  work.writes.write(sheet, area, content);
  const parts = uniformParts(shown, area);
  if (parts.length > 0) work.writes.flush();
  for (const part of parts) work.model.cells.setFormat(sheet, part.area, formatText(part.of));
  work.happened({ kind: 'changed', sheet, area, ...(before !== undefined && { before }) });
}

/** Number formats, as a table of the range's shape or one for all cells; `null` leaves a cell's format. */
export function setNumberFormats(range: RangeObject, input: unknown, work: Work): void {
  const { sheet, area } = range;
  if (input === null || input === undefined) throw invalidArgument();
  requireBounded(area);
  const table = Array.isArray(input) ? spread(input, area) : undefined;
  requirePermitted(work, sheet, 'allowFormatCells');
  work.changing();
  if (!table) work.model.cells.setFormat(sheet, area, formatText(input));
  else
    for (const part of uniformParts(table, area)) work.model.cells.setFormat(sheet, part.area, formatText(part.of));
  work.happened({ kind: 'changed', sheet, area });
}

const formatText = (format: unknown): string => requireText(format) || 'General';

/** Rectangles of equal entries: runs along a row, joined with the same run of the row above. */
function uniformParts(table: readonly (readonly unknown[])[], area: Area): { area: Area; of: unknown }[] {
  const parts: { area: Area; of: unknown }[] = [];
  const open = new Map<string, { area: Area; of: unknown }>();
  table.forEach((row, y) => {
    for (let start = 0; start < row.length;) {
      let end = start + 1;
      while (end < row.length && row[end] === row[start]) end += 1;
      const key = `${start}:${end}`;
      const above = open.get(key);
      if (above && above.of === row[start] && above.area.row + above.area.rows === area.row + y) {
        above.area = { ...above.area, rows: above.area.rows + 1 };
      } else if (row[start] !== null) {
        const part = {
          area: { row: area.row + y, column: area.column + start, rows: 1, columns: end - start },
          of: row[start],
        };
        parts.push(part);
        open.set(key, part);
      }
      start = end;
    }
  });
  return parts;
}

/** Rule 12: a table must have the range's shape; a single value goes into every cell. */
function spread(input: unknown, area: Area): readonly (readonly unknown[])[] {
  if (!Array.isArray(input)) return Array.from({ length: area.rows }, () => Array<unknown>(area.columns).fill(input));
  const fits = input.length === area.rows && input.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw wrongShape();
  return input as unknown[][];
}

/** `range.clear(applyTo)`: all, the contents or the formats. */
export function clear(range: RangeObject, args: readonly unknown[], work: Work): void {
  const { sheet, area } = range;
  const what = requireOneOf(args[0] ?? 'All', ['All', 'Contents', 'Formats'] as const);
  if (what !== 'Formats') {
    requireUnlocked(work, sheet, area);
    requireNotFiltered(work, sheet, area);
  }
  if (what !== 'Contents') requirePermitted(work, sheet, 'allowFormatCells');
  work.changing();
  const before = area.rows === 1 && area.columns === 1 ? valueOf(work.model, sheet, area) : undefined;
  work.model.cells.clear(sheet, area, ({ All: 'all', Contents: 'contents', Formats: 'formats' } as const)[what]);
  work.happened({ kind: 'changed', sheet, area, ...(before !== undefined && { before }) });
}

/** What a cell's content is worth to a rule: blanks are `null`. */
export const plainValues = (range: RangeObject, work: Work): readonly (readonly Cell[])[] =>
  cellsOf(range, work).map((row) => row.map((cell) => cell.value));
