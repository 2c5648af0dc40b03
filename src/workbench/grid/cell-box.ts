import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { UniverModel } from '../engine/univer-model.ts';

/** Where a cell of the active sheet stands in the window; `undefined` when it is out of view or on another sheet. */
export function cellBox(
  model: UniverModel,
  place: HTMLElement,
  sheet: string,
  row: number,
  column: number,
): DOMRect | undefined {
  if (model.sheets.active() !== sheet) return undefined;
  const unit = model.book.injector.get(IRenderManagerService).getRenderById(model.book.workbook.getUnitId());
  const skeleton = unit?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const canvas = place.querySelector('canvas[id^="univer-sheet-main-canvas"]')?.getBoundingClientRect();
  if (!unit || !skeleton || !canvas) return undefined;
  const zoom = model.book.workbook.getActiveSheet().getZoomRatio();
  const scrolled = unit.with(SheetScrollManagerService).validViewportScrollInfo$.getValue();
  const frozen = model.looks.frozen(sheet);
  const left = skeleton.columnWidthAccumulation[column - 1] ?? 0;
  const top = skeleton.rowHeightAccumulation[row - 1] ?? 0;
  const width = (skeleton.columnWidthAccumulation[column] ?? left) - left;
  const height = (skeleton.rowHeightAccumulation[row] ?? top) - top;
  const x = skeleton.rowHeaderWidth + left - (column < frozen.columns ? 0 : (scrolled?.viewportScrollX ?? 0));
  const y = skeleton.columnHeaderHeight + top - (row < frozen.rows ? 0 : (scrolled?.viewportScrollY ?? 0));
  const box = new DOMRect(canvas.x + x * zoom, canvas.y + y * zoom, width * zoom, height * zoom);
  const inside = box.right > canvas.x && box.bottom > canvas.y && box.x < canvas.right && box.y < canvas.bottom;
  return inside ? box : undefined;
}
