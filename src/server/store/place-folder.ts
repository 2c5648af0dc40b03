import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Result } from '#core/result.ts';
import type { Place } from './store.ts';

/** Makes the folder that a data file is to lie in, where it is not there; the failure is a line for the person. */
export const makeFolderOf = (place: Place): Result<void, string> => {
  if (!('file' in place)) return ok(undefined);
  const folder = dirname(place.file);
  try {
    mkdirSync(folder, { recursive: true });
    return ok(undefined);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return failed(`There is no folder ${folder}, and it cannot be made (${code}): see STEM_DATA.`);
  }
};
