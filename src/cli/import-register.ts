import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { MentorName } from '#core/register/register-columns.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { importRegister, previewImport, type ImportOutcome } from '#server/register/import-register.ts';
import { readRegisterFile, type RegisterFile } from '#server/register/read-register-file.ts';
import type { Store } from '#server/store/store.ts';
import { enlistedList } from './enlisted-list.ts';
import { holder } from './holder.ts';
import { withData } from './with-data.ts';
import { changeWords, fileFaultWords, problemLine, summaryLine } from './register-words.ts';

const usage =
  'For example: stem-returns import-register edubasealldata20090601.csv --links links_edubasealldata20090601.csv --enlist our-schools.csv';

interface Asked {
  readonly files: readonly string[];
  readonly enlist: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** A file as read, under the name by which the person gave it. */
interface Named {
  readonly name: string;
  readonly file: RegisterFile;
}

/**
 * `stem-returns import-register FILE… [--links FILE] [--enlist FILE|URN,…] [--dry-run] [--json]`: fills the register. All
 * files are read first and go in together or not at all. Answers the exit code: 1 when rows were refused.
 */
export const importRegisterFiles = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  return await withData((store) => importInto(store, asked.value));
};

const readArgs = (args: readonly string[]): Result<Asked, string> => {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { links: text, enlist: text, 'dry-run': flag, json: flag },
    });
    const { links, enlist, 'dry-run': dryRun = false, json = false } = values;
    // Links come after the schools that they are about.
    const files = [...positionals, ...(links === undefined ? [] : [links])];
    return files.length === 0 && enlist === undefined ? failed(usage) : ok({ files, enlist, dryRun, json });
  } catch {
    return failed(usage);
  }
};

const importInto = async (store: Store, { files, enlist, dryRun, json }: Asked): Promise<Result<number, string>> => {
  const mentors = await store.read(({ register }) => register.mentors());
  const named: Named[] = [];
  for (const name of files) {
    const read = await readNamed(name, mentors);
    if (!read.ok) return read;
    named.push(read.value);
  }
  if (enlist !== undefined) {
    const list = await enlistedList(enlist);
    if (!list.ok) return list;
    named.push({ name: `--enlist ${enlist}`, file: list.value });
  }
  const read = named.map(({ file }) => file);
  const outcomes = dryRun
    ? await store.read((records) => previewImport(records, read))
    : await store.write((records) => importRegister(records, holder, new Date().toISOString(), read));
  const told = outcomes.map((outcome, at) => ({ file: named[at]?.name ?? '', ...outcome }));
  if (json) console.log(JSON.stringify({ applied: !dryRun, files: told }, null, 2));
  else for (const line of told.flatMap((one) => linesOf(one, dryRun))) console.log(line);
  return ok(outcomes.some(({ refused }) => refused > 0) ? 1 : 0);
};

const readNamed = async (name: string, mentors: readonly MentorName[]): Promise<Result<Named, string>> => {
  const bytes = createReadStream(name);
  try {
    const read = await readRegisterFile(bytes, mentors);
    return read.ok ? ok({ name, file: read.value }) : failed(`${name}: ${fileFaultWords(read.failure)}`);
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return failed(`${name}: there is no such file, or it cannot be read.`);
  } finally {
    bytes.destroy();
  }
};

const linesOf = (told: ImportOutcome & { readonly file: string }, dryRun: boolean): readonly string[] => [
  `${told.file}: ${summaryLine(told)}`,
  ...(dryRun ? ['  Nothing was written: this is what would be done.'] : []),
  ...told.changes.map((change) => `  ${changeWords(change)}`),
  ...told.problems.map((problem) => `  ${problemLine(problem)}`),
];
