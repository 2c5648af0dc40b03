import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instrumentByRef, instruments } from '#definitions/instruments.ts';
import { buildServer } from '../../../src/server/server.ts';
import { openStore } from '../../../src/server/store/store.ts';
import { makeDemo } from '../../../src/cli/make-demo.ts';

/** The real endpoint with the demo programme on a data file of its own, listening on this machine. */
export const startDemoEndpoint = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stem-returns-'));
  const file = join(folder, 'demo.db');
  await makeDemo(file);
  const clock = { now: () => new Date().toISOString() };
  const world = { now: () => clock.now(), random: (bytes: number) => randomBytes(bytes) };
  const listen = async (port: number) => {
    const opened = await openStore({ place: { file }, mode: 'demo', now: clock.now() });
    if (!opened.ok) throw new Error('the demo’s data cannot be opened');
    const known = { instruments: instrumentByRef, offered: instruments };
    const app = buildServer({ store: opened.value, ...known, world, version: '0.0.0' });
    await app.listen({ port, host: '127.0.0.1' });
    const address = app.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return {
      port: address.port,
      stop: async () => {
        await app.close();
        await opened.value.close();
      },
    };
  };
  let running: Awaited<ReturnType<typeof listen>> | undefined = await listen(0);
  const { port } = running;
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  return {
    base: `http://127.0.0.1:${port}`,
    /** Where its data lie, for who writes into them behind its back. */
    file,
    clock,
    /** As if the machine went down; what was acknowledged is on disk. */
    stop,
    restart: async (): Promise<void> => {
      running ??= await listen(port);
    },
    close: async (): Promise<void> => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
};

export type DemoEndpoint = Awaited<ReturnType<typeof startDemoEndpoint>>;
