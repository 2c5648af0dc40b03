import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result } from '#core/result.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { dataFolder } from './own-files.ts';

/**
 * Opens the data file of a server (`STEM_DATA`, else its usual place), of a real programme or of the demo. The failure
 * is a line for the person; nothing is made where there is no file.
 */
export const openDataFile = async (given: string | undefined): Promise<Result<Store, string>> => {
  const file = given ?? join(dataFolder, 'returns.db');
  if (!existsSync(file)) return failed(`There is no data file ${file}. Set STEM_DATA to the server's data file.`);
  const now = new Date().toISOString();
  try {
    const real = await openStore({ file, mode: 'real', now });
    if (real.ok) return real;
    const demo = await openStore({ file, mode: 'demo', now });
    return demo.ok ? demo : failed(`${file} belongs to no programme.`);
  } catch {
    return failed(`${file} cannot be opened: it is not a data file of this program, or it is damaged.`);
  }
};
