import type { Area } from '#core/cell.ts';
import type { Block, SheetPlan } from '#core/sheet/sheet-plan.ts';

/** A plan with nothing on it but what is given. */
export const planWith = (parts: Partial<SheetPlan> & Pick<SheetPlan, 'name'>): SheetPlan => ({
  role: 'entry',
  code: 'E/999001/T-200809/00',
  visibility: 'visible',
  blocks: [],
  regions: [],
  styles: [],
  columnWidths: [],
  hiddenRows: [],
  validations: [],
  highlights: [],
  charts: [],
  ...parts,
});

/** A block from its top-left cell. */
export const blockAt = (row: number, column: number, content: Block['content'], asText?: boolean): Block => ({
  area: areaAt(row, column, content.length, content[0]?.length ?? 0),
  content,
  ...(asText === undefined ? {} : { asText }),
});

export const areaAt = (row: number, column: number, rows: number, columns: number): Area => ({
  row,
  column,
  rows,
  columns,
});
