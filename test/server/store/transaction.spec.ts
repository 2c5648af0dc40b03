import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { engineAt } from '../../../src/server/store/store.ts';
import type { Tables } from '../../../src/server/store/tables.ts';
import { inTransaction, StoreUnavailable } from '../../../src/server/store/transaction.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-transaction-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => jest.restoreAllMocks());

/** How often work is begun that takes so long each time, and that others overtake `overtaken` times. */
const begun = async (seconds: number, overtaken: number): Promise<{ times: number; isDone: boolean }> => {
  const engine = { ...engineAt({ file: join(folder, 'data.db') }), hindrance: () => 'others-were-faster' as const };
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  let [clock, times] = [0, 0];
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  const work = () => {
    times += 1;
    clock += seconds * 1000;
    return times <= overtaken ? Promise.reject(new Error('overtaken')) : Promise.resolve(true);
  };
  try {
    return { isDone: await inTransaction(db, engine, 'write', work), times };
  } catch (error) {
    expect(error).toBeInstanceOf(StoreUnavailable);
    return { isDone: false, times };
  } finally {
    await db.destroy();
  }
};

test('long work that others overtake is done again all the same, three times in all', async () => {
  expect(await begun(28, 2)).toEqual({ times: 3, isDone: true });
  expect(await begun(28, 3)).toEqual({ times: 3, isDone: false });
});

test('short work that others overtake is done again for eight seconds', async () => {
  expect(await begun(1, 7)).toEqual({ times: 8, isDone: true });
  expect(await begun(1, 99)).toEqual({ times: 9, isDone: false });
});
