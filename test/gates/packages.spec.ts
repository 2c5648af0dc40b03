import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locked } from './shipped-packages.ts';

const root = join(__dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const settings = JSON.parse(text('package.json')) as {
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};

test('package-lock.json says which packages, never from where: every machine takes them from its own registry', () => {
  const { packages } = JSON.parse(text('package-lock.json')) as { packages: Locked };
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  expect(text('package-lock.json').match(/registry\.|"(https?:)?\/\/[^"]*\.tgz/g)).toBeNull();
});

test('package-lock.json knows the packages for every system, not only for the one it was written on', () => {
  const { packages } = JSON.parse(text('package-lock.json')) as { packages: Locked };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the npm settings name no registry, keep addresses out of the lock file and run no foreign scripts', () => {
  const lines = text('.npmrc').split('\n');
  expect(lines.filter((line) => /registry=|\/\/.*:_/.test(line))).toEqual([]);
  expect(lines).toContain('omit-lockfile-registry-resolved=true');
  expect(lines).toContain('ignore-scripts=true');
});

test('every package is named with its exact version', () => {
  const loose = Object.entries({ ...settings.dependencies, ...settings.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('nothing runs by itself when the packages are installed', () => {
  const own = ['preinstall', 'install', 'postinstall', 'prepare'];
  expect(own.filter((name) => settings.scripts[name] !== undefined)).toEqual([]);
});
