import { cellName, onSheet } from '#core/sheet/a1.ts';
import type { Spot } from '#workbook/workbook.ts';

/** `Gardens!D12`, with quotation marks where the name of the sheet needs them; `undefined` of a cell that is gone. */
export const cellOnSheet = (sheet: string, spot: Spot | undefined): string | undefined => {
  if (!spot) return undefined;
  const prefix = /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) ? `${sheet}!` : onSheet(sheet);
  return prefix + cellName(spot.row, spot.column);
};
