import { failed, ok, type Result } from '#core/result.ts';
import type { CellChange, SheetId, WorkbookFailure } from '../workbook.ts';
import { rangeOf } from './address.ts';
import { isExcelError, isTooLarge, toFailure } from './failures.ts';
import type { Batch } from './run.ts';
import { isTooLong, needsGeneral, written } from './written.ts';

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
  const found = await batch((context) => {
    const sheets = [...new Set(runs.map(({ sheet }) => sheet))].map((id) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
      return { sheet, protection: sheet.protection.load('protected') };
    });
    const formats = runs.map((run) =>
      rangeOf(context.workbook.worksheets.getItemOrNullObject(run.sheet), areaOf(run)).load('numberFormat'),
    );
    return () =>
      sheets.some(({ sheet }) => sheet.isNullObject)
        ? undefined
        : {
            formats: formats.map(({ numberFormat }) => Array.from(numberFormat[0] ?? [], String)),
            protectedSheet: sheets.find(({ protection }) => protection.protected)?.sheet.name,
          };
  });
  if (!found) return failed({ kind: 'gone' });
  try {
    await writeRuns(batch, runs, found.formats);
    return ok(undefined);
  } catch (error) {
    if (!isExcelError(error)) throw error;
    const failure = toFailure(error);
    return failed(
      failure.kind === 'protected' && found.protectedSheet ? { ...failure, sheet: found.protectedSheet } : failure,
    );
  }
};

const writeRuns = async (
  batch: Batch,
  runs: readonly Run[],
  formats: readonly (readonly string[])[],
): Promise<void> => {
  try {
    await batch((context) => {
      runs.forEach((run, at) => writeRun(context, run, formats[at] ?? []));
      return () => undefined;
    });
  } catch (error) {
    if (!isTooLarge(error) || runs.length < 2) throw error;
    const half = Math.floor(runs.length / 2);
    await writeRuns(batch, runs.slice(0, half), formats.slice(0, half));
    await writeRuns(batch, runs.slice(half), formats.slice(half));
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
