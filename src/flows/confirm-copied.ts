import type { RowKey } from '#core/ids.ts';
import { failed, ok } from '#core/result.ts';
import { readCopiedLine } from '#core/sheet/copied-answers.ts';
import type { CellChange } from '../workbook/workbook.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { recordChanges } from './write-record.ts';

/**
 * The person says that answers copied from an earlier round still hold: the marks of these rows go, of all rows when
 * none are named, and the record says who confirmed what. Answers how many rows were confirmed.
 */
export const confirmCopied = async (
  desk: Desk,
  open: OpenReturn,
  checked: Pick<CheckedReturn, 'recordEnd'>,
  rows?: readonly RowKey[],
): Promise<FlowResult<number>> => {
  const { lists } = open.sheets;
  if (lists === undefined) return failed({ kind: 'sheet-damaged' });
  const grid = fromWorkbook(await desk.workbook.read(lists));
  if (!grid.ok) return grid;
  const confirmed = new Set<RowKey>();
  const marks: CellChange[] = grid.value.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const copied = readCopiedLine(cell);
      if (copied === undefined || (rows !== undefined && !rows.includes(copied.row))) return [];
      confirmed.add(copied.row);
      return [{ sheet: lists, cell: { row, column }, value: null }];
    }),
  );
  if (marks.length === 0) return ok(0);
  const record = recordChanges(
    open.sheets.record,
    checked.recordEnd,
    [...confirmed].map((row) => ({
      when: desk.now(),
      who: desk.api.person()?.name ?? open.ownerName,
      what: 'Confirmed',
      row,
      field: undefined,
      value: null,
      text: '',
      reference: '',
    })),
  );
  const applied = fromWorkbook(await desk.workbook.apply([...marks, ...record]));
  return applied.ok ? ok(confirmed.size) : applied;
};
