import type { Area } from '#core/cell.ts';
import type { ChartPlan, Highlight, SheetPlan } from '#core/sheet/sheet-plan.ts';
import { rangeOf } from './address.ts';
import { areaAround, areaWithout } from '../areas.ts';
import { cellStyles, highlightStyles, type CellStyle } from '../styles.ts';
import { asFormula, setValidation } from './validations.ts';
import { written } from './written.ts';

/**
 * Everything of a plan but its content: styles, widths, hidden rows, drop-downs, highlights, charts, panes. Doing it
 * again changes nothing. `standing`: the sheet was there before.
 */
export const drawLooks = (sheet: Excel.Worksheet, plan: SheetPlan, standing: boolean): void => {
  for (const { area, style } of plan.styles) setStyle(rangeOf(sheet, area), area, cellStyles[style]);
  for (const { column, width } of plan.columnWidths) {
    rangeOf(sheet, { row: 0, column, rows: 1, columns: 1 }).format.columnWidth = pointsOf(width);
  }
  for (const { row, rows } of runsOf(plan.hiddenRows)) {
    rangeOf(sheet, { row, column: 0, rows, columns: 1 }).rowHidden = true;
  }
  setLocks(sheet, plan, standing);
  for (const validation of plan.validations) setValidation(rangeOf(sheet, validation.area), validation);
  setHighlights(sheet, plan);
  for (const chart of plan.charts) setChart(sheet, chart, keptBy(plan, standing));
  setPanes(sheet, plan.freeze, standing);
};

/** The areas of a sheet that stands whose cells are not ours to write. */
export const keptBy = (plan: SheetPlan, standing: boolean): readonly Area[] =>
  standing ? plan.regions.filter(({ belongsTo }) => belongsTo !== 'us').map(({ area }) => area) : [];

const setStyle = (range: Excel.Range, area: Area, style: CellStyle): void => {
  const { format } = range;
  if (style.numberFormat !== undefined) range.numberFormat = everyCell(style.numberFormat);
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.colour !== undefined) format.font.color = style.colour;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.vertical !== undefined) format.verticalAlignment = style.vertical;
  if (style.horizontal !== undefined) format.horizontalAlignment = style.horizontal;
  if (style.border === undefined) return;
  for (const edge of edgesOf(area)) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = style.border;
  }
};

/** One value for all cells of a range: Excel spreads it, the types only know the grid. */
export const everyCell = (numberFormat: string): string[][] => numberFormat as unknown as string[][];

type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** Lines between cells exist only where there is more than one cell. */
const edgesOf = ({ rows, columns }: Area): readonly Edge[] => [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  ...(rows > 1 ? (['InsideHorizontal'] as const) : []),
  ...(columns > 1 ? (['InsideVertical'] as const) : []),
];

/** Excel takes widths in points; a character of the default font is 7 pixels wide, with 5 for the margins. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

const runsOf = (rows: readonly number[]): readonly { row: number; rows: number }[] => {
  const runs: { row: number; rows: number }[] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
};

const setLocks = (sheet: Excel.Worksheet, plan: SheetPlan, standing: boolean): void => {
  if (!plan.protection) return;
  const whole = areaAround([...plan.blocks, ...plan.regions].map(({ area }) => area));
  if (standing && whole) rangeOf(sheet, whole).format.protection.locked = true;
  for (const area of plan.protection.unlocked) rangeOf(sheet, area).format.protection.locked = false;
};

/** Excel puts a new format before the others, so the last one is added first. */
const setHighlights = (sheet: Excel.Worksheet, plan: SheetPlan): void => {
  const areas = plan.highlights.map(({ area }) => area);
  const ours = [...plan.regions.map(({ area }) => area), ...areas];
  const toClear = ours.reduce<readonly Area[]>((done, area) => [...done, ...areaWithout(area, done)], []);
  for (const area of toClear) rangeOf(sheet, area).conditionalFormats.clearAll();
  for (const highlight of [...plan.highlights].reverse()) addHighlight(sheet, highlight);
};

const addHighlight = (sheet: Excel.Worksheet, { area, formula, style }: Highlight): void => {
  const look = highlightStyles[style];
  const added = rangeOf(sheet, area).conditionalFormats.add('Custom');
  added.custom.rule.formula = asFormula(formula);
  added.custom.format.fill.color = look.fill;
  added.custom.format.font.color = look.colour;
  if (look.bold) added.custom.format.font.bold = true;
  added.stopIfTrue = true;
};

const chartTypes = { 'stacked-bar': 'BarStacked', column: 'ColumnClustered' } as const;

/**
 * A chart of ours is replaced. Charts have no alternative text in this interface: it stands in the cell under the
 * chart's top left corner, where a screen reader that walks the cells meets it.
 */
const setChart = (sheet: Excel.Worksheet, plan: ChartPlan, kept: readonly Area[]): void => {
  sheet.charts.getItemOrNullObject(plan.name).delete();
  // `Auto` reads rows and columns differently on the web and on the desktop.
  const chart = sheet.charts.add(chartTypes[plan.kind], rangeOf(sheet, plan.source), 'Columns');
  chart.name = plan.name;
  chart.title.text = plan.title;
  const { row, column, rows, columns } = plan.place;
  const first = { row, column, rows: 1, columns: 1 };
  chart.setPosition(
    rangeOf(sheet, first),
    rangeOf(sheet, { ...first, row: row + rows - 1, column: column + columns - 1 }),
  );
  if (areaWithout(first, kept).length > 0) rangeOf(sheet, first).values = [[written(plan.altText, '', false)]];
};

const setPanes = (sheet: Excel.Worksheet, freeze: SheetPlan['freeze'], standing: boolean): void => {
  if (!freeze || freeze.rows + freeze.columns === 0) {
    if (standing) sheet.freezePanes.unfreeze();
  } else if (freeze.columns === 0) {
    sheet.freezePanes.freezeRows(freeze.rows);
  } else if (freeze.rows === 0) {
    sheet.freezePanes.freezeColumns(freeze.columns);
  } else {
    sheet.freezePanes.freezeAt(rangeOf(sheet, { row: 0, column: 0, rows: freeze.rows, columns: freeze.columns }));
  }
};
