import { mkdtempSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerId, roundId } from '#core/ids.ts';
import { instruments } from '#definitions/instruments.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { openStore } from '../../src/server/store/store.ts';
import { runCommand } from './run-command.ts';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'stem-export-'));
const file = join(folder, 'returns.db');
const round = 'SR-200809';
const instrument = instruments.find(({ owner }) => owner === 'school')!;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const opened = await openStore({
    ...{ place: { file }, mode: 'real', now: '2009-06-01T12:00:00.000Z' },
    programme: {
      owners: [
        { owner: ownerId('999001'), kind: 'school', name: 'Ash Lane' },
        { owner: ownerId('999002'), kind: 'school', name: '=Elm & “Co”' },
      ],
      people: [],
      rounds: [
        {
          ...{ id: roundId(round), title: 'A round', instrument: instrumentRef(instrument), academicYear: '200809' },
          opens: '2008-09-01T00:00:00Z',
        },
      ],
    },
  } as const);
  if (!opened.ok) throw new Error('not opened');
  await opened.value.close();
});

const run = (...args: readonly string[]) => runCommand(['export', ...args], { STEM_DATA: file });
const out = (name: string) => join(folder, name);

test('a table of a round goes into a new file that nobody else on the machine may read, and the log says who took it', async () => {
  const to = out('owners.csv');
  expect(await run('--round', 'sr-200809', '--table', 'owners', '--out', to)).toEqual({
    code: 0,
    printed: `${to}: written.\n`,
  });
  expect(statSync(to).mode & 0o077).toBe(0);
  const [headings, ...lines] = readFileSync(to, 'utf8').split('\r\n');
  expect(headings).toMatch(/^\uFEFFOwner,Name,State,Revision,Receipt/);
  expect(lines.map((line) => line.split(',').slice(0, 3))).toEqual([
    ['999002', "'=Elm & “Co”", 'Not started'],
    ['999001', 'Ash Lane', 'Not started'],
    [''],
  ]);
  const { printed } = await runCommand(['audit', 'list', 'PROGRAMME'], { STEM_DATA: file });
  expect(printed).toMatch(/export .*round SR-200809.* {2}Command line/);
});

test('JSON, as at a day', async () => {
  const to = out('totals.json');
  const asked = ['--table', 'totals', '--format', 'json', '--as-at', '2008-12-31'];
  expect((await run('--round', round, ...asked, '--out', to)).code).toBe(0);
  expect(JSON.parse(readFileSync(to, 'utf8'))).toMatchObject({
    round,
    table: 'totals',
    at: '2009-01-01T00:00:00.000Z',
  });
});

test('which returns are behind one figure, named as the totals list it', async () => {
  const totals = out('figures.csv');
  expect((await run('--round', round, '--table', 'totals', '--out', totals)).code).toBe(0);
  const line = readFileSync(totals, 'utf8').split('\r\n')[4] ?? '';
  const [measure = '', lineNumber = '', columnNumber = ''] = line.split(',');
  expect([lineNumber, columnNumber]).toEqual(['1', '1']);
  const to = out('behind.csv');
  const figure = ['--measure', measure, '--line', lineNumber, '--column', columnNumber];
  expect((await run('--round', round, '--table', 'behind', ...figure, '--out', to)).code).toBe(0);
  expect(readFileSync(to, 'utf8')).toMatch(
    /^\uFEFFMeasure,Line no\.,Column no\..*,Owner,Name,Revision,Figure[^\r]*\r\n$/,
  );
});

test.each([
  [
    'a figure that is not there',
    ['--round', round, '--table', 'behind', '--measure', 'x'],
    /or no such figure in it/,
  ],
  [
    'a figure of another table',
    ['--round', round, '--measure', 'x'],
    /^--measure, --line and --column name a figure/,
  ],
  ['a line that is none', ['--round', round, '--table', 'behind', '--line', '0'], /^--measure, --line and --column/],
  ['a round that is not there', ['--round', 'NONE'], /^There is no round NONE/],
  ['a day that is none', ['--round', round, '--as-at', '2009-02-30'], /^--as-at is a day/],
  ['a form that is none', ['--round', round, '--format', 'xlsx'], /^--format is csv or json/],
  ['a table that is none', ['--round', round, '--table', 'people'], /^--table is answers/],
  ['what is not asked for', ['--round', round, '--all'], /^How it is used/],
])('%s is told in words, and no file is left', async (_what, args, words) => {
  const to = out('never.csv');
  const { code, printed } = await run(...args, '--out', to);
  expect([code, printed]).toEqual([1, expect.stringMatching(words)]);
  expect(existsSync(to)).toBe(false);
});

test('a file that is there stays as it is', async () => {
  const to = out('mine.csv');
  writeFileSync(to, 'mine');
  expect((await run('--round', round, '--out', to)).printed).toMatch(/is there already/);
  expect(readFileSync(to, 'utf8')).toBe('mine');
});
