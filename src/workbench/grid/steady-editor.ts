import { EditorBridgeService } from '@univerjs/sheets-ui';

/**
 * The cell editor, which keeps what is being typed. The engine's own fetches the cell's stored content anew whenever
 * anything is written to a cell of the same row and column, on whatever sheet, also while somebody types in it: results
 * of formulas on another sheet then swallow the first letters.
 */
export class SteadyEditor extends EditorBridgeService {
  override refreshEditCellState(): void {
    if (!this.isVisible().visible) super.refreshEditCellState();
  }
}
