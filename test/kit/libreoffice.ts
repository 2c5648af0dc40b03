import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Grid } from '#core/cell.ts';
import { readSheets } from '#workbook/xlsx/plain-sheets.ts';
import { findSoffice } from './find-soffice.mjs';

/** A start takes some seconds, a large workbook some more; a hanging LibreOffice must not hang the tests. */
const longest = 150_000;

/**
 * Opens a workbook file in LibreOffice and saves it again, as somebody without Excel does. LibreOffice believes cached
 * results: what it is to calculate must be written without any.
 */
export const recalculate = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const [saved] = await recalculateAll([bytes]);
  if (!saved) throw new Error('LibreOffice has saved nothing');
  return saved;
};

/** The same for several files in one start, which is what takes the time. */
export const recalculateAll = (files: readonly Uint8Array[]): Promise<readonly Uint8Array[]> =>
  converted(files, 'xlsx', 'xlsx:Calc MS Excel 2007 XML', 'xlsx');

/** Text documents as somebody prints them: PDF files. */
export const printed = (documents: readonly Uint8Array[]): Promise<readonly Uint8Array[]> =>
  converted(documents, 'docx', 'pdf', 'pdf');

const converted = async (
  files: readonly Uint8Array[],
  from: string,
  filter: string,
  to: string,
): Promise<readonly Uint8Array[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'stem-soffice-'));
  try {
    const names = files.map((_, at) => `file-${at}`);
    await Promise.all(files.map((bytes, at) => writeFile(join(folder, `${names[at]}.${from}`), bytes)));
    const saved = join(folder, 'saved');
    const { code, printed: said } = await soffice([
      '--headless',
      '--norestore',
      // A profile of its own: two that share one wait for each other.
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--convert-to',
      filter,
      '--outdir',
      saved,
      ...names.map((name) => join(folder, `${name}.${from}`)),
    ]);
    return await Promise.all(names.map((name) => readFile(join(saved, `${name}.${to}`)))).catch(() => {
      throw new Error(`LibreOffice did not save every file (exit ${code}): ${said}`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The values on the sheet of a name, from A1 on. */
export const valuesOf = async (bytes: Uint8Array, sheet: string): Promise<Grid> => {
  const read = await readSheets(bytes);
  if (!read.ok) throw new Error(`the file cannot be read: ${read.failure.kind}`);
  const found = read.value.find(({ name }) => name === sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found.grid;
};

const soffice = (args: readonly string[]): Promise<{ readonly code: number | null; readonly printed: string }> =>
  new Promise((resolve, reject) => {
    const program = findSoffice();
    if (program === undefined) {
      reject(new Error('LibreOffice is missing: install libreoffice-calc, or set SOFFICE to the path of soffice'));
      return;
    }
    // A group of its own: soffice is a script, and the program that it starts must end with it.
    const child = spawn(program, args, { detached: true });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => (printed += String(piece)));
    const late = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      printed += `stopped after ${longest / 1000} seconds`;
    }, longest);
    child.on('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code, printed });
    });
  });
