import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant, OwnerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { rememberReturn } from '#flows/known-returns.ts';
import { explanationEntries } from '#flows/record-from-server.ts';
import { newXlsx } from '#workbook/xlsx/xlsx-workbook.ts';

/** The workbook of an invented school. */
export interface SampleBook {
  readonly owner: OwnerId;
  readonly name: string;
  /** At least one. */
  readonly returns: readonly SampleReturn[];
}

export interface SampleReturn {
  readonly round: Round;
  readonly instrument: Instrument;
  readonly content: ReturnContent;
  /** When its warnings were explained. */
  readonly at: Instant;
}

/**
 * Writes a workbook a school into the folder, named by its URN, and a README.txt that says `notice`. Answers the paths
 * of the workbooks. Nothing is written over: when any of the files is there already, none is written.
 */
export const writeSample = async (
  books: readonly SampleBook[],
  folder: string,
  notice: string,
): Promise<Result<readonly string[], string>> => {
  const readme = join(folder, 'README.txt');
  const targets = books.map((book) => ({ book, file: join(folder, `${book.owner}.xlsx`) }));
  const there = [readme, ...targets.map(({ file }) => file)].find((file) => existsSync(file));
  if (there !== undefined) return failed(`${there} is there already, and stays as it is. Choose another folder.`);
  try {
    await mkdir(folder, { recursive: true });
    // First, so that no workbook ever stands there without saying that it is invented.
    await writeFile(readme, `${notice}\n`, { flag: 'wx' });
    for (const { book, file } of targets) {
      const bytes = await bytesOf(book);
      if (!bytes) return failed(`The workbook of ${book.owner} cannot be made.`);
      await writeFile(file, bytes, { flag: 'wx' });
    }
  } catch (error) {
    return failed(`${folder} cannot be written to: ${error instanceof Error ? error.message : String(error)}`);
  }
  return ok(targets.map(({ file }) => file));
};

const bytesOf = async ({ owner, name, returns }: SampleBook): Promise<Uint8Array | undefined> => {
  const workbook = newXlsx();
  const desk = { workbook, instruments: instrumentShelf(instrumentByRef) };
  for (const { round, instrument, content, at } of returns) {
    const remembered = await rememberReturn(desk, { owner, ownerName: name, round });
    const survey = await workbook.survey();
    if (!remembered.ok || !survey.ok) return undefined;
    const taken = survey.value.map((sheet) => sheet.name);
    const plans = planReturn({
      instrument,
      round,
      owner: { id: owner, name },
      names: freeSheetNames(instrument, taken),
      answers: content,
      record: explanationEntries({ at, by: name }, content.explanations),
    });
    const drawn = await workbook.draw(plans.map((plan) => ({ plan })));
    if (!drawn.ok) return undefined;
  }
  const bytes = await workbook.toBytes({ caches: true });
  return bytes.ok ? bytes.value : undefined;
};
