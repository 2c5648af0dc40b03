import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What stands in the root. A tool's settings go into package.json where the tool allows it. */
const allowed = [
  '.ci',
  '.gitignore',
  '.npmrc',
  'README.md',
  'assets',
  'docs',
  'eslint.config.mjs',
  'manifest.xml',
  'package-lock.json',
  'package.json',
  'src',
  'test',
  'tsconfig.json',
  'webpack.config.js',
];

test('the root stays small', () => {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const present = readdirSync(root).filter(
    (name) => name !== '.git' && !ignored.includes(name) && !/\.log$/.test(name),
  );
  expect(present.filter((name) => !allowed.includes(name))).toEqual([]);
});
