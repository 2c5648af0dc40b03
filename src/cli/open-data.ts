import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result } from '#core/result.ts';
import { placeInWords, placeOf, type Settings } from '#server/settings.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { dataFolder } from './own-files.ts';

/**
 * Opens the data of a server (`DATABASE_URL`, `STEM_DATA`, else its usual place), of a real programme or of the demo.
 * The failure is a line for the person; nothing is made where there is no file.
 */
export const openData = async (settings: Settings): Promise<Result<Store, string>> => {
  const place = placeOf(settings, join(dataFolder, 'returns.db'));
  const name = placeInWords(place);
  if ('file' in place && !existsSync(place.file)) {
    return failed(`There is no data file ${name}. Set STEM_DATA to the server's data file, or DATABASE_URL.`);
  }
  const now = new Date().toISOString();
  try {
    const real = await openStore({ place, mode: 'real', now });
    if (real.ok) return real;
    const demo = await openStore({ place, mode: 'demo', now });
    return demo.ok ? demo : failed(`${name} belongs to no programme.`);
  } catch {
    return failed(
      'file' in place
        ? `${name} cannot be opened: it is not a data file of this program, or it is damaged.`
        : `${name} cannot be opened: it cannot be reached, or it is not of this program.`,
    );
  }
};
