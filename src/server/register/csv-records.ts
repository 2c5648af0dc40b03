import { isUtf8 } from 'node:buffer';
import { pipeline, type Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { normalText } from '#core/instrument/text-normal-form.ts';
import type { Cells } from '#core/register/headings.ts';
import { windows1252 } from '#core/windows-1252.ts';
import type { RegisterFileFault } from '#core/register/row-problem.ts';

/** Thrown by `csvRecords`, since a generator answers in no other way; caught by `readRegisterFile`. */
export class UnreadableCsv extends Error {
  constructor(readonly fault: RegisterFileFault) {
    super(fault.kind);
  }
}

/** The government's download is about 65 MB and 52,000 rows. */
export const usualLimits = { bytes: 100 * 1024 * 1024, rows: 300_000 } as const;

/** Longer than any row of it; a quotation mark that is never closed would swallow the rest of the file. */
const mostBytesOfRow = 256 * 1024;

/**
 * The rows of a CSV file, one after the other and never the whole file at once. Cells stay bytes until somebody looks:
 * of the government's 135 columns ten are read. Marks between cells are those of the first line: commas, semicolons or
 * tabs. Throws `UnreadableCsv` where the file is no table.
 */
export async function* csvRecords(
  bytes: Readable,
  limits: Readonly<Record<'bytes' | 'rows', number>> = usualLimits,
): AsyncGenerator<Cells> {
  const pieces = bytes.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  const start = await beginning(pieces);
  if (start.length === 0) throw new UnreadableCsv({ kind: 'empty' });
  const parser = parse({
    delimiter: delimiterOf(start),
    encoding: null,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: mostBytesOfRow,
  });
  let fault: RegisterFileFault | undefined;
  async function* guarded(): AsyncGenerator<Buffer> {
    let size = 0;
    for (let piece = start; ;) {
      size += piece.length;
      if (piece.includes(0)) fault = { kind: 'not-text' };
      if (size > limits.bytes) fault = { kind: 'too-large' };
      if (fault) throw new UnreadableCsv(fault);
      yield piece;
      const next = await pieces.next();
      if (next.done) return;
      piece = next.value;
    }
  }
  try {
    pipeline(guarded, parser, () => undefined);
    let rows = 0;
    for await (const record of parser as AsyncIterable<readonly Buffer[]>) {
      rows += 1;
      if (rows > limits.rows) throw new UnreadableCsv({ kind: 'too-large' });
      yield cellsOf(record);
    }
  } catch (error) {
    if (fault) throw new UnreadableCsv(fault);
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableCsv({ kind: 'broken', row: Number(error['records'] ?? 0) + 1 });
  } finally {
    // Lets go of what was not read, so that a connection can be answered and used again.
    pieces.return?.().catch(() => undefined);
  }
}

/** The file's first line at least, without the mark of UTF-8. */
const beginning = async (pieces: AsyncIterator<Buffer>): Promise<Buffer> => {
  let start = nothing;
  while (start.length < longestStart && !start.includes(lineFeed)) {
    const next = await pieces.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  return start.subarray(start.subarray(0, 3).equals(mark) ? 3 : 0);
};

const nothing = Buffer.alloc(0);
const mark = Buffer.of(0xef, 0xbb, 0xbf);
const lineFeed = 0x0a;
const longestStart = 64 * 1024;

const cellsOf = (record: readonly Buffer[]): Cells => ({
  length: record.length,
  text: (at) => normalText(decoded(record[at] ?? nothing)).trim(),
});

/** UTF-8 where the bytes are UTF-8, else Windows-1252, in which hardly any text happens to look like UTF-8. */
const decoded = (cell: Buffer): string => (isUtf8(cell) ? cell.toString('utf8') : windows1252(cell));

const delimiterOf = (start: Buffer): string => {
  const [line = ''] = start
    .toString('latin1')
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]/, 1);
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((most, mark) => (count(mark) > count(most) ? mark : most));
};
