import type { DemoCodes } from './demo-codes.ts';
import type { SaveState } from './keep-saved.ts';

/** What the page shows around the grid. */
export interface PageState {
  readonly name: string;
  /** All workbooks of this browser. */
  readonly others: readonly string[];
  readonly saved: SaveState;
  readonly isPaneOpen: boolean;
  readonly codes: DemoCodes | undefined;
  /** The workbook is open in another tab of this browser: it is not opened a second time. */
  readonly openElsewhere: boolean;
  /** Something to tell that goes away by itself. */
  readonly notice: string | undefined;
}
