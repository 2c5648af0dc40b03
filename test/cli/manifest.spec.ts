import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-manifest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'manifest.xml');

test('the manifest names the given address everywhere, and no file is written over', async () => {
  const args = ['manifest', '--url', 'https://returns.example.org/', '--out', out];
  expect(await runCommand(args, {})).toMatchObject({ code: 0 });
  const text = readFileSync(out, 'utf8');
  expect(text).toContain('https://returns.example.org/taskpane.html');
  expect(text).not.toMatch(/localhost/);
  const again = await runCommand(args, {});
  expect([again.code, again.printed]).toEqual([1, expect.stringContaining('stays as it is')]);
}, 120_000);

test.each([[['manifest']], [['manifest', '--url', 'http://returns.example.org', '--out', join(folder, 'none.xml')]]])(
  'an address that Excel would not take is answered with what to do: %j',
  async (args) => {
    const { code, printed } = await runCommand(args, {});
    expect([code, printed]).toEqual([1, expect.stringContaining('stem-returns manifest --url https://')]);
    expect(existsSync(join(folder, 'none.xml'))).toBe(false);
  },
  120_000,
);
