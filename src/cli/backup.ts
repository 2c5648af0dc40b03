import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { withData } from './with-data.ts';

/**
 * `stem-returns backup --out FILE`: everything the server holds, as at one moment, in one file; the server may go on
 * meanwhile. Answers the exit code; the failure is a line for the person. Nobody else on this
 * machine may read the file, and one of that name is never written over.
 */
export const backup = async (args: readonly string[]): Promise<Result<number, string>> => {
  const out = readOut(args);
  if (!out.ok) return out;
  return await withData(async (store) => {
    try {
      const now = new Date().toISOString();
      const mark = await store.write(({ checkpoints }) => checkpoints.make(now));
      await store.copyTo(out.value);
      console.log(
        `${out.value} holds everything as at ${now}.\nThe log of acts is marked: checkpoint ${mark.number}, ${mark.hash}`,
      );
      return ok(0);
    } catch (error) {
      return failed(`${out.value} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
};

const readOut = (args: readonly string[]): Result<string, string> => {
  try {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
    if (values.out !== undefined && values.out !== '') return ok(values.out);
  } catch {
    // Told below how it is called.
  }
  return failed('For example: stem-returns backup --out returns-2009-06-30.db');
};
