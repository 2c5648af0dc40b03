import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { isPublicUrl } from '#server/settings.ts';
import { manifestAt } from './own-files.ts';

/**
 * `stem-returns manifest --url URL [--out FILE]`: the add-in's manifest for a pane that is served at that address, to be
 * uploaded to Excel or given to the school's IT. Answers the exit code; the failure is a line for the person.
 */
export const manifest = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  const { url, out } = asked.value;
  const text = manifestAt(url);
  if (out === undefined) {
    console.log(text);
    return ok(0);
  }
  try {
    await writeFile(out, text, { flag: 'wx' });
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return failed(
      there ? `${out} is there already, and stays as it is. Choose another name.` : `${out} cannot be written.`,
    );
  }
  console.log(`${out}: the add-in as it is served at ${url}`);
  return ok(0);
};

const usage = 'For example: stem-returns manifest --url https://returns.example.org --out manifest.xml';

const readArgs = (args: readonly string[]): Result<{ readonly url: string; readonly out?: string }, string> => {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { url: text, out: text } });
    if (values.url === undefined) return failed(usage);
    const url = values.url.replace(/\/$/, '');
    if (!isPublicUrl(url)) return failed(`Excel loads add-ins by https only, not from "${values.url}". ${usage}`);
    return ok({ url, ...(values.out === undefined ? {} : { out: values.out }) });
  } catch {
    return failed(usage);
  }
};
