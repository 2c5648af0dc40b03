import { chartBox } from '#workbench/grid/chart-place.ts';

/** Columns of 64 pixels, rows of 20. */
const ruler = { left: (column: number) => column * 64, top: (row: number) => row * 20 };

test('a chart reaches from the first cell’s corner to the last cell’s opposite corner', () => {
  expect(chartBox({ from: { row: 1, column: 3 }, to: { row: 16, column: 9 } }, ruler)).toEqual({
    left: 192,
    top: 20,
    width: 448,
    height: 320,
  });
});

test('without an end it has Excel’s usual size, 360 × 216 points', () => {
  expect(chartBox({ from: { row: 0, column: 0 } }, ruler)).toEqual({ left: 0, top: 0, width: 480, height: 288 });
});

test('a number of points wins over a cell', () => {
  const place = {
    from: { row: 1, column: 1 },
    to: { row: 5, column: 5 },
    left: 30,
    top: 15,
    width: 300,
    height: 150,
  };
  expect(chartBox(place, ruler)).toEqual({ left: 40, top: 20, width: 400, height: 200 });
});
