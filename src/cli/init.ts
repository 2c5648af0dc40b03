import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { openOrMake, setUpCode } from '#server/main.ts';
import { placeInWords, placeOf, readSettings } from '#server/settings.ts';
import { dataFolder } from './own-files.ts';
import { setUpWords } from './set-up-words.ts';

/**
 * `stem-returns init`: makes the database of a real programme, or opens it, and prints a code to set it up with.
 * Answers the exit code; the failure is a line for the person, also when the programme is set up already.
 */
export const init = async (args: readonly string[]): Promise<Result<number, string>> => {
  try {
    parseArgs({ args: [...args], options: {} });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
  const settings = readSettings();
  if (!settings.ok) return settings;
  const place = placeOf(settings.value, join(dataFolder, 'returns.db'));
  const opened = await openOrMake(place, 'real');
  if (!opened.ok) return opened;
  const code = await setUpCode(opened.value);
  await opened.value.close();
  const name = placeInWords(place);
  if (!code) {
    return failed(
      `${name} is set up: somebody of the project team can sign in. For another code: stem-returns codes make`,
    );
  }
  console.log(`The data are in ${name}\n${setUpWords(code)}`);
  return ok(0);
};
