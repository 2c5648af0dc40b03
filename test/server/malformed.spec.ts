import { databases, type Databases } from '../contracts/databases.ts';
import { startMalformedBench } from './kit/malformed-bench.ts';

/** In the long run there are more: `test/long/malformed.long.ts`. */
describe.each(databases)('on %s', (_name, start) => {
  let database: Databases;
  beforeAll(async () => {
    database = await start();
  }, 60_000);
  afterAll(() => database.stop());

  test('600 malformed requests, made from the OpenAPI document, are refused in order and change nothing', async () => {
    const bench = await startMalformedBench(await database.newPlace());
    try {
      await bench.send(600);
      expect([...bench.seen.values()].reduce((sum, count) => sum + count, 0)).toBe(600);
      // Otherwise they were all turned away at the door, and this shows little.
      for (const status of [200, 400, 401, 403, 404])
        expect([status, bench.seen.get(status) ?? 0]).not.toEqual([status, 0]);
    } finally {
      await bench.close();
    }
  }, 120_000);
});
