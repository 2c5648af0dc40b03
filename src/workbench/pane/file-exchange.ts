import { instrumentByRef } from '#definitions/instruments.ts';
import { copyReturns } from '#flows/copy-returns.ts';
import type { ReadingDesk } from '#flows/desk.ts';
import { findReturns } from '#flows/find-returns.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { newXlsx, openXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import type { FileAnswer } from '../page/pane-messages.ts';

/** The workbook beside the pane, through Microsoft's client like everything that the pane does. */
const beside = (): ReadingDesk => ({
  workbook: excelWorkbook({ client: Excel }),
  instruments: instrumentShelf(instrumentByRef),
});

/** The returns of the workbook as an Excel file that shows its numbers without being calculated. */
export const writeFile = async (): Promise<FileAnswer> => {
  const file = newXlsx();
  const copied = await copyReturns(beside(), file);
  if (!copied.ok) return { kind: 'failed', why: 'workbook' };
  if (copied.value.length === 0) return { kind: 'no-return' };
  const bytes = await file.toBytes({ caches: true });
  return bytes.ok ? { kind: 'file', bytes: bytes.value } : { kind: 'failed', why: 'workbook' };
};

/** Draws the returns of an Excel file, which may be a stranger's, into the workbook. */
export const drawFile = async (bytes: Uint8Array): Promise<FileAnswer> => {
  const file = await openXlsx(bytes);
  if (!file.ok) return { kind: 'failed', why: 'unreadable' };
  const { workbook, instruments } = beside();
  const drawn = await copyReturns({ workbook: file.value, instruments }, workbook);
  if (!drawn.ok) return { kind: 'failed', why: 'workbook' };
  if (drawn.value.length === 0) return { kind: 'no-return' };
  const found = await findReturns({ workbook, instruments });
  const entry = found.ok ? found.value.open[0]?.sheets.entry : undefined;
  if (entry !== undefined) await workbook.show(entry);
  return { kind: 'drawn', returns: drawn.value.length };
};
