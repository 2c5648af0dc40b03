import type { Area } from '#core/cell.ts';
import type { Model } from '../engine/model.ts';
import { contains, intersection, sameArea } from './address.ts';

/** What Excel keeps in a workbook and the engine has no place for: plain JSON in `model.attachments`, saved with it. */
export interface Attachments {
  /** By sheet id; a sheet that is not listed is not protected. */
  protection: Record<string, SheetProtection>;
  /** By sheet id, oldest first: the last rule that covers a cell counts. Cells without a rule are locked. */
  locks: Record<string, LockRule[]>;
  charts: ChartNote[];
  /** The workbook's own document properties. */
  properties: { key: string; value: string | number | boolean }[];
  xmlParts: { id: string; xml: string }[];
  /** By sheet id, `#rrggbb`. */
  tabColours: Record<string, string>;
  /** Sheets hidden so that only code can show them again. */
  veryHidden: Record<string, true>;
  /** How sheets are printed, by sheet id; what is missing is as Excel begins. */
  print: Record<string, PrintNote>;
  /**
   * By sheet id, the area that a person has filtered, with its headings: rows of it that do not show are hidden by the
   * filter. A sheet that is not listed is not filtered.
   */
  filters: Record<string, Area>;
  /** Whether something has changed since the workbook was last saved. */
  dirty: boolean;
}

export interface SheetProtection {
  /** Excel's own names: `allowFormatCells`, `allowSort`, ... */
  readonly options: Readonly<Record<string, unknown>>;
  readonly password?: string;
}

/** Zero-based rows and areas; `zoom` as Excel takes it. */
export interface PrintNote {
  readonly orientation?: 'Portrait' | 'Landscape';
  readonly paperSize?: string;
  readonly zoom?: Readonly<Record<string, number>>;
  readonly area?: Area;
  readonly titleRows?: { readonly first: number; readonly last: number };
}

export interface LockRule {
  readonly area: Area;
  readonly locked: boolean;
}

export interface ChartNote {
  readonly id: string;
  readonly sheet: string;
  name: string;
  /** Excel's chart type, e.g. `ColumnClustered`, `BarStacked`, `Line`. */
  type: string;
  title: string;
  titleVisible: boolean;
  source: { readonly sheet: string; readonly area: Area };
  seriesBy: 'Columns' | 'Rows';
  place: ChartPlace;
}

