import { databases, type Databases } from '../contracts/databases.ts';
import { startMalformedBench } from '../server/kit/malformed-bench.ts';

describe.each(databases)('on %s', (_name, start) => {
  let database: Databases;
  beforeAll(async () => {
    database = await start();
  });
  afterAll(() => database.stop());

  test('20,000 malformed requests, made from the OpenAPI document, are refused in order and change nothing', async () => {
    const bench = await startMalformedBench(await database.newPlace());
    try {
      await bench.send(20_000);
      console.log(Object.fromEntries(bench.seen));
    } finally {
      await bench.close();
    }
  });
});
