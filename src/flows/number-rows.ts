import { failed, ok } from '#core/result.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { firstFreeNumber } from '#core/sheet/row-numbers.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/**
 * Gives a number to every filled line of an open table that has none, and a new one to each line whose number stands
 * above it already, as after copying a row. Numbers that are there stay. Answers how many lines got one.
 */
export const numberRows = async (desk: Desk, open: OpenReturn): Promise<FlowResult<number>> => {
  if (open.instrument.rows.kind !== 'open') return ok(0);
  const grid = fromWorkbook(await desk.workbook.read(open.sheets.entry));
  if (!grid.ok) return grid;
  const reading = readEntry(grid.value, open.instrument);
  const column = reading.columnOf('#key');
  if (column === undefined) return failed({ kind: 'sheet-damaged' });
  const lines = reading.damage.flatMap((damage) =>
    damage.kind === 'row-without-number' || damage.kind === 'row-twice' ? [damage.at] : [],
  );
  if (lines.length === 0) return ok(0);
  const next = firstFreeNumber(reading.keys);
  const numbers = lines.map((row, at) => ({ sheet: open.sheets.entry, cell: { row, column }, value: next + at }));
  const applied = fromWorkbook(await desk.workbook.apply(numbers));
  return applied.ok ? ok(numbers.length) : applied;
};
