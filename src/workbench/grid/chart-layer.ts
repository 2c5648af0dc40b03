import { CommandType } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { attachmentsOf, type ChartNote } from '../protocol/attachments.ts';
import type { UniverModel } from '../engine/univer-model.ts';
import { chartData } from './chart-data.ts';
import { Chart, chartPicture } from './chart-picture.ts';
import { chartBox } from './chart-place.ts';

/** Redrawing after a change waits this long, so that typing is not held up; milliseconds. */
const pause = 120;

interface Drawn {
  readonly frame: HTMLElement;
  readonly chart: Chart;
  /** What was drawn last, to leave a chart alone that has not changed. */
  readonly state: string;
}

/**
 * Draws the charts of the active sheet over the grid: the engine has none. They follow scrolling, zoom and the sheet,
 * and are drawn anew when a cell changes. `redraw` is for changes that no command tells of. The grid must be on the
 * screen already.
 */
export function chartLayer(model: UniverModel, place: HTMLElement): { redraw(): void; dispose(): void } {
  const { book } = model;
  const layer = document.createElement('div');
  layer.className = 'chart-layer';
  place.append(layer);
  const drawn = new Map<string, Drawn>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const render = () => book.injector.get(IRenderManagerService).getRenderById(book.workbook.getUnitId());

  const position = (): void => {
    const unit = render();
    const skeleton = unit?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    const canvas = place.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet-main-canvas"]');
    if (!unit || !skeleton || !canvas) return;
    const zoom = book.workbook.getActiveSheet().getZoomRatio();
    const shown = canvas.getBoundingClientRect();
    const from = place.getBoundingClientRect();
    const headers = { left: skeleton.rowHeaderWidth * zoom, top: skeleton.columnHeaderHeight * zoom };
    layer.style.left = `${shown.left - from.left + headers.left}px`;
    layer.style.top = `${shown.top - from.top + headers.top}px`;
    layer.style.width = `${Math.max(0, shown.width - headers.left)}px`;
    layer.style.height = `${Math.max(0, shown.height - headers.top)}px`;
    const scrolled = unit.with(SheetScrollManagerService).validViewportScrollInfo$.getValue();
    const ruler = {
      left: (column: number) => skeleton.columnWidthAccumulation[column - 1] ?? 0,
      top: (row: number) => skeleton.rowHeightAccumulation[row - 1] ?? 0,
    };
    for (const note of charts()) {
      const frame = drawn.get(note.id)?.frame;
      if (!frame) continue;
      const box = chartBox(note.place, ruler);
      frame.style.transform = `translate(${(box.left - (scrolled?.viewportScrollX ?? 0)) * zoom}px, ${
        (box.top - (scrolled?.viewportScrollY ?? 0)) * zoom
      }px)`;
      frame.style.width = `${box.width * zoom}px`;
      frame.style.height = `${box.height * zoom}px`;
    }
  };

  const charts = (): ChartNote[] =>
    attachmentsOf(model).charts.filter((note) => note.sheet === model.sheets.active());

  const draw = (): void => {
    const wanted = charts();
    for (const [id, { frame, chart }] of drawn) {
      if (wanted.some((note) => note.id === id)) continue;
      chart.destroy();
      frame.remove();
      drawn.delete(id);
    }
    for (const note of wanted) drawOne(note);
    position();
    for (const note of wanted) drawn.get(note.id)?.chart.resize();
  };

  const drawOne = (note: ChartNote): void => {
    if (!model.sheets.list().some((sheet) => sheet.id === note.source.sheet)) return;
    const data = chartData(model.cells.read(note.source.sheet, note.source.area), note.seriesBy);
    const title = note.titleVisible ? note.title : undefined;
    const label = labelOf(note);
    const state = JSON.stringify([note.type, title, data, label]);
    const before = drawn.get(note.id);
    if (before?.state === state) return;
    before?.chart.destroy();
    const frame = before?.frame ?? document.createElement('div');
    frame.className = 'chart-frame';
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', label);
    frame.replaceChildren(canvas);
    if (!before) layer.append(frame);
    drawn.set(note.id, { frame, chart: new Chart(canvas, chartPicture(note.type, title, data)), state });
  };

  /** Its title, and the alternative text, which stands in the cell under its corner: the interface has no other place. */
  const labelOf = ({ title, name, sheet, place: { from } }: ChartNote): string => {
    const under = from && model.cells.read(sheet, { ...from, rows: 1, columns: 1 })[0]?.[0]?.text;
    return [`Chart: ${title || name}`, ...(under ? [under] : [])].join('. ');
  };

  const redraw = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      draw();
    }, pause);
  };

  const watching = book.commands.onCommandExecuted((command) => {
    if (command.type === CommandType.MUTATION || /set-worksheet-active|zoom-ratio/.test(command.id)) redraw();
  });
  const scrolling = render()?.with(SheetScrollManagerService).validViewportScrollInfo$.subscribe(position);
  const resized = new ResizeObserver(position);
  resized.observe(place);
  redraw();
  return {
    redraw,
    dispose() {
      clearTimeout(timer);
      watching.dispose();
      scrolling?.unsubscribe();
      resized.disconnect();
      for (const { chart } of drawn.values()) chart.destroy();
      layer.remove();
    },
  };
}
