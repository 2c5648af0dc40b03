import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failed, ok, type Result } from '#core/result.ts';
import { placeInWords, placeOf, readSettings } from '#server/settings.ts';
import { makeFolderOf } from '#server/store/place-folder.ts';
import { restoreFrom, type RestoreFailure } from '#server/store/restore.ts';
import { dataFolder } from './own-files.ts';

/**
 * `stem-returns restore FILE`: fills an empty database (`STEM_DATA` or `DATABASE_URL`) from a backup. Nothing is ever
 * written over. Answers the exit code; the failure is a line for the person.
 */
export const restore = async (args: readonly string[]): Promise<Result<number, string>> => {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith('-') || more.length > 0) {
    return failed('For example: STEM_DATA=new.db stem-returns restore returns-2009-06-30.db');
  }
  if (!existsSync(file)) return failed(`There is no file ${file}.`);
  const settings = readSettings();
  if (!settings.ok) return settings;
  const place = placeOf(settings.value, join(dataFolder, 'returns.db'));
  const name = placeInWords(place);
  const folder = makeFolderOf(place);
  if (!folder.ok) return folder;
  try {
    const done = await restoreFrom(file, place, new Date().toISOString());
    if (!done.ok) return failed(failureLine(done.failure, file, name));
    const { owners = 0, returns = 0, revisions = 0 } = Object.fromEntries(done.value);
    console.log(`${name} holds what ${file} held: ${owners} owners, ${returns} returns, ${revisions} revisions.`);
    return ok(0);
  } catch (error) {
    return failed(`${name} cannot be filled: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const failureLine = (failure: RestoreFailure, file: string, name: string): string =>
  failure.kind === 'not-empty'
    ? `${name} holds something already, and stays as it is. Name another in STEM_DATA or DATABASE_URL.`
    : `${file} is no backup of this program: ${failure.reason}.`;
