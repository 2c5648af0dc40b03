import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pilotProgramme, pilotSchools } from '#definitions/pilot/pilot-programme.ts';
import { pilotReturns } from '#definitions/pilot/pilot-returns.ts';
import { pilotSample } from '../../src/cli/pilot-sample.ts';
import { syntheticSample } from '../../src/cli/synthetic-sample.ts';
import { writeSample } from '../../src/cli/write-sample.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-sample-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Checked {
  readonly owner: string;
  readonly ownerName: string;
  readonly round: string;
  readonly rowsAnswered: number;
  readonly issues: readonly { readonly severity: string; readonly explained: boolean }[];
  readonly damage: readonly object[];
}

/** What `check` says of the files: every return in them, and the exit code, which is 0 when no error is found. */
const check = async (files: readonly string[]) => {
  const { code, printed } = await runCommand(['check', '--json', ...files]);
  const reports = JSON.parse(printed) as {
    readonly returns: readonly Checked[];
    readonly unread: readonly object[];
  }[];
  return {
    code,
    returns: reports.flatMap(({ returns }) => returns),
    unread: reports.flatMap(({ unread }) => unread),
  };
};

const make = (args: readonly string[]) => runCommand(['sample', ...args]);
const few = ['--schools', '2', '--pupils', '12', '--seed', '7'];

test('invented schools come out with as many pupils as asked for, and check finds nothing to fix', async () => {
  const out = join(folder, 'few');
  expect(await make([...few, '--out', out])).toMatchObject({ code: 0 });
  expect(readdirSync(out).sort()).toEqual(['999001.xlsx', '999002.xlsx', 'README.txt']);
  expect(readFileSync(join(out, 'README.txt'), 'utf8')).toContain('Synthetic data');
  const { code, returns, unread } = await check(['999001', '999002'].map((urn) => join(out, `${urn}.xlsx`)));
  expect({ code, unread }).toEqual({ code: 0, unread: [] });
  expect(returns.map(({ owner }) => owner)).toEqual(['999001', '999002']);
  for (const { ownerName, rowsAnswered, issues, damage } of returns) {
    expect(ownerName).toContain('(invented)');
    expect(rowsAnswered).toBe(12);
    expect(damage).toEqual([]);
    expect(issues.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  }
}, 120_000);

test('the same seed gives the same answers, another one others; more schools leave the first as they are', () => {
  const few = { schools: 2, pupils: 20, seed: 3 };
  const made = syntheticSample(few);
  expect(made).toEqual(syntheticSample(few));
  expect(made).not.toEqual(syntheticSample({ ...few, seed: 4 }));
  const more = syntheticSample({ ...few, schools: 3 });
  if (!made.ok || !more.ok) throw new Error('No sample was made.');
  expect(more.value.slice(0, 2)).toEqual(made.value);
  expect(made.value[0]?.returns[0]?.content).not.toEqual(made.value[1]?.returns[0]?.content);
});

test('more pupils than an invented school may have are not made', () => {
  expect(syntheticSample({ schools: 1, pupils: 2500, seed: 1 })).toMatchObject({ ok: false });
}, 60_000);

test('a school of the pilot has all its returns in one workbook, and check finds no errors', async () => {
  const returned = pilotReturns();
  const several = pilotSchools.filter(
    (school) => new Set(returned.flatMap((one) => (one.owner === school ? [one.round] : []))).size > 1,
  );
  const owners = several.slice(0, 2);
  expect(owners).toHaveLength(2);
  const written = await writeSample(pilotSample(owners), join(folder, 'pilot'), pilotProgramme.notice);
  if (!written.ok) throw new Error(written.failure);
  expect(readFileSync(join(folder, 'pilot', 'README.txt'), 'utf8')).toMatch(/synthetic/i);
  const { code, returns, unread } = await check(written.value);
  expect({ code, unread }).toEqual({ code: 0, unread: [] });
  const submitted = new Set(
    returned.flatMap(({ owner, round }) => (owners.includes(owner) ? [`${owner} ${round}`] : [])),
  );
  expect(new Set(returns.map(({ owner, round }) => `${owner} ${round}`))).toEqual(submitted);
  const open = returns.flatMap(({ issues }) =>
    issues.filter(({ severity, explained }) => severity === 'warning' && !explained),
  );
  expect(open).toEqual([]);
}, 180_000);

test('what cannot be done ends with 1 and one plain line, and nothing is written over', async () => {
  const there = join(folder, 'there');
  mkdirSync(there);
  writeFileSync(join(there, '999002.xlsx'), 'mine');
  const out = ['--out', join(folder, 'new')];
  const answers = await Promise.all([
    make([...few, '--out', there]),
    make(few),
    make(['--pilot', ...few, ...out]),
    make(['--schools', '100', '--pupils', '5', '--seed', '1', ...out]),
    make(['--schools', 'two', '--pupils', '5', '--seed', '1', ...out]),
  ]);
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect(answers.map(({ printed }) => printed.trim().split('\n').length)).toEqual([1, 1, 1, 1, 1]);
  for (const [at, words] of [
    'is there already',
    'For example',
    'For example',
    '1 to 99',
    'whole numbers',
  ].entries()) {
    expect(answers[at]?.printed).toContain(words);
  }
  expect(readdirSync(there)).toEqual(['999002.xlsx']);
  expect(readFileSync(join(there, '999002.xlsx'), 'utf8')).toBe('mine');
}, 120_000);
