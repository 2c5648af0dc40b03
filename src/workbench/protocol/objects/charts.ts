import type { ChartNote } from '../attachments.ts';
import { HostError, invalidArgument, itemAlreadyExists, itemNotFound } from '../errors.ts';
import { requireBounded, requireNumber, requireOneOf, requirePermitted, requireText } from '../guards.ts';
import type { HostObjectOf } from '../host-objects.ts';
import type { Property } from '../member.ts';
import type { Work } from '../work.ts';
import { rangeArgument, type RangeObject } from './range-shape.ts';
import type { SheetObject } from './worksheets.ts';

interface OnChart {
  readonly id: string;
}

const chart = (id: string): HostObjectOf<'Chart'> => ({ type: 'Chart', id });
const chartTypes = [
  ...([
    'ColumnClustered',
    'ColumnStacked',
    'ColumnStacked100',
    'BarClustered',
    'BarStacked',
    'BarStacked100',
  ] as const),
  ...(['Line', 'LineMarkers', 'Pie', 'Doughnut', 'Area', 'AreaStacked', 'XYScatter'] as const),
];

export const chartsOn = ({ sheet }: SheetObject, work: Work): readonly HostObjectOf<'Chart'>[] =>
  work.kept.charts.filter((one) => one.sheet === sheet).map(({ id }) => chart(id));

/** By id or by name. */
export function chartByKey({ sheet }: SheetObject, key: unknown, work: Work): HostObjectOf<'Chart'> | null {
  const text = requireText(key);
  const found = work.kept.charts.find((one) => one.sheet === sheet && (one.id === text || one.name === text));
  return found ? chart(found.id) : null;
}

/** `charts.add(type, source, seriesBy)`; a source without content makes no series (rule 57). */
export function addChart({ sheet }: SheetObject, args: readonly unknown[], work: Work): HostObjectOf<'Chart'> {
  const type = requireOneOf(args[0], chartTypes);
  const range = rangeArgument(args[1], work, sheet);
  requireBounded(range.area);
  requirePermitted(work, sheet, 'allowEditObjects');
  const isEmpty = work.model.cells
    .read(range.sheet, range.area)
    .every((row) => row.every((cell) => cell.value === null && !cell.formula));
  if (isEmpty) throw new HostError('EmptyChartSeries', 'The chart source data has no values.');
  work.changing();
  const { charts } = work.kept;
  const number = 1 + Math.max(0, ...charts.map(({ id }) => Number(id.replace(/\D/g, ''))));
  const id = `{chart-${number}}`;
  charts.push({
    id,
    sheet,
    name: `Chart ${number}`,
    type,
    title: '',
    titleVisible: true,
    source: { sheet: range.sheet, area: range.area },
    seriesBy: orientation(args[2], range),
    place: { left: 0, top: 0, width: 360, height: 216 },
  });
  return chart(id);
}

/** `Auto` differs between Excels: fewer series than points is what most do. */
function orientation(seriesBy: unknown, { area }: RangeObject): 'Columns' | 'Rows' {
  const wanted = requireOneOf(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows'] as const);
  if (wanted !== 'Auto') return wanted;
  return area.columns > area.rows ? 'Rows' : 'Columns';
}

export const isThere = ({ id }: OnChart, work: Work): boolean => work.kept.charts.some((one) => one.id === id);

function found(work: Work, id: string): ChartNote {
  const one = work.kept.charts.find((note) => note.id === id);
  if (!one) throw itemNotFound();
  return one;
}

function editing(work: Work, id: string): ChartNote {
  const one = found(work, id);
  requirePermitted(work, one.sheet, 'allowEditObjects');
  work.changing();
  return one;
}

export const name: Property<OnChart> = {
  get: ({ id }, work) => found(work, id).name,
  set({ id }, value, work) {
    const wanted = requireText(value);
    const { sheet } = found(work, id);
    if (wanted === '') throw invalidArgument();
    if (work.kept.charts.some((one) => one.sheet === sheet && one.name === wanted && one.id !== id)) {
      throw itemAlreadyExists();
    }
    editing(work, id).name = wanted;
  },
};

export const title: Property<OnChart> = {
  get: ({ id }, work) => found(work, id).title,
  set({ id }, value, work) {
    const text = requireText(value);
    editing(work, id).title = text;
  },
};

/** Points. Where a chart is placed by cells alone the engine cannot say how large that is. */
export const measure = (side: 'left' | 'top' | 'width' | 'height'): Property<OnChart> => ({
  get({ id }, work) {
    const value = found(work, id).place[side];
    if (value === undefined)
      throw new HostError('ApiNotFound', `Chart.${side} of a chart placed by cells is not known.`);
    return value;
  },
  set({ id }, value, work) {
    const points = requireNumber(value);
    const one = editing(work, id);
    one.place = { ...one.place, [side]: points };
  },
});

export function setPosition({ id }: OnChart, args: readonly unknown[], work: Work): void {
  const { sheet, place } = found(work, id);
  const start = rangeArgument(args[0], work, sheet).area;
  const from = { row: start.row, column: start.column };
  const one = editing(work, id);
  if (args[1] === undefined || args[1] === null) {
    const { width = 360, height = 216 } = place;
    one.place = { from, width, height };
    return;
  }
  const end = rangeArgument(args[1], work, sheet).area;
  one.place = { from, to: { row: end.row + end.rows - 1, column: end.column + end.columns - 1 } };
}

export function setData({ id }: OnChart, args: readonly unknown[], work: Work): void {
  const { sheet } = found(work, id);
  const range = rangeArgument(args[0], work, sheet);
  requireBounded(range.area);
  const seriesBy = orientation(args[1], range);
  const one = editing(work, id);
  one.source = { sheet: range.sheet, area: range.area };
  one.seriesBy = seriesBy;
}

export function removeChart({ id }: OnChart, _args: readonly unknown[], work: Work): void {
  editing(work, id);
  work.kept.charts = work.kept.charts.filter((one) => one.id !== id);
}