/** Where a chart floats. A number (points) wins over a cell; without `to` or a size it is 360 × 216 points. */
export interface ChartPlace {
  /** The top-left corner of this cell. */
  readonly from?: { readonly row: number; readonly column: number };
  /** The bottom-right corner of this cell. */
  readonly to?: { readonly row: number; readonly column: number };
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

/** The attachments of a workbook, to read and to change in place. Missing ones are filled in as empty. */
export function attachmentsOf(model: Model): Attachments {
  const kept = model.attachments as Partial<Attachments>;
  kept.protection ??= {};
  kept.locks ??= {};
  kept.charts ??= [];
  kept.properties ??= [];
  kept.xmlParts ??= [];
  kept.tabColours ??= {};
  kept.veryHidden ??= {};
  kept.print ??= {};
  kept.filters ??= {};
  kept.dirty ??= false;
  return kept as Attachments;
}

/**
 * Whether a person may type into a cell: the sheet is not protected, or the cell is not locked. The page asks this
 * before it lets anybody edit, paste or clear.
 */
export function mayType(
  model: Model,
  sheet: string,
  cell: { readonly row: number; readonly column: number },
): boolean {
  const area = { row: cell.row, column: cell.column, rows: 1, columns: 1 };
  return !attachmentsOf(model).protection[sheet] || lockedIn(model, sheet, area) === false;
}

/** Whether the cells of an area are locked: all, none, or `null` for a mixture. */
export function lockedIn(model: Model, sheet: string, area: Area): boolean | null {
  let uncovered: Area[] = [area];
  const found = new Set<boolean>();
  for (const rule of [...(attachmentsOf(model).locks[sheet] ?? [])].reverse()) {
    if (!uncovered.some((part) => intersection(part, rule.area))) continue;
    found.add(rule.locked);
    uncovered = uncovered.flatMap((part) => without(part, rule.area));
    if (uncovered.length === 0 || found.size === 2) break;
  }
  if (uncovered.length > 0) found.add(true);
  return found.size === 2 ? null : found.has(true);
}

/** Locks or unlocks the cells of an area; rules that it hides altogether are forgotten. */
export function setLocked(model: Model, sheet: string, area: Area, locked: boolean): void {
  const locks = attachmentsOf(model).locks;
  const rest = (locks[sheet] ?? []).filter((rule) => !contains(area, rule.area));
  const last = rest.at(-1);
  if (last && last.locked === locked && contains(last.area, area)) return;
  const joined = last && last.locked === locked ? union(last.area, area) : undefined;
  locks[sheet] = joined ? [...rest.slice(0, -1), { area: joined, locked }] : [...rest, { area, locked }];
}

/** Two areas that make one rectangle when put side by side. */
function union(a: Area, b: Area): Area | undefined {
  if (sameArea({ ...a, row: 0, rows: 1 }, { ...b, row: 0, rows: 1 }) && a.row + a.rows === b.row)
    return { ...a, rows: a.rows + b.rows };
  if (sameArea({ ...a, column: 0, columns: 1 }, { ...b, column: 0, columns: 1 }) && a.column + a.columns === b.column)
    return { ...a, columns: a.columns + b.columns };
  return undefined;
}

/** What is left of an area when another is cut out of it. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const below = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  return [
    { ...area, rows: cut.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...cut, column: area.column, columns: cut.column - area.column },
    { ...cut, column: right, columns: area.column + area.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Forgets what belonged to a sheet that is no more. */
export function forgetSheet(model: Model, sheet: string): void {
  const kept = attachmentsOf(model);
  for (const bySheet of [kept.protection, kept.locks, kept.tabColours, kept.veryHidden, kept.print, kept.filters])
    delete bySheet[sheet];
  kept.charts = kept.charts.filter((chart) => chart.sheet !== sheet);
}

/** Moves locks, filters and charts along when rows or columns are inserted (`count` > 0) or deleted (`count` < 0) at `at`. */
export function shiftAttachments(
  model: Model,
  sheet: string,
  axis: 'row' | 'column',
  at: number,
  count: number,
): void {
  const kept = attachmentsOf(model);
  const moved = (area: Area): Area | undefined => shiftedArea(area, axis, at, count);
  kept.locks[sheet] = (kept.locks[sheet] ?? []).flatMap(({ area, locked }) => {
    const to = moved(area);
    return to ? [{ area: to, locked }] : [];
  });
  const filtered = kept.filters[sheet];
  const filter = filtered && moved(filtered);
  if (filter) kept.filters[sheet] = filter;
  else delete kept.filters[sheet];
  const print = kept.print[sheet];
  if (print) kept.print[sheet] = shiftedPrint(print, axis, at, count);
  for (const chart of kept.charts) {
    if (chart.source.sheet === sheet) chart.source = { sheet, area: moved(chart.source.area) ?? chart.source.area };
    if (chart.sheet !== sheet) continue;
    const corner = (cell: { row: number; column: number } | undefined) => {
      if (!cell) return undefined;
      const to = moved({ ...cell, rows: 1, columns: 1 });
      return {
        row: to?.row ?? (axis === 'row' ? at : cell.row),
        column: to?.column ?? (axis === 'column' ? at : cell.column),
      };
    };
    const [from, to] = [corner(chart.place.from), corner(chart.place.to)];
    chart.place = { ...chart.place, ...(from && { from }), ...(to && { to }) };
  }
}

function shiftedPrint({ area, titleRows, ...rest }: PrintNote, axis: 'row' | 'column', at: number, count: number) {
  const printed = area && shiftedArea(area, axis, at, count);
  const rows = titleRows && {
    row: titleRows.first,
    column: 0,
    rows: titleRows.last - titleRows.first + 1,
    columns: 1,
  };
  const repeated = rows && (axis === 'row' ? shiftedArea(rows, axis, at, count) : rows);
  return {
    ...rest,
    ...(printed && { area: printed }),
    ...(repeated && { titleRows: { first: repeated.row, last: repeated.row + repeated.rows - 1 } }),
  };
}

function shiftedArea(area: Area, axis: 'row' | 'column', at: number, count: number): Area | undefined {
  const size = axis === 'row' ? 'rows' : 'columns';
  const shift = (edge: number): number => {
    if (count >= 0) return edge > at ? edge + count : edge;
    return edge <= at ? edge : Math.max(at, edge + count);
  };
  // An insertion exactly at the start pushes the whole area; one inside stretches it.
  const start = count > 0 && area[axis] === at ? at + count : shift(area[axis]);
  const end = shift(area[axis] + area[size]);
  return end > start ? { ...area, [axis]: start, [size]: end - start } : undefined;
}
