import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { newPrivateFile } from '#server/store/private-file.ts';
import { paths } from '#wire/paths.ts';
import type { Problem } from '#wire/problems.ts';
import { exportRefusalLine, exportUsage } from './export-words.ts';
import { withEndpoint } from './with-data.ts';

interface Asked {
  readonly round: string;
  readonly out: string;
  /** As the endpoint is asked. */
  readonly query: URLSearchParams;
}

/**
 * `stem-returns export --round … --out FILE`: a table of all that counts in a round, written while it is read. Answers the exit
 * code; the failure is a line for the person. Nobody else on this machine may read the file, one of that name is never
 * written over, and half a file never stays.
 */
export const exportRound = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked) return failed(exportUsage);
  const { round, out, query } = asked;
  return await withEndpoint(async ({ fetch }) => {
    const answer = await fetch(`${paths.export(encodeURIComponent(round))}?${query.toString()}`);
    if (!answer.ok || !answer.body) {
      return failed(
        exportRefusalLine(
          (await answer.json()) as Partial<Problem>,
          round,
          figureNames.some((name) => query.has(name)),
        ),
      );
    }
    const wrong = await write(Readable.fromWeb(answer.body as ReadableStream), out);
    if (wrong !== undefined) return failed(wrong);
    console.log(`${out}: written.`);
    return ok(0);
  });
};

/** What names a figure. */
const figureNames = ['measure', 'line', 'column'] as const;

const readArgs = (args: readonly string[]): Asked | undefined => {
  const text = { type: 'string' } as const;
  const figure = Object.fromEntries(figureNames.map((name) => [name, text]));
  const options = { round: text, out: text, table: text, format: text, 'as-at': text, ...figure };
  try {
    const { round, out, ...asked } = parseArgs({ args: [...args], options }).values;
    if (round === undefined || out === undefined) return undefined;
    return { round: round.toUpperCase(), out, query: new URLSearchParams({ ...asked }) };
  } catch {
    return undefined;
  }
};

/** Writes a new private file; what went wrong, as a line. */
const write = async (from: Readable, out: string): Promise<string | undefined> => {
  try {
    await pipeline(from, createWriteStream(out, newPrivateFile));
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return `${out} is there already, and stays as it is. Choose another name.`;
    await rm(out, { force: true });
    return `${out} cannot be written whole, and is not there now. Look whether there is room for it, and try again.`;
  }
};
