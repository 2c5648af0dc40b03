import type { Area, Cell, Grid } from '../cell.ts';

/**
 * A sheet as plain data. The core makes it, an adapter draws it; nothing else knows what a sheet looks like.
 * Everything is zero-based; widths are in characters of the default font; colours are named styles, not values.
 */
export interface SheetPlan {
  /** The wished tab name; legal, at most 31 characters. An adapter never renames a sheet of the person. */
  readonly name: string;
  readonly role: SheetRole;
  /** The visible code cell of the sheet, repeated here so that an adapter can find a sheet it has drawn before. */
  readonly code: string;
  readonly visibility: 'visible' | 'hidden';
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  /** In order: a later style lies over an earlier one and leaves what it does not say. */
  readonly styles: readonly { readonly area: Area; readonly style: StyleName }[];
  readonly columnWidths: readonly { readonly column: number; readonly width: number }[];
  readonly hiddenRows: readonly number[];
  readonly validations: readonly Validation[];
  readonly highlights: readonly Highlight[];
  readonly charts: readonly ChartPlan[];
  /** Rows above and columns left of this cell stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Protected without a password, only so that codes are not typed over; the areas listed stay open for typing. */
  readonly protection?: { readonly unlocked: readonly Area[] };
  readonly print?: PrintPlan;
}

export type SheetRole = 'entry' | 'summary' | 'record' | 'guide' | 'check' | 'lists' | 'master';

/** A formula in en-US notation with its leading `=`; one that spills is written into its first cell only. */
export interface Formula {
  readonly formula: string;
  /**
   * What it comes to, as the core has worked it out: one cell, or the whole rectangle over which it spills. Files carry
   * it so that a preview shows numbers; nobody ever reads it back. A spilling formula always has its rectangle.
   */
  readonly result?: Grid;
}

/** Content of a rectangle. Text is written as text: it is never read as a number, a date or a formula. */
export interface Block {
  readonly area: Area;
  readonly content: readonly (readonly (Cell | Formula)[])[];
  /** When true the cells are formatted as text (`@`) before they are written, and stay so. */
  readonly asText?: boolean;
}

/** A named part of the sheet and whose it is. Drawing again never touches the cells of a `person` or `shared` region that already stand. */
export interface Region {
  readonly name: string;
  readonly area: Area;
  readonly belongsTo: 'us' | 'person' | 'shared';
}

export type StyleName =
  | 'title'
  | 'subtitle'
  | 'code'
  | 'note'
  | 'header'
  | 'header-ours'
  | 'label'
  | 'label-alternate'
  | 'input'
  | 'input-alternate'
  | 'input-number'
  | 'input-date'
  | 'ours'
  | 'number'
  | 'decimal'
  | 'percent'
  | 'total'
  | 'date-time';

/** How a sheet is printed: on A4, as wide as one page; the rows repeated at the head of every page, zero-based. */
export interface PrintPlan {
  readonly landscape: boolean;
  readonly area: Area;
  readonly repeatedRows?: { readonly first: number; readonly last: number };
}

/**
 * Help at a cell that never refuses: a drop-down, limits, or only a prompt. `list` is a formula naming a range, e.g.
 * `='Lists'!$A$2:$A$6`; `limits` are of a number, or of a date as ISO days.
 */
export interface Validation {
  readonly area: Area;
  readonly list?: string;
  readonly limits?:
    | { readonly kind: 'integer' | 'decimal'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'date'; readonly from?: string; readonly until?: string };
  readonly alert: { readonly style: 'warning' | 'information'; readonly title: string; readonly text: string };
  readonly prompt: { readonly title: string; readonly text: string };
}

/** A conditional format; `formula` is relative to the top-left cell of `area`. Earlier highlights win over later ones. */
export interface Highlight {
  readonly area: Area;
  readonly formula: string;
  readonly style:
    | 'error'
    | 'warning'
    | 'question'
    | 'done'
    | 'not-applicable'
    | 'copied'
    | 'shown'
    | 'shown-header'
    | 'shown-total';
}

export interface ChartPlan {
  /** Unique on its sheet; an adapter finds its own chart by it. */
  readonly name: string;
  readonly kind: 'stacked-bar' | 'column';
  /** One contiguous range: first row the series' names, first column the categories; series by columns. */
  readonly source: Area;
  readonly title: string;
  /** For people who cannot see it. */
  readonly altText: string;
  readonly place: Area;
}
