import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoCodes, demoRound, demoSchools } from '#definitions/demo-programme.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import { commandLine } from '../kit/command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-cli-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line in a process of its own. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [...commandLine, ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let printed = '';
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, printed }));
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      printed += piece.toString();
      const url = /(?:programme: |endpoint is at )(http:\S+?)[,\s]/.exec(printed)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(printed)));
  });
  listening.catch(() => undefined);
  return { child, ended, listening, printed: () => printed };
};

const waitFor = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

const status = async (url: string) => {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  return answer.status;
};

describe('the demo', () => {
  const data = join(folder, 'demo.db');

  test('prints one address and three codes that let people in, and its returns stand there', async () => {
    const demo = run(['demo'], { STEM_DATA: data });
    const base = await demo.listening;
    expect(demo.printed().match(/http:\/\//g)).toHaveLength(1);
    const api = httpCollectionApi({ base, fetch, now: () => new Date().toISOString() });
    for (const code of [demoCodes.school, demoCodes.mentor, demoCodes.projectTeam]) {
      expect(demo.printed()).toContain(code);
      expect(await api.signIn(code)).toMatchObject({ ok: true });
    }
    expect(await api.consolidated(demoRound)).toMatchObject({
      ok: true,
      value: { enlisted: Object.keys(demoSchools).length, returned: 6 },
    });
    expect(await (await fetch(`${base}/workbench/demo-codes.json`)).json()).toMatchObject({
      people: [{ code: demoCodes.school }, { code: demoCodes.mentor }, { code: demoCodes.projectTeam }],
    });
    expect(await status(`${base}/office-js/excel-web-16.00.js`)).toBe(200);
    demo.child.kill('SIGTERM');
    expect((await demo.ended).code).toBe(0);
  }, 30_000);

  test.each([
    ['cannot be written to', join('/proc', 'demo.db')],
    ['has too long a name', join(folder, 'x'.repeat(300))],
  ])(
    'says in a line, and not in a stack trace, that its place %s',
    async (_what, place) => {
      const demo = run(['demo'], { STEM_DATA: place });
      const { code, printed } = await demo.ended;
      expect([code, printed.trim().split('\n')]).toEqual([1, [expect.stringContaining('STEM_DATA')]]);
    },
    30_000,
  );

  test('keeps its data between starts, and a real deployment never opens them', async () => {
    const again = run(['demo'], { STEM_DATA: data });
    const api = httpCollectionApi({ base: await again.listening, fetch, now: () => new Date().toISOString() });
    await api.signIn(demoCodes.projectTeam);
    expect(await api.consolidated(demoRound)).toMatchObject({ ok: true, value: { returned: 6 } });
    again.child.kill('SIGTERM');
    await again.ended;
    const real = await run(['serve'], { STEM_DATA: data }).ended;
    expect(real.code).toBe(1);
    expect(real.printed).toContain('holds the demo programme');
  }, 30_000);
});

test('a real deployment starts without sample and known codes but with one to set it up, and serves neither workbench nor npm office.js', async () => {
  const data = join(folder, 'real.db');
  const real = run(['serve'], { STEM_DATA: data });
  const base = await real.listening;
  const api = httpCollectionApi({ base, fetch, now: () => new Date().toISOString() });
  for (const code of Object.values(demoCodes)) {
    expect(await api.signIn(code)).toMatchObject({ ok: false, failure: { problem: { code: 'code-unknown' } } });
  }
  expect(await (await fetch(base)).text()).toContain('Everything is working');
  for (const path of ['/workbench.html', '/workbench/demo-codes.json', '/office-js/excel-web-16.00.js']) {
    expect([path, await status(base + path)]).toEqual([path, 404]);
  }
  expect(await status(`${base}/healthz`)).toBe(200);
  const setUp = /^ {2}([0-9A-Z]{4}(?:-[0-9A-Z]{4}){4})$/m;
  await waitFor(() => setUp.test(real.printed()));
  const code = setUp.exec(real.printed())?.[1] ?? '';
  expect(await api.signIn(code)).toMatchObject({ ok: true, value: { role: 'project-team' } });
  expect(await api.signIn(code)).toMatchObject({ ok: false, failure: { problem: { code: 'code-unknown' } } });
  real.child.kill('SIGTERM');
  expect((await real.ended).code).toBe(0);
  expect(real.printed().split(code)).toHaveLength(2);
  const demo = await run(['demo'], { STEM_DATA: data }).ended;
  expect(demo.code).toBe(1);
  expect(demo.printed).toContain('holds a real programme');
}, 30_000);

test.each([
  [['dance'], {}, 'no command "dance"'],
  [['serve'], { PORT: 'x' }, 'PORT must be'],
  [['serve'], { STEM_DATA: __filename }, 'cannot be opened'],
  [['serve'], { STEM_DATA: join(__filename, 'returns.db') }, `no folder ${__filename}`],
  [['demo'], { STEM_DATA: join(__filename, 'demo.db') }, `no folder ${__filename}`],
  [['demo'], { STEM_DATA: join(folder, 'demo.db'), HOST: '999.1.1.1' }, 'HOST must be'],
  [['demo'], { STEM_DATA: join(folder, 'demo.db'), HOST: '192.0.2.1' }, 'HOST must be'],
  [['serve'], { STEM_PUBLICURL: 'https://returns.example.org' }, 'no setting STEM_PUBLICURL'],
  [['serve', '--port', '3'], {}, 'serve takes no "--port"'],
  [['demo', 'again'], {}, 'demo takes no "again"'],
])(
  'what cannot be done ends with 1 and one plain line: %j %j',
  async (args, env, line) => {
    const { code, printed } = await run(args, env).ended;
    expect([code, printed.trim().split('\n').length]).toEqual([1, 1]);
    expect(printed).toContain(line);
  },
  30_000,
);

test('a caller who neither reads nor leaves does not keep it from stopping', async () => {
  const demo = run(['demo'], { STEM_DATA: join(folder, 'demo.db') });
  const unread = await fetch(`${await demo.listening}/office-js/excel-web-16.00.js`);
  demo.child.kill('SIGTERM');
  expect((await demo.ended).code).toBe(0);
  await unread.body?.cancel().catch(() => undefined);
}, 30_000);

test('a port that is taken is named', async () => {
  const first = run(['serve'], { STEM_DATA: join(folder, 'first.db') });
  const { port } = new URL(await first.listening);
  const second = await run(['serve'], { STEM_DATA: join(folder, 'second.db'), PORT: port }).ended;
  first.child.kill('SIGTERM');
  await first.ended;
  expect(second.code).toBe(1);
  expect(second.printed).toContain(`Port ${port} is taken`);
}, 20_000);
