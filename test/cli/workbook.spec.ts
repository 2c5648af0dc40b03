import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoReturns } from '#definitions/demo-returns.ts';
import { makeDemo } from '../../src/cli/make-demo.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-workbook-'));
const data = join(folder, 'demo.db');
beforeAll(() => makeDemo(data), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const make = (args: readonly string[]) => runCommand(['workbook', ...args], { STEM_DATA: data });
const submitted = demoReturns()[0];

test('a return that was submitted comes out with its answers, for nobody else on the machine, and checks as it stands on the server', async () => {
  const out = join(folder, 'submitted.xlsx');
  const [school, round] = [submitted?.owner ?? '', submitted?.round ?? ''];
  expect(await make(['--school', school, '--round', round, '--out', out])).toMatchObject({ code: 0 });
  expect(statSync(out).mode & 0o077).toBe(0);
  const { code, printed } = await runCommand(['check', '--json', out]);
  const [report] = JSON.parse(printed) as { returns: object[]; unread: object[] }[];
  expect(report).toMatchObject({
    unread: [],
    returns: [{ owner: school, round, rowsAnswered: submitted?.content.rows.length, damage: [] }],
  });
  expect(code).toBe(0);
}, 120_000);

test('what cannot be done ends with 1 and one plain line, and nothing is written over', async () => {
  const round = submitted?.round ?? '';
  const known = ['--school', submitted?.owner ?? '', '--round', round];
  const there = join(folder, 'there.xlsx');
  writeFileSync(there, 'mine');
  const out = ['--out', join(folder, 'new.xlsx')];
  const answers = await Promise.all([
    make([...known, '--out', there]),
    make(['--school', submitted?.owner ?? '', '--round', 'XX-1', ...out]),
    make(['--school', '123456', '--round', round, ...out]),
    make(known),
    runCommand(['workbook', ...known, ...out], { STEM_DATA: join(folder, 'nowhere.db') }),
  ]);
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect(answers.map(({ printed }) => printed.trim().split('\n').length)).toEqual([1, 1, 1, 1, 1]);
  for (const [at, words] of [
    'is there already',
    'There are ',
    'takes no part',
    'For example',
    'no data file',
  ].entries()) {
    expect(answers[at]?.printed).toContain(words);
  }
  expect(readFileSync(there, 'utf8')).toBe('mine');
}, 120_000);
