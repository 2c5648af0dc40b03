import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { UniverModel } from '../engine/univer-model.ts';

/**
 * Keeps what a person is typing. Whenever a cell with the row and column of the one she is in is written, on whatever
 * sheet, the engine puts the stored content back into the open editor: letters typed while formulas of another sheet
 * get their results are lost. As in Excel, an open editor is left alone until she ends it.
 */
export function keepTyping({ book }: UniverModel): void {
  const editor = book.injector.get(IEditorBridgeService);
  const refresh = editor.refreshEditCellState.bind(editor);
  editor.refreshEditCellState = () => {
    if (!editor.isVisible().visible) refresh();
  };
}
