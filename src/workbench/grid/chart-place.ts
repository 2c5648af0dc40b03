import type { ChartPlace } from '../protocol/attachments.ts';

/** Where columns and rows begin, in pixels from the sheet's own corner. */
export interface Ruler {
  readonly left: (column: number) => number;
  readonly top: (row: number) => number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const pixelsAPoint = 4 / 3;
const usualSize = { width: 360, height: 216 };

/** A chart's place on its sheet in pixels: numbers (points) win over cells; without either Excel's usual size. */
export function chartBox(place: ChartPlace, ruler: Ruler): Box {
  const pixels = (points: number | undefined) => (points === undefined ? undefined : points * pixelsAPoint);
  const left = pixels(place.left) ?? (place.from ? ruler.left(place.from.column) : 0);
  const top = pixels(place.top) ?? (place.from ? ruler.top(place.from.row) : 0);
  const right = place.to ? ruler.left(place.to.column + 1) : undefined;
  const bottom = place.to ? ruler.top(place.to.row + 1) : undefined;
  return {
    left,
    top,
    width: pixels(place.width) ?? (right === undefined ? usualSize.width * pixelsAPoint : right - left),
    height: pixels(place.height) ?? (bottom === undefined ? usualSize.height * pixelsAPoint : bottom - top),
  };
}
