import type { RowKey } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { copiedCells, copiedLine } from '#core/sheet/copied-answers.ts';
import type { OpenReturn, ReadingDesk } from './desk.ts';
import type { FlowResult } from './flow-result.ts';
import { copiedOf } from './redraw-return.ts';

/**
 * The rows in which an answer still stands as it was copied from an earlier round and nobody has confirmed it, in the
 * order of the answers; compared as the sheet's marks are, capitals or not.
 */
export const unconfirmedRows = async (
  desk: ReadingDesk,
  open: OpenReturn,
  content: Pick<ReturnContent, 'rows'>,
): Promise<FlowResult<readonly RowKey[]>> => {
  const copied = await copiedOf(desk, open);
  if (!copied.ok) return copied;
  const marked = new Set(copied.value.map((cell) => copiedLine(cell).toLowerCase()));
  const still = copiedCells(content.rows).filter((cell) => marked.has(copiedLine(cell).toLowerCase()));
  return ok([...new Set(still.map(({ row }) => row))]);
};
