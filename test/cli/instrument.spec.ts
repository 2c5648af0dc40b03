import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '#core/cell.ts';
import { writeDefinition } from '#core/instrument/definition-sheets/write-definition.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { instruments } from '#definitions/instruments.ts';
import { readSheets, writeSheets } from '#workbook/xlsx/plain-sheets.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { orchard } from '../kit/orchard-instrument.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-definition-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const defined = (path: string) => loadInstrument(JSON.parse(readFileSync(path, 'utf8')));

/** A definition workbook as a file, with other cells in some places of one sheet. */
const workbook = async (
  name: string,
  instrument: typeof orchard,
  sheet = '',
  change: (grid: (Cell | undefined)[][]) => void = () => undefined,
): Promise<string> => {
  const sheets = writeDefinition(instrument).map((one) => {
    const grid = one.grid.map((line) => [...line]);
    if (one.name === sheet) change(grid);
    return { name: one.name, grid };
  });
  const path = join(folder, name);
  writeFileSync(path, await writeSheets(sheets));
  return path;
};

test('an instrument of the program is exported into a workbook and imported from it as it is', async () => {
  const [instrument] = instruments;
  if (!instrument) throw new Error('the program comes with instruments');
  const ref = instrumentRef(instrument);
  const file = join(folder, 'new', 'exported.xlsx');
  expect(await runCommand(['instrument', 'export', ref, '--out', file])).toEqual({ code: 0, printed: `${file}\n` });
  const out = join(folder, 'definitions');
  const target = join(out, `${ref}.json`);
  expect(await runCommand(['instrument', 'import', file, '--out', out])).toEqual({ code: 0, printed: `${target}\n` });
  expect(defined(target)).toEqual({ ok: true, value: instrument });
}, 60_000);

test('an invented instrument is imported from its workbook alone', async () => {
  const file = await workbook('orchard.xlsx', orchard);
  const { code } = await runCommand(['instrument', 'import', file, '--out', folder]);
  expect(code).toBe(0);
  expect(defined(join(folder, 'school-orchard@1.json'))).toEqual({ ok: true, value: orchard });
}, 60_000);

test('mistakes are told by sheet and cell, with what to do, and nothing is imported', async () => {
  const file = await workbook('bad.xlsx', gardens, 'rules', (grid) => {
    grid[2]![1] = 'staet';
    grid[4]![5] = 'state >= lots';
  });
  const { code, printed } = await runCommand(['instrument', 'import', file, '--out', join(folder, 'none')]);
  expect(printed.split('\n')).toEqual([
    'rules!F5  This condition cannot be read from character 10 on. Expected there: a number.',
    'rules!B3  There is no field “staet”. Use an id from the sheet “fields”.',
    '',
  ]);
  expect(code).toBe(1);
  expect(existsSync(join(folder, 'none'))).toBe(false);
}, 60_000);

test('a version that was imported never changes', async () => {
  const out = join(folder, 'versions');
  const first = await workbook('first.xlsx', gardens);
  const other = await workbook('other.xlsx', { ...gardens, title: 'Other gardens' });
  expect((await runCommand(['instrument', 'import', first, '--out', out])).code).toBe(0);
  expect((await runCommand(['instrument', 'import', first, '--out', out])).code).toBe(0);
  const { code, printed } = await runCommand(['instrument', 'import', other, '--out', out]);
  expect(code).toBe(1);
  expect(printed).toContain('a version never changes');
  expect(defined(join(out, 'school-gardens@1.json'))).toEqual({ ok: true, value: gardens });
}, 90_000);

test('a blank definition workbook is made, and no file is written over', async () => {
  const file = join(folder, 'blank.xlsx');
  expect((await runCommand(['instrument', 'blank', '--out', file])).code).toBe(0);
  const sheets = await readSheets(readFileSync(file));
  expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual([
    'instrument',
    'rows',
    'fields',
    'choices',
    'derived',
    'rules',
    'measures',
    'moved',
  ]);
  const again = await runCommand(['instrument', 'blank', '--out', file]);
  expect(again).toEqual({ code: 1, printed: `${file} is there already. Choose another name, or move it away.\n` });
}, 60_000);

test.each([
  [['instrument'], 1, 'How it is used'],
  [['instrument', 'import', '--out', '/nowhere'], 1, 'How it is used'],
  [
    ['instrument', 'export', 'none@1', '--out', join(tmpdir(), 'x.xlsx')],
    1,
    'There is no instrument "none@1". There are: ',
  ],
  [['instrument', 'import', '/nowhere.xlsx', '--out', tmpdir()], 2, 'it cannot be read'],
])(
  '%j ends with %d and says why',
  async (args, code, words) => {
    const told = await runCommand(args);
    expect(told.code).toBe(code);
    expect(told.printed).toContain(words);
  },
  60_000,
);
