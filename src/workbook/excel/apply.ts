import { failed, ok, type Result } from '#core/result.ts';
import type { CellChange, SheetId, WorkbookFailure } from '../workbook.ts';
import { rangeOf } from './address.ts';
import { areaAround, cellsIn } from '../areas.ts';
import { isTooLong, needsGeneral } from '../cell-content.ts';
import { cellsPerWrite } from './chunks.ts';
import { isExcelError, isTooLarge, toFailure } from './failures.ts';
import { filterOf } from './filters.ts';
import type { Batch } from './run.ts';
import { written } from './written.ts';

/** Neighbouring cells of one row. Rows are never joined: a block written over a filter would land in other rows. */
interface Run {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
  readonly values: readonly CellChange['value'][];
}

/** Runs in one sync: a run is a few hundred bytes, so this stays far below the limit of the web. */
const runsPerSync = 1000;

/** Writes single cells. The last change of a cell counts; nothing is written when one of the texts is too long. */
export const apply = async (batch: Batch, changes: readonly CellChange[]): Promise<Result<void, WorkbookFailure>> => {
  if (changes.some(({ value }) => isTooLong(value))) return failed({ kind: 'too-large' });
  const runs = runsOf(changes);
  for (let at = 0; at < runs.length; at += runsPerSync) {
    const done = await applyRuns(batch, runs.slice(at, at + runsPerSync));
    if (!done.ok) return done;
  }
  return ok(undefined);
};

const applyRuns = async (batch: Batch, runs: readonly Run[]): Promise<Result<void, WorkbookFailure>> => {
  const ids = [...new Set(runs.map(({ sheet }) => sheet))];
  const found = await batch((context) => {
    const sheets = ids.map((id) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
      return {
        sheet,
        protection: sheet.protection.load('protected'),
        isFiltered: filterOf(sheet),
        formats: loadFormats(
          sheet,
          runs.filter((run) => run.sheet === id),
        ),
      };
    });
    return () =>
      sheets.some(({ sheet }) => sheet.isNullObject)
        ? undefined
        : {
            formats: new Map(
              sheets.flatMap(({ formats, isFiltered }) =>
                isFiltered() ? [...formats()].flatMap(cellByCell) : [...formats()],
              ),
            ),
            protectedSheet: sheets.find(({ protection }) => protection.protected)?.sheet.name,
          };
  });
  if (!found) return failed({ kind: 'gone' });
  try {
    await writeRuns(batch, [...found.formats.keys()], found.formats);
    return ok(undefined);
  } catch (error) {
    if (!isExcelError(error)) throw error;
    const failure = toFailure(error);
    return failed(
      failure.kind === 'protected' && found.protectedSheet ? { ...failure, sheet: found.protectedSheet } : failure,
    );
  }
};

/** Only single cells are sure to land where they belong in rows that a filter hides. */
const cellByCell = ([run, formats]: readonly [Run, readonly string[]]): readonly (readonly [
  Run,
  readonly string[],
])[] =>
  run.values.map((value, at) => [{ ...run, column: run.column + at, values: [value] }, formats.slice(at, at + 1)]);

/** Number formats of runs of one sheet: asked for all in one where they stand close together, else run by run. */
const loadFormats = (sheet: Excel.Worksheet, runs: readonly Run[]): (() => ReadonlyMap<Run, readonly string[]>) => {
  const around = areaAround(runs.map(areaOf));
  if (around && cellsIn(around) <= cellsPerWrite) {
    const { row, column } = around;
    const range = rangeOf(sheet, around).load('numberFormat');
    const line = (run: Run) => Array.from(range.numberFormat[run.row - row] ?? [], String).slice(run.column - column);
    return () => new Map(runs.map((run) => [run, line(run)]));
  }
  const ranges = runs.map((run) => rangeOf(sheet, areaOf(run)).load('numberFormat'));
  return () => new Map(runs.map((run, at) => [run, Array.from(ranges[at]?.numberFormat[0] ?? [], String)]));
};

const writeRuns = async (
  batch: Batch,
  runs: readonly Run[],
  formats: ReadonlyMap<Run, readonly string[]>,
): Promise<void> => {
  try {
    await batch((context) => {
      for (const run of runs) writeRun(context, run, formats.get(run) ?? []);
      return () => undefined;
    });
  } catch (error) {
    if (!isTooLarge(error) || runs.length < 2) throw error;
    const half = Math.floor(runs.length / 2);
    await writeRuns(batch, runs.slice(0, half), formats);
    await writeRuns(batch, runs.slice(half), formats);
  }
};

const writeRun = (context: Excel.RequestContext, run: Run, formats: readonly string[]): void => {
  const range = rangeOf(context.workbook.worksheets.getItem(run.sheet), areaOf(run));
  const isText = (at: number) => formats[at] === '@';
  // A number written into a cell that is formatted as text would become text.
  if (run.values.some((value, at) => isText(at) && needsGeneral(value))) {
    range.numberFormat = [run.values.map((value, at) => (isText(at) && needsGeneral(value) ? 'General' : null))];
  }
  range.values = [run.values.map((value, at) => written(value, '', isText(at)))];
};

const areaOf = ({ row, column, values }: Run) => ({ row, column, rows: 1, columns: values.length });

const runsOf = (changes: readonly CellChange[]): readonly Run[] => {
  const last = new Map(changes.map((change) => [JSON.stringify([change.sheet, change.cell]), change]));
  const sorted = [...last.values()].sort(
    (a, b) =>
      (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) ||
      a.cell.row - b.cell.row ||
      a.cell.column - b.cell.column,
  );
  const runs: Run[] = [];
  for (const { sheet, cell, value } of sorted) {
    const before = runs.at(-1);
    if (before?.sheet === sheet && before.row === cell.row && before.column + before.values.length === cell.column) {
      runs[runs.length - 1] = { ...before, values: [...before.values, value] };
    } else {
      runs.push({ sheet, row: cell.row, column: cell.column, values: [value] });
    }
  }
  return runs;
};
