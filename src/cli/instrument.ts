import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { blankDefinition } from '#core/instrument/definition-sheets/blank-definition.ts';
import type { NamedGrid } from '#core/instrument/definition-sheets/definition-table.ts';
import { readDefinition } from '#core/instrument/definition-sheets/read-definition.ts';
import { writeDefinition } from '#core/instrument/definition-sheets/write-definition.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { definitionExample } from '#definitions/definition-example.ts';
import { instrumentByRef, instruments } from '#definitions/instruments.ts';
import { readSheets, writeSheets } from '#workbook/xlsx/plain-sheets.ts';
import { definitionWords } from './definition-words.ts';
import { drawingFaults } from './drawing-faults.ts';
import { refusalWords } from './refusal-words.ts';

/** What `instrument` ends with: done, something to put right in the workbook, a file that could not be read. */
const codes = { done: 0, faults: 1, unreadable: 2 } as const;

/**
 * `stem-returns instrument import FILE --out DIR`, `instrument export REF --out FILE`, `instrument blank --out FILE`:
 * definitions as workbooks that people write. Answers the exit code.
 */
export const instrument = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  const { verb, what, out } = asked.value;
  switch (verb) {
    case 'import':
      return what === undefined ? failed(usage) : importDefinition(what, out);
    case 'export': {
      const found = instrumentByRef(what ?? '');
      if (!found) return failed(`There is no instrument "${what ?? ''}". There are: ${allRefs()}.`);
      return writeWorkbook(writeDefinition(found), out);
    }
    case 'blank':
      return writeWorkbook(blankDefinition(definitionExample), out);
    default:
      return failed(usage);
  }
};

const usage = `How it is used:
  stem-returns instrument blank --out FILE.xlsx        a workbook in which to write a new instrument
  stem-returns instrument export NAME@1 --out FILE.xlsx an instrument of the program as such a workbook
  stem-returns instrument import FILE.xlsx --out FOLDER the instrument in it, as a definition for the program`;

const allRefs = (): string => instruments.map(instrumentRef).join(', ');

const readArgs = (args: readonly string[]): Result<{ verb?: string; what?: string; out: string }, string> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [verb, what, ...more] = positionals;
    if (verb === undefined || values.out === undefined || more.length > 0) return failed(usage);
    return ok({ verb, ...(what === undefined ? {} : { what }), out: values.out });
  } catch {
    return failed(usage);
  }
};

/** An older file of that name is not lost: nothing is written over it. */
const writeWorkbook = async (sheets: readonly NamedGrid[], file: string): Promise<Result<number, string>> => {
  if (existsSync(file)) return failed(`${file} is there already. Choose another name, or move it away.`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await writeSheets(sheets));
  console.log(file);
  return ok(codes.done);
};

const importDefinition = async (file: string, folder: string): Promise<Result<number, string>> => {
  const bytes = await readFile(file).catch(() => undefined);
  const sheets = bytes ? await readSheets(bytes) : failed({ kind: 'not-readable' } as const);
  if (!sheets.ok) {
    console.log(`${file}: ${refusalWords(sheets.failure)}`);
    return ok(codes.unreadable);
  }
  const read = readDefinition(sheets.value);
  if (!read.ok) {
    for (const fault of read.failure) console.log(`${fault.sheet}!${fault.cell}  ${definitionWords(fault)}`);
    return ok(codes.faults);
  }
  const undrawable = drawingFaults(read.value);
  if (undrawable.length > 0) {
    for (const line of undrawable) console.log(`${file}  ${line}`);
    return ok(codes.faults);
  }
  return writeDefinitionFile(
    JSON.stringify(read.value, null, 2) + '\n',
    join(folder, `${instrumentRef(read.value)}.json`),
  );
};

/** A version that was imported before stays what it was; the same once more is fine. */
const writeDefinitionFile = async (text: string, target: string): Promise<Result<number, string>> => {
  const before = await readFile(target, 'utf8').catch(() => undefined);
  if (before !== undefined && before !== text)
    return failed(
      `${target} defines this version otherwise, and a version never changes. Give the new one the next version number.`,
    );
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
  console.log(target);
  return ok(codes.done);
};
