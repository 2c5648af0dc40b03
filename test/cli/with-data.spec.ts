import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withData } from '../../src/cli/with-data.ts';
import { openStore } from '../../src/server/store/store.ts';
import { StoreUnavailable } from '../../src/server/store/transaction.ts';
import { programme } from '../server/kit/small-programme.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-with-data-'));
const before = process.env['STEM_DATA'];
beforeAll(async () => {
  process.env['STEM_DATA'] = join(folder, 'returns.db');
  const place = { file: process.env['STEM_DATA'] };
  const opened = await openStore({ place, mode: 'real', now: new Date().toISOString(), programme });
  if (!opened.ok) throw new Error('not opened');
  await opened.value.close();
});
afterAll(() => {
  if (before === undefined) delete process.env['STEM_DATA'];
  else process.env['STEM_DATA'] = before;
  rmSync(folder, { recursive: true, force: true });
});

test('a command that the database cannot take now ends with a plain line, as when others write all the time', async () => {
  const ended = await withData((store) => store.write(() => Promise.reject(new StoreUnavailable('40001'))));
  expect(ended).toEqual({ ok: false, failure: expect.stringContaining('try again when fewer people are at work') });
});

test('a mistake of ours is no such line', async () => {
  await expect(withData(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
});
