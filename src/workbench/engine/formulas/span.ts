/** Some cells of a sheet, ends included; whole columns and rows end at infinity. */
export interface Span {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** Some cells of one sheet. */
export interface Place {
  readonly sheet: string;
  readonly span: Span;
}

export const meets = (a: Span, b: Span): boolean =>
  a.startRow <= b.endRow && b.startRow <= a.endRow && a.startColumn <= b.endColumn && b.startColumn <= a.endColumn;

/** One of the engine's ranges; ends that it leaves open are open here too. */
export const spanOf = (range: Span): Span => ({
  startRow: Number.isNaN(range.startRow) ? 0 : range.startRow,
  endRow: Number.isNaN(range.endRow) ? Infinity : range.endRow,
  startColumn: Number.isNaN(range.startColumn) ? 0 : range.startColumn,
  endColumn: Number.isNaN(range.endColumn) ? Infinity : range.endColumn,
});

/** The smallest span that holds both. */
export const around = (a: Span, b: Span): Span => ({
  startRow: Math.min(a.startRow, b.startRow),
  endRow: Math.max(a.endRow, b.endRow),
  startColumn: Math.min(a.startColumn, b.startColumn),
  endColumn: Math.max(a.endColumn, b.endColumn),
});

export const heightOf = (span: Span): number => span.endRow - span.startRow + 1;
export const widthOf = (span: Span): number => span.endColumn - span.startColumn + 1;
