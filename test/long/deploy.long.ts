import { spawnSync } from 'node:child_process';

test('a stranger who types what docs/deploy.md says has a running service, behind nginx, behind Caddy, and on PostgreSQL', () => {
  const walk = ['--import', './test/kit/run-typescript.mjs', 'test/deploy/walk.ts'];
  expect(spawnSync(process.execPath, walk, { stdio: 'inherit' }).status).toBe(0);
});
