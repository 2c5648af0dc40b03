import type { Area, Cell, Grid } from '#core/cell.ts';
import type { Result } from '#core/result.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';

/**
 * The workbook as the rest of the product sees it: plain data in and out. Two adapters: Office.js and an .xlsx file.
 * No operation half-answers: it returns a value or one `WorkbookFailure`; every one may be called again.
 */
export interface Workbook {
  /** All sheets with the top-left corner of each, 12 rows by 16 columns, so that the core can say what each sheet is. */
  survey(): Promise<Result<readonly SheetGlance[], WorkbookFailure>>;
  /**
   * Draws plans in the order given: a sheet that `at` names is drawn over, another one is added. Person-owned and
   * shared regions of a sheet that already stands keep what is in them. Nothing is drawn where `mayDrawOver` fails.
   */
  draw(plans: readonly PlacedPlan[]): Promise<Result<readonly SheetId[], WorkbookFailure>>;
  /** Fails as `draw` would where rows of one of these sheets are hidden by a filter. Changes nothing. */
  mayDrawOver(sheets: readonly SheetId[]): Promise<Result<void, WorkbookFailure>>;
  /**
   * What sheets that stand do not show any more of their plans, as far as this workbook can tell; drawing the plans over
   * them mends it. Plans without `at` are passed over. Changes nothing.
   */
  lost(plans: readonly PlacedPlan[]): Promise<Result<readonly Loss[], WorkbookFailure>>;
  /** Values of a sheet from A1 to the end of what is used; an empty sheet gives an empty grid. */
  read(sheet: SheetId): Promise<Result<Grid, WorkbookFailure>>;
  /** Writes single cells, in order. The same changes applied twice leave the workbook as once. */
  apply(changes: readonly CellChange[]): Promise<Result<void, WorkbookFailure>>;
  /** Brings a sheet to the front and, when given, selects a cell on it. */
  show(sheet: SheetId, cell?: Spot): Promise<Result<void, WorkbookFailure>>;
  /** Where the person stands, or `undefined` when nothing sensible is selected. */
  selection(): Promise<Result<{ readonly sheet: SheetId; readonly cell: Spot } | undefined, WorkbookFailure>>;
  /**
   * Calls back with hints that something may have changed; a hint may be lost, repeated or late. Own writes are not
   * hinted. Answers a function that stops it.
   */
  watch(onHint: (hint: WorkbookHint) => void): Promise<Result<() => Promise<void>, WorkbookFailure>>;
  /** A hidden note in the workbook that only confirms or can be rebuilt; `undefined` when there is none. */
  note(name: NoteName): Promise<Result<string | undefined, WorkbookFailure>>;
  /** Replaces the note, or removes it with `undefined`. */
  setNote(name: NoteName, text: string | undefined): Promise<Result<void, WorkbookFailure>>;
  /** Whether the file holds what the screen shows, where the host can tell. */
  saved(): Promise<Result<'saved' | 'unsaved' | 'unknown', WorkbookFailure>>;
}

/** A sheet's own id, stable over renaming and moving within one open workbook. */
export type SheetId = string;

export interface Spot {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
}

export interface SheetGlance {
  readonly id: SheetId;
  readonly name: string;
  readonly visible: boolean;
  readonly corner: Grid;
}

export interface PlacedPlan {
  readonly plan: SheetPlan;
  readonly at?: SheetId;
}

/**
 * A kind of loss and how much of it: cells with other `words` or without their `formulas`, rows in which `help` (drop-downs,
 * limits, prompts) is gone somewhere, columns with lost `colours`, columns in which cells of people are no longer formatted as text (`text-format`), `hidden-rows`
 * that show.
 */
export interface Loss {
  readonly kind: 'words' | 'formulas' | 'help' | 'colours' | 'text-format' | 'hidden-rows';
  readonly count: number;
}

export interface CellChange {
  readonly sheet: SheetId;
  readonly cell: Spot;
  /** `null` clears the content. Text is written as text. */
  readonly value: Cell;
}

export type WorkbookHint =
  | { readonly kind: 'edited'; readonly sheet: SheetId; readonly area?: Area }
  | { readonly kind: 'activated'; readonly sheet: SheetId }
  | { readonly kind: 'selected'; readonly sheet: SheetId };

/**
 * `returns`: which returns the workbook holds (confirms only). `outbox`: submissions not yet acknowledged.
 * `instruments`: definitions that did not come with the program, so that the workbook opens offline.
 * `circumstances`: what rules look at beyond a return, as the endpoint told it last.
 */
export type NoteName = 'returns' | 'outbox' | 'instruments' | 'circumstances';

/** What can go wrong with a workbook, in kinds that the person can act on. */
export type WorkbookFailure =
  /** A cell is being edited: press Enter, then try again. Already retried. */
  | { readonly kind: 'editing' }
  /** The cells or the workbook are protected or read-only. */
  | { readonly kind: 'protected'; readonly sheet?: string }
  /** A filter hides rows of a sheet that is to be drawn over: show all rows, then try again. */
  | { readonly kind: 'filtered'; readonly sheet?: string }
  /** The sheet is no longer there. */
  | { readonly kind: 'gone' }
  /** This Excel cannot do it; `what` names the requirement. */
  | { readonly kind: 'unsupported'; readonly what: string }
  /** Too much for one request even after halving. */
  | { readonly kind: 'too-large' }
  /** Excel is busy, throttled or another workbook has the focus; later it may work. */
  | { readonly kind: 'busy' }
  /** Excel's session has expired: reload the workbook. */
  | { readonly kind: 'session-over' }
  /** Our mistake; `where` is the API location, never content. */
  | { readonly kind: 'unexpected'; readonly code: string; readonly where?: string };
