import type { Cell } from '#core/cell.ts';
import type { ModelCell } from '#workbench/engine/model.ts';
import { chartData } from '#workbench/grid/chart-data.ts';

const cells = (lines: readonly (readonly Cell[])[]): ModelCell[][] =>
  lines.map((line) => line.map((value) => ({ value, format: 'General', text: value === null ? '' : String(value) })));

test('the first line names the series and the first column the categories', () => {
  const source = cells([
    ['Level', 'Ours', 'All'],
    ['Starting', 3, 10],
    ['Established', 5, 20],
  ]);
  expect(chartData(source, 'Columns')).toEqual({
    labels: ['Starting', 'Established'],
    series: [
      { name: 'Ours', values: [3, 5] },
      { name: 'All', values: [10, 20] },
    ],
  });
});

test('series by rows read the same source the other way', () => {
  const source = cells([
    ['', 'Starting', 'Established'],
    ['Ours', 3, 5],
  ]);
  expect(chartData(source, 'Rows')).toEqual({
    labels: ['Starting', 'Established'],
    series: [{ name: 'Ours', values: [3, 5] }],
  });
});

test('numbers are names where the corner is blank, as with years', () => {
  const source = cells([
    [null, 2008, 2009],
    [1, 3, 4],
  ]);
  expect(chartData(source, 'Columns')).toEqual({
    labels: ['1'],
    series: [
      { name: '2008', values: [3] },
      { name: '2009', values: [4] },
    ],
  });
});

test('a source of numbers alone has numbered categories and series', () => {
  const source = cells([
    [1, 2],
    [3, 4],
  ]);
  expect(chartData(source, 'Columns')).toEqual({
    labels: ['1', '2'],
    series: [
      { name: 'Series1', values: [1, 3] },
      { name: 'Series2', values: [2, 4] },
    ],
  });
});

test('blanks, texts and errors among the numbers are gaps, a zero is a zero', () => {
  const source = cells([
    ['', 'Ours'],
    ['a', null],
    ['b', 'n/a'],
    ['c', '#N/A'],
    ['d', 0],
  ]);
  expect(chartData(source, 'Columns').series[0]?.values).toEqual([null, null, null, 0]);
});

test('a category is worded as its cell shows it', () => {
  const source = cells([
    ['', 'Share'],
    [0.5, 1],
  ]);
  const shown = source.map((line, row) => (row === 1 ? [{ ...line[0]!, text: '50%' }, line[1]!] : line));
  expect(chartData(shown, 'Columns').labels).toEqual(['50%']);
});
