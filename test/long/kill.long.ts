import { databases, type Databases } from '../contracts/databases.ts';
import { killInRounds } from '../server/kit/killed-rounds.ts';
import { endServerProcesses } from '../server/kit/server-process.ts';

afterAll(endServerProcesses);

describe.each(databases)('on %s', (_name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());

  test('killed under load 50 times at random moments, every acknowledged revision is there, none twice, and the log of acts verifies', async () => {
    expect(await killInRounds(await bench.newPlace(), 50)).toBeGreaterThanOrEqual(50);
  });
});
