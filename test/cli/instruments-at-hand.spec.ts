import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { instruments } from '#definitions/instruments.ts';
import { drawingFaults } from '../../src/cli/drawing-faults.ts';
import { instrumentsAtHand } from '../../src/cli/instruments-at-hand.ts';
import { gardens } from '../kit/garden-instrument.ts';
import { runCommand } from './run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'stem-instruments-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const folderWith = (name: string, files: Readonly<Record<string, unknown>>): string => {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
};

test('imported instruments are at hand beside those of the program', async () => {
  const atHand = await instrumentsAtHand(folderWith('one', { 'school-gardens@1.json': gardens, 'notes.txt': 'x' }));
  expect(atHand.ok && atHand.value('school-gardens@1')).toEqual(gardens);
  for (const builtIn of instruments) expect(atHand.ok && atHand.value(instrumentRef(builtIn))).toBe(builtIn);
  expect(atHand.ok && atHand.value.all).toEqual([...instruments, gardens]);
});

test('an instrument of the program is never replaced by a file', async () => {
  const [builtIn] = instruments;
  if (!builtIn) throw new Error('the program comes with instruments');
  const name = `${instrumentRef(builtIn)}.json`;
  const atHand = await instrumentsAtHand(folderWith('other', { [name]: { ...builtIn, title: 'Other' } }));
  expect(atHand.ok && atHand.value(instrumentRef(builtIn))).toBe(builtIn);
  expect(atHand.ok && atHand.value.all).toEqual(instruments);
});

test.each([
  ['text', { 'a@1.json': 'no definition' }, 'a@1.json cannot be read as a definition'],
  ['shape', { 'a@1.json': { id: 'a' } }, 'a@1.json is no sound definition'],
  [
    'meaning',
    { 'school-gardens@1.json': { ...gardens, rules: [{ ...gardens.rules[0], field: 'staet' }] } },
    'There is no field “staet”',
  ],
  ['name', { 'b@1.json': gardens }, 'its name must be school-gardens@1.json'],
])('a wrong file is told in a line that names it: %s', async (name, files, words) => {
  const folder = folderWith(name, files);
  const atHand = await instrumentsAtHand(folder);
  expect(atHand).toEqual({ ok: false, failure: expect.stringContaining(words) });
  expect(atHand).toEqual({ ok: false, failure: expect.stringContaining(folder) });
});

test('a folder that is named must be there', async () => {
  expect(await instrumentsAtHand(join(root, 'nowhere'))).toEqual({
    ok: false,
    failure: expect.stringContaining('STEM_INSTRUMENTS'),
  });
});

test('with a wrong file in the folder the endpoint does not start, and nothing is checked', async () => {
  const folder = folderWith('stop', { 'a@1.json': '{}' });
  for (const args of [['serve'], ['check', 'a.xlsx']]) {
    const { code, printed } = await runCommand(args, { STEM_INSTRUMENTS: folder, STEM_DATA: join(root, 'data.db') });
    expect([code, printed]).toEqual([1, expect.stringContaining('a@1.json is no sound definition')]);
  }
}, 90_000);

test('an instrument whose rules need a longer formula than Excel reads is told by its field', () => {
  const rule = gardens.rules.find(({ kind }) => kind === 'required');
  if (!rule) throw new Error('the gardens ask for something');
  const rules = Array.from({ length: 400 }, (_, at) => ({ ...rule, id: `again-${at}` }));
  const label = gardens.fields.find(({ id }) => id === rule.field)?.label ?? '';
  expect(drawingFaults(gardens)).toEqual([]);
  expect(drawingFaults({ ...gardens, rules })).toEqual([expect.stringContaining(`“${label}”`)]);
});
