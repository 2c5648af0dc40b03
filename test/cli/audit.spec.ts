import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibsql } from '../../src/server/store/libsql.ts';
import { openStore } from '../../src/server/store/store.ts';
import { programme } from '../server/kit/small-programme.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const env = { STEM_DATA: join(folder, 'returns.db') };
const now = '2009-06-01T12:00:00.000Z';

test('the log of acts is listed, verified, and shows when it was changed behind the server’s back', async () => {
  const store = await openStore({ place: { file: env.STEM_DATA }, mode: 'real', now, programme });
  if (!store.ok) throw new Error('not opened');
  const by = { id: 'P-oak', name: 'Olive Oak' };
  const about = { round: 'GA-200809', revision: 1 };
  for (const act of ['submit', 'withdraw']) {
    await store.value.write(({ audit }) =>
      audit.note({ log: '999901', at: now, act, about, by, reason: act === 'withdraw' ? 'By mistake.' : undefined }),
    );
  }
  await store.value.close();

  const listed = await runCommand(['audit', 'list', '999901'], env);
  expect(listed.printed.trim().split('\n')).toEqual([
    `1  ${now}  submit round GA-200809 revision 1  Olive Oak`,
    `    2  ${now}  withdraw round GA-200809 revision 1  Olive Oak: By mistake.`,
  ]);
  const mark = JSON.parse((await runCommand(['audit', 'checkpoint', '--json'], env)).printed) as { hash: string };
  const sound = await runCommand(['audit', 'verify'], env);
  expect([sound.code, sound.printed]).toEqual([0, expect.stringContaining('holds together')]);
  expect(sound.printed).toContain(mark.hash);

  const noted = await runCommand(['audit', 'verify', '--written', mark.hash.toUpperCase()], env);
  expect([noted.code, noted.printed]).toEqual([0, expect.stringMatching(/Checkpoint 1 of .* is in the log/)]);
  const unknown = await runCommand(['audit', 'verify', '--written', '0'.repeat(64)], env);
  expect([unknown.code, unknown.printed]).toEqual([1, expect.stringContaining('No checkpoint of this log')]);

  const db = openLibsql(env.STEM_DATA);
  db.prepare("delete from audit_details where log = '999901' and number = 2").run([]);
  db.prepare("delete from audit where log = '999901' and number = 2").run([]);
  db.close();
  const cut = await runCommand(['audit', 'verify'], env);
  expect([cut.code, cut.printed]).toEqual([1, expect.stringContaining('Log 999901, act 2: this act is gone')]);
}, 300_000);

test.each([[[]], [['list']], [['verify', 'more']], [['verify', '--deep']], [['checkpoint', '--written', 'ab']]])(
  'what is not understood is answered with how it is called: audit %j',
  async (args) => {
    const { code, printed } = await runCommand(['audit', ...args], env);
    expect([code, printed]).toEqual([1, expect.stringContaining('stem-returns audit verify')]);
  },
  120_000,
);

test('what is no hash of a checkpoint is told', async () => {
  const { code, printed } = await runCommand(['audit', 'verify', '--written', 'ab12'], env);
  expect([code, printed]).toEqual([1, expect.stringContaining('64 characters')]);
}, 120_000);
