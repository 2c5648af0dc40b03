import type { Area } from '#core/cell.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';
import { areaWithout } from '../areas.ts';
import { cellStyles } from '../styles.ts';
import { rangeOf } from './address.ts';
import { bandsOf, cellsPerRead } from './chunks.ts';
import { everyCell, keptBy } from './draw-looks.ts';
import type { Batch } from './run.ts';

/**
 * Cells of people that are to be formatted as text and are not, as after a paste: what is typed there next, such as
 * `007` or `1-2`, Excel would turn into something else. Runs down a column. A number, a yes or no and a formula that
 * stand there keep their own format: as text they would be read otherwise from then on.
 */
export const straySpots = async (batch: Batch, at: string, plan: SheetPlan): Promise<readonly Area[]> => {
  const stray: Area[] = [];
  for (const band of textAreas(plan).flatMap((area) => bandsOf(area, cellsPerRead))) {
    const found = await batch((context) => {
      const range = rangeOf(context.workbook.worksheets.getItem(at), band).load('numberFormat,formulas');
      return () => ({ formats: range.numberFormat as unknown[][], formulas: range.formulas as unknown[][] });
    });
    for (let column = 0; column < band.columns; column += 1) {
      const isStray = found.formats.map((line, row) => line[column] !== '@' && isText(found.formulas[row]?.[column]));
      stray.push(...runsIn(isStray, { ...band, column: band.column + column, columns: 1 }));
    }
  }
  return stray;
};

/** Formats such cells as text again; what stands in them stays. */
export const mendTextCells = async (batch: Batch, at: string, plan: SheetPlan): Promise<void> => {
  const stray = await straySpots(batch, at, plan);
  if (stray.length === 0) return;
  await batch((context) => {
    const sheet = context.workbook.worksheets.getItem(at);
    for (const area of stray) rangeOf(sheet, area).numberFormat = everyCell('@');
    return () => undefined;
  });
};

/** Where a plan wants text in cells that are not ours, and no style gives them another format. */
const textAreas = (plan: SheetPlan): readonly Area[] => {
  const kept = keptBy(plan, true);
  const formatted = plan.styles.flatMap(({ area, style }) =>
    cellStyles[style].numberFormat === undefined ? [] : [area],
  );
  return plan.blocks.flatMap(({ area, asText }) =>
    asText ? areaWithout(area, [...areaWithout(area, kept), ...formatted]) : [],
  );
};

const isText = (stands: unknown): boolean => typeof stands === 'string' && !stands.startsWith('=');

const runsIn = (marks: readonly boolean[], area: Area): readonly Area[] => {
  const runs: { row: number; rows: number }[] = [];
  marks.forEach((marked, at) => {
    const last = runs.at(-1);
    if (!marked) return;
    if (last && last.row + last.rows === area.row + at) last.rows += 1;
    else runs.push({ row: area.row + at, rows: 1 });
  });
  return runs.map((run) => ({ ...area, ...run }));
};
