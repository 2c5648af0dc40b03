import type { Cell as FileCell, ConditionalRule, WriteSheet } from 'hucre/xlsx';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { isFormula } from '../cell-content.ts';
import { eachCell, valuesOf, type BookSheet } from './book-sheet.ts';
import { cellLooks, highlightLook } from './cell-looks.ts';
import { fileCell, fileFormula } from './file-cell.ts';
import { fileChart } from './file-chart.ts';
import { asFileFormula } from './file-formula.ts';
import { fileValidation, rangeName } from './file-validation.ts';
import { readsOtherSheet } from './highlight-block.ts';
import { rowHeights } from './row-heights.ts';

/** A sheet as the writer of files takes it. `caches`: results stand with their formulas. */
export const writeSheet = (sheet: BookSheet, caches: boolean): WriteSheet => {
  const { name, visible, plan } = sheet;
  const cells = cellsOf(sheet, caches);
  return {
    name,
    rows: [],
    cells,
    ...(visible ? {} : { hidden: true }),
    ...(plan ? looksOf(plan, sheet, cells) : {}),
  };
};

const cellsOf = ({ content, plan }: BookSheet, caches: boolean): Map<string, Partial<FileCell>> => {
  const looks = plan ? cellLooks(plan) : new Map<string, never>();
  const cells = new Map<string, Partial<FileCell>>([...looks].map(([key, style]) => [key, { style }]));
  const add = (key: string, cell: Partial<FileCell>) => {
    const look = cells.get(key);
    if (look) Object.assign(look, cell);
    else cells.set(key, cell);
  };
  eachCell(content, (cell, row, column) =>
    add(`${row},${column}`, isFormula(cell) ? fileFormula(cell, row, column, caches) : fileCell(cell)),
  );
  if (caches) {
    // What a formula spills into its neighbours is a value there.
    valuesOf(content).forEach((line, row) =>
      line.forEach((value, column) => {
        if (value !== null && (content[row]?.[column] ?? null) === null) {
          add(`${row},${column}`, fileCell(value));
        }
      }),
    );
  }
  for (const [key, cell] of cells) {
    // A number or a formula in a cell formatted as text would turn into text as soon as somebody edits it.
    if (cell.style?.numFmt === '@' && (cell.formula !== undefined || isNoText(cell.value))) {
      const { numFmt: _, ...style } = cell.style;
      cells.set(key, { ...cell, style });
    }
  }
  return cells;
};

const isNoText = (value: FileCell['value'] | undefined): boolean =>
  typeof value === 'number' || typeof value === 'boolean';

const looksOf = (
  plan: SheetPlan,
  { content }: BookSheet,
  cells: ReadonlyMap<string, Partial<FileCell>>,
): Partial<WriteSheet> => ({
  columns: columnsOf(plan),
  rowDefs: rowsOf(plan, cells),
  dataValidations: plan.validations.map(fileValidation),
  conditionalRules: highlightsOf(plan),
  charts: plan.charts.map((chart) => fileChart(chart, content)),
  ...(plan.freeze && plan.freeze.rows + plan.freeze.columns > 0 ? { freezePane: plan.freeze } : {}),
  ...(plan.protection ? { protection } : {}),
  ...(plan.print ? { pageSetup: printOf(plan.print) } : {}),
});

/** Without a password, only so that codes are not typed over; the rest stays allowed. */
const protection: NonNullable<WriteSheet['protection']> = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
};

const rowsOf = (
  { columnWidths, hiddenRows, visibility }: SheetPlan,
  cells: ReadonlyMap<string, Partial<FileCell>>,
): NonNullable<WriteSheet['rowDefs']> => {
  const widths = new Map(columnWidths.map(({ column, width }) => [column, width]));
  const heights = visibility === 'visible' ? rowHeights(cells, (column) => widths.get(column) ?? usualWidth) : [];
  return new Map<number, { height?: number; hidden?: boolean }>([
    ...[...heights].map(([row, height]) => [row, { height }] as const),
    ...hiddenRows.map((row) => [row, { hidden: true }] as const),
  ]);
};

/** Of a column whose width nobody sets. */
const usualWidth = 8.43;

/** A file's widths have the margins of 5 pixels in them, at 7 pixels a character. */
const columnsOf = ({ columnWidths }: SheetPlan): NonNullable<WriteSheet['columns']> => {
  const last = Math.max(-1, ...columnWidths.map(({ column }) => column));
  const widths = new Map(columnWidths.map(({ column, width }) => [column, width + 5 / 7]));
  return Array.from({ length: last + 1 }, (_, column) => {
    const width = widths.get(column);
    return width === undefined ? {} : { width };
  });
};

/** Those that read only their own sheet; the others are put in afterwards. Both count their priorities in one row. */
const highlightsOf = ({ highlights }: SheetPlan): ConditionalRule[] =>
  highlights.flatMap((highlight, at) =>
    readsOtherSheet(highlight)
      ? []
      : [
          {
            type: 'expression' as const,
            priority: at + 1,
            range: rangeName(highlight.area),
            formula: asFileFormula(highlight.formula),
            style: highlightLook(highlight.style),
            stopIfTrue: true,
          },
        ],
  );

type PageSetup = NonNullable<WriteSheet['pageSetup']>;

const printOf = ({ landscape }: NonNullable<SheetPlan['print']>): PageSetup => ({
  paperSize: 'a4',
  orientation: landscape ? 'landscape' : 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
});
