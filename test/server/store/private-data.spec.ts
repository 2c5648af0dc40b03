import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo } from '../../../src/cli/make-demo.ts';
import { restoreFrom } from '../../../src/server/store/restore.ts';
import { openStore } from '../../../src/server/store/store.ts';
import { programme } from '../kit/small-programme.ts';

const now = '2009-06-01T12:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'stem-private-'));
const usual = process.umask(0);
afterAll(() => {
  process.umask(usual);
  rmSync(folder, { recursive: true, force: true });
});

/** The rights of a data file and of the two that SQLite keeps beside it, of those that are there. */
const modes = (file: string): readonly string[] =>
  [file, `${file}-wal`, `${file}-shm`].filter(existsSync).map((one) => (statSync(one).mode & 0o777).toString(8));

const open = async (file: string, mode: 'real' | 'demo' = 'real') => {
  const opened = await openStore({ place: { file }, mode, now });
  if (!opened.ok) throw new Error('not opened');
  return opened.value;
};

describe('however many rights this machine gives to new files', () => {
  test('a new data file, and what lies beside it, is for its account alone', async () => {
    const file = join(folder, 'new.db');
    const store = await open(file);
    expect(modes(file)).toEqual(['600', '600', '600']);
    await store.close();
  });

  test('so is one that is filled from a backup', async () => {
    const whole = join(folder, 'whole.db');
    const opened = await openStore({ place: { file: join(folder, 'filled.db') }, mode: 'real', now, programme });
    if (!opened.ok) throw new Error('not opened');
    await opened.value.copyTo(whole);
    await opened.value.close();
    const file = join(folder, 'restored.db');
    expect((await restoreFrom(whole, { file }, now)).ok).toBe(true);
    expect(new Set(modes(file))).toEqual(new Set(['600']));
  });

  test('so is the demo’s', async () => {
    const file = join(folder, 'demo.db');
    await makeDemo(file);
    const store = await open(file, 'demo');
    expect(modes(file)).toEqual(['600', '600', '600']);
    await store.close();
  });

  test('one that is there keeps the rights that somebody gave it, and what lies beside it has the same', async () => {
    const file = join(folder, 'shared.db');
    writeFileSync(file, '');
    chmodSync(file, 0o640);
    const store = await open(file);
    expect(modes(file)).toEqual(['640', '640', '640']);
    await store.close();
  });
});
