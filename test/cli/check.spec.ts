import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { gardenOwner, gardenRound, gardens } from '../kit/garden-instrument.ts';
import { bytesOf, returnFile } from '../kit/return-file.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = { instrument: gardens, round: gardenRound, owner: gardenOwner };
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const garden = async (name: string, values: Readonly<Record<string, string | number>>): Promise<string> => {
  const rows = [{ key: 'N1', values }];
  return put(name, await bytesOf(await returnFile({ ...of, answers: { rows } })));
};

/** The sheet that people type in: the first one. */
const entrySheet = 'xl/worksheets/sheet1.xml';

const whole = { state: '2 Growing', seen: 'Thyme and sage are up, and the mint too.', sure: 'Yes' };

test('a return with nothing to fix ends with 0, and says whose it is', async () => {
  const file = await garden('good.xlsx', whole);
  const { code, printed } = await runCommand(['check', file]);
  expect(printed).toContain(`${file}\n  School gardens 2008/09, Ash Lane School (999001): 1 of 5 rows answered`);
  expect(code).toBe(0);
}, 60_000);

test('an issue is told by its cell and in the words of its rule; an error ends with 1', async () => {
  const file = await garden('bad.xlsx', { ...whole, sure: 'perhaps' });
  const { code, printed } = await runCommand(['check', file]);
  expect(printed).toMatch(/\n {2}Gardens![A-Z]+\d+ {2}error {4}Yes or no\.\n/);
  expect(code).toBe(1);
}, 60_000);

test('what one rule finds in several cells is told once with the address of each, errors before advice', async () => {
  const rows = ['N1', 'N2', 'S1'].map((key) => ({
    key,
    values: { state: '1', ...(key === 'S1' ? { sure: 'x' } : {}) },
  }));
  const file = put('advice.xlsx', await bytesOf(await returnFile({ ...of, answers: { rows } })));
  const { printed } = await runCommand(['check', file]);
  expect(printed).toMatch(
    /\n {2}Gardens!([A-Z]+)\d+ {2}error {4}Yes or no\.\n {2}2 cells {2}advice {3}Say how sure you are\.\n {4}Gardens!\1\d+ {2}Gardens!\1\d+\n/,
  );
}, 60_000);

test('files are told in the order given, for programs too', async () => {
  const files = [await garden('a.xlsx', whole), await garden('b.xlsx', { ...whole, sure: 'perhaps' })];
  const { printed } = await runCommand(['check', '--json', ...files]);
  const [a, b] = JSON.parse(printed) as {
    file: string;
    returns: { issues: { rule: string; severity: string }[] }[];
  }[];
  expect([a?.file, b?.file]).toEqual(files);
  expect(b?.returns[0]?.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
    { rule: 'sure-unknown' },
  ]);
}, 60_000);

test('what cannot be read is told in plain words, the rest is checked, and it ends with 2', async () => {
  const good = await garden('good.xlsx', whole);
  const files = [
    put('empty.xlsx', new Uint8Array()),
    put('text.xlsx', Buffer.from('Name,Level')),
    put('~$good.xlsx', Buffer.from('x')),
    join(folder, 'nowhere.xlsx'),
    folder,
    good,
  ];
  const { code, printed } = await runCommand(['check', ...files]);
  for (const words of ['is empty', 'not an Excel workbook', 'is open in Excel', 'no such file', 'cannot be read']) {
    expect(printed).toContain(words);
  }
  expect(printed).toContain('1 of 5 rows answered');
  expect(code).toBe(2);
}, 60_000);

test('a workbook that lost its notes is told by the instrument that its hidden sheets name', async () => {
  const parts = Object.entries(unzipSync(readFileSync(await garden('good.xlsx', whole))));
  const bare = parts.filter(([path]) => !/^(customXml\/|docProps\/custom)/.test(path));
  const file = put('no-notes.xlsx', zipSync(Object.fromEntries(bare)));
  const stranger = await runCommand(['check', file]);
  expect(stranger.printed).toContain('the sheet “Gardens” was made with school-gardens@1, which is not known here.');
  expect(stranger.code).toBe(2);

  const instruments = mkdtempSync(join(folder, 'instruments-'));
  writeFileSync(join(instruments, 'school-gardens@1.json'), JSON.stringify(gardens));
  const known = await runCommand(['check', file], { STEM_INSTRUMENTS: instruments });
  expect(known.printed).toContain(
    `the sheet “Gardens” is a return of “${gardens.title}” (school-gardens@1), but the workbook no longer says of which round.`,
  );
  expect(known.code).toBe(2);
}, 60_000);

test('a file made to fill the memory takes only its own process down; the others are checked', async () => {
  const good = await garden('good.xlsx', whole);
  const parts = unzipSync(readFileSync(good));
  const rows = Array.from(
    { length: 30_000 },
    (_, at) => `<row r="${at + 900}"><c r="XFD${at + 900}"><v>1</v></c></row>`,
  );
  const sheet = strFromU8(parts[entrySheet] ?? new Uint8Array()).replace('</sheetData>', `${rows.join('')}$&`);
  const wide = put('wide.xlsx', zipSync({ ...parts, [entrySheet]: strToU8(sheet) }));
  const { code, printed } = await runCommand(['check', '--processes', '1', wide, good]);
  expect(printed).toContain(`${wide}\n  not checked: reading it took too much memory`);
  expect(printed).toContain('1 of 5 rows answered');
  expect(code).toBe(2);
}, 90_000);

test('without a file it says what to give', async () => {
  expect(await runCommand(['check'])).toMatchObject({ code: 1, printed: expect.stringContaining('Which files?') });
  expect(await runCommand(['check', '--fast', 'a.xlsx'])).toMatchObject({
    code: 1,
    printed: expect.stringContaining('--fast'),
  });
}, 60_000);
