import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Severity } from '#core/instrument/instrument.ts';
import type { SheetDamage } from '#core/rules/issue.ts';
import { checkReturn, type CheckedReturn } from '#flows/check-return.ts';
import type { OpenReturn, ReadingDesk } from '#flows/desk.ts';
import { findReturns } from '#flows/find-returns.ts';
import { messageOf } from '#flows/message-of.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { lookBeyond } from '#flows/look-beyond.ts';
import { limits } from '#workbook/xlsx/guard.ts';
import { openXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import { cellOnSheet } from './cell-on-sheet.ts';
import type { InstrumentsAtHand } from './instruments-at-hand.ts';
import { nodeUnpacker } from './node-unpacker.ts';
import type { Refusal } from './refusal-words.ts';

/** What is found in one file, as it travels from the process that reads it. */
export interface FileReport {
  readonly file: string;
  /** Why nothing of the file could be checked. */
  readonly refused?: Refusal;
  readonly returns: readonly ReturnReport[];
  /** Sheets that look like a return but cannot be checked, with the reason. */
  readonly unread: readonly UnreadSheet[];
}

export interface UnreadSheet {
  readonly sheet: string;
  readonly reason: 'two-copies' | 'code-unreadable' | 'round-unknown' | 'instrument-unknown' | 'header-missing';
  /** The version of the instrument that its hidden sheets name, such as `…@1`, with its title where it is at hand. */
  readonly instrument?: { readonly reference: string; readonly title?: string };
}

export interface ReturnReport {
  readonly sheet: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly round: string;
  readonly title: string;
  readonly rowsAnswered: number;
  readonly rows: number;
  readonly issues: readonly IssueReport[];
  readonly damage: readonly SheetDamage[];
}

/** An issue with the cell that it is about, such as `Gardens!D12`; a cell that is gone has no name. */
export interface IssueReport {
  readonly cell: string | undefined;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** A warning that somebody has explained. */
  readonly explained: boolean;
}

/** Reads one file and checks every return in it. The file may be a stranger's; nothing is changed. */
export const checkFile = async (file: string, instruments: InstrumentsAtHand): Promise<FileReport> => {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  const nothing = { file, returns: [], unread: [] };
  if (bytes instanceof Error) {
    return { ...nothing, refused: { kind: bytes.code === 'ENOENT' ? 'no-file' : 'not-readable' } };
  }
  // A lock file of an open workbook; Excel leaves it beside the real one.
  if (basename(file).startsWith('~$')) return { ...nothing, refused: { kind: 'lock-file' } };
  if (bytes.length > limits.bytes) return { ...nothing, refused: { kind: 'too-large' } };
  const opened = await openXlsx(bytes, nodeUnpacker);
  if (!opened.ok) return { ...nothing, refused: opened.failure };
  const desk: ReadingDesk = { workbook: opened.value, instruments: instrumentShelf(instruments) };
  const survey = await desk.workbook.survey();
  const found = await findReturns(desk);
  if (!survey.ok || !found.ok) return { ...nothing, refused: { kind: 'damaged' } };
  const nameOf = (id: string) => survey.value.find((sheet) => sheet.id === id)?.name ?? '';
  const { open, copies, damaged, unknown } = found.value;
  const unread: UnreadSheet[] = [
    ...copies.flatMap(({ sheets }) => sheets.map(({ name }) => ({ sheet: name, reason: 'two-copies' as const }))),
    ...damaged.map(({ name }) => ({ sheet: name, reason: 'code-unreadable' as const })),
    ...unknown.map(({ sheet, instrument }) => withoutRound(nameOf(sheet), instrument, desk)),
  ];
  const returns: ReturnReport[] = [];
  for (const one of open) {
    const sheet = nameOf(one.sheets.entry);
    const looked = await lookBeyond(desk, one);
    const checked = looked.ok ? await checkReturn(desk, looked.value) : looked;
    if (checked.ok) returns.push(reportOf(sheet, one, checked.value));
    else if (checked.failure.kind === 'sheet-damaged') unread.push({ sheet, reason: 'header-missing' });
    else return { ...nothing, refused: { kind: 'damaged' } };
  }
  return returns.length + unread.length === 0
    ? { ...nothing, refused: { kind: 'no-return' } }
    : { file, returns, unread };
};

/** Where the workbook's notes are gone, its hidden sheets still name the instrument. */
const withoutRound = (sheet: string, reference: string | undefined, { instruments }: ReadingDesk): UnreadSheet => {
  if (reference === undefined) return { sheet, reason: 'round-unknown' };
  const title = instruments.find(reference)?.title;
  return title === undefined
    ? { sheet, reason: 'instrument-unknown', instrument: { reference } }
    : { sheet, reason: 'round-unknown', instrument: { reference, title } };
};

const reportOf = (
  sheet: string,
  { owner, ownerName, round, instrument }: OpenReturn,
  checked: CheckedReturn,
): ReturnReport => {
  const open = new Set(checked.openWarnings);
  return {
    sheet,
    owner,
    ownerName,
    round: round.id,
    title: round.title,
    rowsAnswered: checked.rowsAnswered,
    rows: checked.rows,
    damage: checked.damage,
    issues: checked.issues.map((issue) => ({
      cell: cellOnSheet(sheet, checked.spotOf(issue.row, issue.field)),
      severity: issue.severity,
      rule: issue.rule,
      message: messageOf(instrument, issue.rule, checked.circumstances) ?? issue.rule,
      explained: issue.severity === 'warning' && !open.has(issue),
    })),
  };
};
