import type { Area, Cell } from '#core/cell.ts';

/**
 * The spreadsheet behind the stand-in host: it stores, calculates and draws, and knows nothing of Excel's API or its
 * rules (those are the protocol's). Univer stands behind it today; whatever does tomorrow passes `model.contract`.
 * Sheets are named by stable ids. Everything is zero-based. Formulas are en-US with a leading `=`.
 */
export interface Model {
  readonly sheets: ModelSheets;
  readonly cells: ModelCells;
  readonly looks: ModelLooks;
  /** Resolves when every formula that an earlier write touched has its value. */
  settled(): Promise<void>;
  /** Something a person did in the grid; the model's own writes through this interface are not reported. */
  onPersonEdit(listener: (edit: PersonEdit) => void): () => void;
  /** The whole workbook as JSON data, and back: `openModel(snapshot)`. Holds cells, formats and `attachments`. */
  snapshot(): ModelSnapshot;
  /** Plain JSON kept in the snapshot for what the engine itself has no place for (charts, protection, properties …). */
  readonly attachments: Record<string, unknown>;
  dispose(): void;
}

export type ModelSnapshot = Readonly<Record<string, unknown>>;

export interface ModelSheets {
  list(): readonly { readonly id: string; readonly name: string; readonly hidden: boolean }[];
  /** Adds at the end with at least 1,000 rows × 60 columns; grows on demand when something is written outside. Answers the new id. */
  add(name: string): string;
  /** Also rewrites formulas, validations and conditional formats that name the sheet. */
  rename(id: string, name: string): void;
  remove(id: string): void;
  setHidden(id: string, hidden: boolean): void;
  move(id: string, index: number): void;
  active(): string;
  activate(id: string): void;
  /** The selected ranges on the active sheet, the primary first. */
  selection(): readonly Area[];
  select(id: string, area: Area): void;
}

/** What is stored in a cell. `value` is a formula's result where there is one; errors are their text ("#N/A"). */
export interface ModelCell {
  readonly value: Cell;
  readonly formula?: string;
  /** True where `value` is part of a spilled array whose anchor is another cell. */
  readonly spilled?: boolean;
  /** Number format code; `General` when none, `@` for text. */
  readonly format: string;
  /** As displayed. */
  readonly text: string;
}

/** What to put in a cell, already coerced: text stays text, whatever it looks like. `undefined` leaves a cell alone. */
export type ModelWrite = { readonly value: Cell } | { readonly formula: string } | undefined;

export interface ModelCells {
  read(sheet: string, area: Area): readonly (readonly ModelCell[])[];
  write(sheet: string, area: Area, content: readonly (readonly ModelWrite[])[]): void;
  setFormat(sheet: string, area: Area, format: string): void;
  clear(sheet: string, area: Area, what: 'contents' | 'formats' | 'all'): void;
  /** The smallest rectangle from the first to the last cell with content (or with a format, unless `valuesOnly`); `undefined` when blank. */
  used(sheet: string, valuesOnly: boolean): Area | undefined;
  insertRows(sheet: string, at: number, count: number): void;
  deleteRows(sheet: string, at: number, count: number): void;
  insertColumns(sheet: string, at: number, count: number): void;
  /** Sorts whole rows of the area by one of its columns, as a person would. */
  sort(sheet: string, area: Area, column: number, ascending: boolean): void;
}

export interface CellLook {
  readonly fill?: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly wrap?: boolean;
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly horizontal?: 'left' | 'centre' | 'right';
  readonly border?: { readonly colour: string };
}

export interface ModelValidation {
  readonly type: 'none' | 'list' | 'custom' | 'wholeNumber' | 'decimal' | 'textLength' | 'date';
  /** For a list: `a,b,c` or `=Sheet!$A$1:$A$3`. */
  readonly formula1?: string;
  readonly formula2?: string;
  readonly operator?: string;
  readonly inCellDropDown?: boolean;
  readonly ignoreBlanks: boolean;
  readonly alert?: {
    readonly show: boolean;
    readonly style: string;
    readonly title: string;
    readonly message: string;
  };
  readonly prompt?: { readonly show: boolean; readonly title: string; readonly message: string };
}

export interface ModelHighlight {
  readonly id: string;
  readonly area: Area;
  /** Relative to the top-left cell of `area`. */
  readonly formula: string;
  readonly fill?: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly stopIfTrue: boolean;
}

export interface ModelLooks {
  setLook(sheet: string, area: Area, look: CellLook): void;
  /** Of the top-left cell, without conditional formats. */
  look(sheet: string, cell: { row: number; column: number }): CellLook;
  /** The fill a person sees in a cell: conditional formats included. `undefined` for none. */
  shownFill(sheet: string, cell: { row: number; column: number }): string | undefined;
  /** Pixels. */
  setColumnWidth(sheet: string, column: number, count: number, pixels: number): void;
  columnWidth(sheet: string, column: number): number;
  setRowHeight(sheet: string, row: number, count: number, pixels: number): void;
  setRowsHidden(sheet: string, row: number, count: number, hidden: boolean): void;
  setColumnsHidden(sheet: string, column: number, count: number, hidden: boolean): void;
  rowHidden(sheet: string, row: number): boolean;
  freeze(sheet: string, rows: number, columns: number): void;
  frozen(sheet: string): { readonly rows: number; readonly columns: number };
  setGridLines(sheet: string, shown: boolean): void;
  setValidation(sheet: string, area: Area, validation: ModelValidation): void;
  /** The validation of each distinct part that meets the area; cells without one are not listed. */
  validations(sheet: string, area: Area): readonly { readonly area: Area; readonly validation: ModelValidation }[];
  clearValidation(sheet: string, area: Area): void;
  /** The newest comes first in `highlights`, as in Excel (priority 0). */
  addHighlight(sheet: string, highlight: Omit<ModelHighlight, 'id'>): string;
  highlights(sheet: string): readonly ModelHighlight[];
  removeHighlight(sheet: string, id: string): void;
}

export type PersonEdit =
  | { readonly kind: 'cells'; readonly sheet: string; readonly area: Area }
  | {
      readonly kind: 'rows-inserted' | 'rows-deleted' | 'columns-inserted' | 'columns-deleted';
      readonly sheet: string;
      readonly area: Area;
    }
  | { readonly kind: 'format'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'sheet-activated' | 'sheet-added' | 'sheet-removed' | 'sheet-renamed'; readonly sheet: string }
  | { readonly kind: 'selection'; readonly sheet: string; readonly areas: readonly Area[] };
