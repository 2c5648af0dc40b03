import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MadeCode, WireMember } from '#wire/people.ts';
import { openStore } from '../../src/server/store/store.ts';
import { programme } from '../server/kit/small-programme.ts';
import { readCodesArgs } from '../../src/cli/codes-args.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-codes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const code = /^ {2}[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/m;

describe('a new database', () => {
  const env = { STEM_DATA: join(folder, 'new', 'returns.db') };

  test('is made by init, which prints another set-up code each time until somebody can sign in', async () => {
    const [first, second] = [await runCommand(['init'], env), await runCommand(['init'], env)];
    expect([first.code, second.code]).toEqual([0, 0]);
    const codes = [first, second].map(({ printed }) => code.exec(printed)?.[0]);
    expect(codes[0]).toBeDefined();
    expect(codes[1]).not.toBe(codes[0]);

    const made = await runCommand(['codes', 'make', '--role', 'project-team', '--name', 'Pat'], env);
    expect([made.code, made.printed]).toEqual([0, expect.stringMatching(code)]);
    const third = await runCommand(['init'], env);
    expect([third.code, third.printed]).toEqual([1, expect.stringContaining('is set up')]);
    expect(third.printed.trim().split('\n')).toHaveLength(1);
  }, 300_000);
});

describe('a programme', () => {
  const env = { STEM_DATA: join(folder, 'programme.db') };
  beforeAll(async () => {
    const now = '2009-06-01T12:00:00.000Z';
    const store = await openStore({ place: { file: env.STEM_DATA }, mode: 'real', now, programme });
    if (store.ok) await store.value.close();
  });

  const list = async () =>
    JSON.parse((await runCommand(['codes', 'list', '--json'], env)).printed) as readonly WireMember[];

  test('gets a code for somebody new of a school, and the same person another one', async () => {
    const make = ['codes', 'make', '--school', '999901', '--name', 'Ann Ash', '--json'];
    const first = JSON.parse((await runCommand(make, env)).printed) as MadeCode & { readonly person: string };
    const second = JSON.parse((await runCommand([...make, '--expires', '2099-07-31'], env)).printed) as typeof first;
    expect(second.person).toBe(first.person);
    expect(second.about.expires).toBe('2099-07-31T23:59:59.999Z');
    const ann = (await list()).find(({ id }) => id === first.person);
    expect(ann).toMatchObject({ role: 'school', name: 'Ann Ash', owner: '999901' });
    expect(ann?.codes.map(({ id, holds }) => [id, holds])).toEqual([
      [first.about.id, true],
      [second.about.id, true],
    ]);

    expect(await runCommand(['codes', 'revoke', first.about.id], env)).toMatchObject({ code: 0 });
    expect((await list()).find(({ id }) => id === first.person)?.codes.map(({ holds }) => holds)).toEqual([
      false,
      true,
    ]);
  }, 300_000);

  test('what cannot be done ends with 1 and one plain line', async () => {
    const team = (await list()).find(({ role }) => role === 'project-team')?.codes[0]?.id ?? '';
    for (const [args, words] of [
      [['revoke', team], 'Make another one first'],
      [['revoke', 'NONE'], 'no code with the id'],
      [['make', '--school', '123456', '--name', 'Ann'], 'no such school'],
      [['make', '--person', 'P-oak', '--expires', '2001-01-01'], 'from today on'],
    ] as const) {
      const { code: ended, printed } = await runCommand(['codes', ...args], env);
      expect([ended, printed]).toEqual([1, expect.stringContaining(words)]);
      expect(printed.trim().split('\n')).toHaveLength(1);
    }
  }, 300_000);
});

test.each([
  [[], 'For example'],
  [['list', '--name', 'Ann'], 'For example'],
  [['make'], '--name'],
  [['make', '--name', 'Ann'], '--school'],
  [['make', '--name', 'Ann', '--role', 'king'], '--school'],
  [['make', '--name', 'Ann', '--role', 'mentor', '--school', '999901'], '--school goes with'],
  [['make', '--person', 'P-1', '--name', 'Ann'], '--person says'],
  [['make', '--person', 'P-1', '--expires', '2027-02-30'], '--expires must'],
  [['revoke'], 'For example'],
  [['list', '--loud'], '--loud'],
])('words that do not say what to do are answered with how to say it: %j', (args, words) => {
  const asked = readCodesArgs(args);
  expect(asked.ok ? '' : asked.failure).toContain(words);
});
