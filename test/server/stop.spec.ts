import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '#wire/paths.ts';
import { start } from '../../src/server/main.ts';
import { readSettings } from '../../src/server/settings.ts';
import { instruments } from './kit/small-programme.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-stop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started = async (delay: string) => {
  const settings = readSettings({ PORT: '0', HOST: '127.0.0.1', STEM_STOP_DELAY: delay });
  if (!settings.ok) throw new Error(settings.failure);
  const place = { file: join(folder, `${delay}.db`) };
  const running = await start({
    settings: settings.value,
    place,
    mode: 'real',
    version: '0.0.0',
    instruments,
    pages: { folder },
  });
  if (!running.ok) throw new Error(running.failure);
  return running.value;
};

/** A sign-in whose body comes in two halves, the second when it is let go. */
const slowSignIn = (url: string) => {
  let letGo = () => undefined as void;
  const rest = new Promise<void>((go) => (letGo = go));
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode('{"code":'));
      await rest;
      controller.enqueue(new TextEncoder().encode('"NONE"}'));
      controller.close();
    },
  });
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  return { answer: fetch(`${url}${paths.session}`, init), letGo };
};

test('a server that stops says first that it wants no more work, and still does what it is given', async () => {
  const { url, stop } = await started('3');
  const status = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    await answer.text();
    return answer.status;
  };
  expect([await status(paths.health), await status(paths.ready)]).toEqual([200, 200]);
  const stopped = stop();
  expect([await status(paths.health), await status(paths.ready)]).toEqual([200, 503]);
  await stopped;
  await expect(fetch(`${url}${paths.health}`)).rejects.toThrow();
});

test('a request under way when the server stops is answered, by its answer or by a clean refusal', async () => {
  const { url, stop } = await started('0');
  const { answer, letGo } = slowSignIn(url);
  await pause(300);
  const stopped = stop();
  await pause(100);
  letGo();
  const { status, headers } = await answer;
  expect([401, 503]).toContain(status);
  // A caller who was answered is not waited for, however long she would keep her connection.
  expect(headers.get('connection')).toBe('close');
  await stopped;
});
