import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/server/store/store.ts';
import { codes, programme } from '../server/kit/small-programme.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const now = '2009-06-01T12:00:00.000Z';

beforeAll(async () => {
  const store = await openStore({ place: { file: at('returns.db') }, mode: 'real', now, programme });
  if (store.ok) await store.value.close();
});

test('a backup is one file that nobody else on the machine may read, from which an empty place is filled; neither it nor a place that holds something is written over', async () => {
  const first = await runCommand(['backup', '--out', at('backup.db')], { STEM_DATA: at('returns.db') });
  expect([first.code, first.printed]).toEqual([0, expect.stringContaining('holds everything as at')]);
  expect(existsSync(at('backup.db-wal'))).toBe(false);
  expect(statSync(at('backup.db')).mode & 0o077).toBe(0);
  const again = await runCommand(['backup', '--out', at('backup.db')], { STEM_DATA: at('returns.db') });
  expect([again.code, again.printed]).toEqual([1, expect.stringContaining('cannot be written')]);

  const restored = await runCommand(['restore', at('backup.db')], { STEM_DATA: at('new/returns.db') });
  expect([restored.code, restored.printed]).toEqual([0, expect.stringContaining('5 owners, 0 returns, 0 revisions')]);
  const store = await openStore({ place: { file: at('new/returns.db') }, mode: 'real', now });
  if (!store.ok) throw new Error('not opened');
  expect(await store.value.read(({ codes: kept }) => kept.typed(codes.oak))).toMatchObject({ person: 'P-oak' });
  await store.value.close();

  const over = await runCommand(['restore', at('backup.db')], { STEM_DATA: at('returns.db') });
  expect([over.code, over.printed]).toEqual([1, expect.stringContaining('stays as it is')]);
}, 300_000);

test.each([
  [['backup'], 'stem-returns backup --out'],
  [['restore'], 'stem-returns restore'],
  [['restore', '/nowhere.db'], 'There is no file /nowhere.db'],
])(
  '%j is answered with what to do',
  async (args, words) => {
    const { code, printed } = await runCommand(args, { STEM_DATA: at('returns.db') });
    expect([code, printed]).toEqual([1, expect.stringContaining(words)]);
  },
  120_000,
);

test('a file that is no backup is said to be none', async () => {
  writeFileSync(at('letter.txt'), 'Dear all, '.repeat(500));
  const { code, printed } = await runCommand(['restore', at('letter.txt')], { STEM_DATA: at('third.db') });
  expect([code, printed]).toEqual([1, expect.stringContaining('is no backup of this program')]);
}, 120_000);
