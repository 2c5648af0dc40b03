import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { windows1252 } from '#core/windows-1252.ts';

/** Why a file is no table: nothing in it, no text at all, or a quotation mark that is never closed; the line counts from 1. */
export type CsvFailure =
  { readonly kind: 'empty' } | { readonly kind: 'not-text' } | { readonly kind: 'broken'; readonly line: number };

/**
 * Reads a table saved as text, in: the bytes of the file, out: its cells, all of them text exactly as written, blank
 * ones `null`, every row as long as the longest. Understands UTF-8, UTF-16 with its mark and Windows-1252 (what Excel
 * for Windows saves), and commas, semicolons or tabs between cells, whichever the first line uses most.
 */
export const readCsv = (bytes: Uint8Array): Result<Grid, CsvFailure> => {
  const text = decoded(bytes);
  if (text === undefined) return failed({ kind: 'not-text' });
  if (text.trim() === '') return failed({ kind: 'empty' });
  try {
    const lines: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    const width = Math.max(...lines.map((line) => line.length));
    return ok(lines.map((line) => Array.from({ length: width }, (_, at) => line[at] || null)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failed({ kind: 'broken', line: typeof error['lines'] === 'number' ? error['lines'] : 1 });
  }
};

/** The text of the bytes; `undefined` for what is no text: a NUL stands in no table that was saved as one. */
const decoded = (bytes: Uint8Array): string | undefined => {
  const text = read(bytes);
  return text.includes('\0') ? undefined : text;
};

const read = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
};

const delimiters = [',', ';', '\t'] as const;

/** Quoted cells of the first line may hold any of the marks: they are left out of the count. */
const delimiterOf = (text: string): string => {
  const line = text.replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const count = (mark: string) => line.split(mark).length;
  return delimiters.reduce((most, mark) => (count(mark) > count(most) ? mark : most));
};
