import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closure, packageName, type Locked } from './shipped-packages.ts';

const root = join(__dirname, '../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const locked = (readJson('package-lock.json') as { packages: Locked }).packages;
const all = Object.keys(locked).filter((path) => path !== '');

/** Licences that ask for no more than their notice. */
const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
];

/** Others that are taken all the same. `uses` says where; only `everywhere` may reach those who use the product. */
const exceptions: Readonly<Record<string, { licence: string; uses: 'everywhere' | 'development'; because: string }>> =
  {
    '@univerjs/telemetry': {
      licence: 'none named',
      uses: 'everywhere',
      because: 'its package.json names none, its LICENSE file is Apache-2.0 like the rest of the grid',
    },
    '@microsoft/office-js': {
      licence: 'LICENSE',
      uses: 'development',
      because: "Microsoft's terms allow developing and testing; the real pane loads the library from Microsoft",
    },
    '@axe-core/playwright': {
      licence: 'MPL-2.0',
      uses: 'development',
      because: 'looks at pages in tests, unchanged',
    },
    'axe-core': { licence: 'MPL-2.0', uses: 'development', because: 'looks at pages in tests, unchanged' },
    'caniuse-lite': { licence: 'CC-BY-4.0', uses: 'development', because: 'a table of browsers that tools read' },
  };

/** Whether an SPDX expression can be satisfied with permissive licences alone: one of an OR, all of an AND. */
function isPermissive(expression: string): boolean {
  const bare = expression.replace(/[()]/g, '');
  return bare.split(' OR ').some((one) => one.split(' AND ').every((licence) => permissive.includes(licence.trim())));
}

const licenceOf = (path: string): string => locked[path]?.license ?? 'none named';

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Packages that the product itself imports: they are bundled, or installed with it. */
function importedPackages(): readonly string[] {
  const imports = sourceFiles(join(root, 'src')).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?'((?:@[^/']+\/)?[^./#'][^/']*)/g)].map(
      ([, name]) => name,
    ),
  );
  return [...new Set(imports.filter((name) => name !== undefined && !name.startsWith('node:')))] as string[];
}

const dependencies = Object.keys((readJson('package.json') as { dependencies: object }).dependencies);
const shipped = closure(locked, [...dependencies, ...importedPackages()]);

test('a package anywhere in the tree has a permissive licence, or stands among the exceptions with a reason', () => {
  const others = all.filter((path) => !isPermissive(licenceOf(path)) && exceptions[packageName(path)] === undefined);
  expect(others.map((path) => `${path}: ${licenceOf(path)}`)).toEqual([]);
});

test('an exception is taken for the licence it was looked at for', () => {
  const changed = all.filter((path) => {
    const exception = exceptions[packageName(path)];
    return exception !== undefined && exception.licence !== licenceOf(path);
  });
  expect(changed).toEqual([]);
});

test('what reaches those who use the product has a permissive licence', () => {
  expect(shipped.length).toBeGreaterThan(50);
  expect(shipped).toContain('node_modules/react');
  const others = shipped.filter(
    (path) => !isPermissive(licenceOf(path)) && exceptions[packageName(path)]?.uses !== 'everywhere',
  );
  expect(others).toEqual([]);
});

test("the grid's commercial packages are not installed, nor the bundle that brings them", () => {
  expect(all.map(packageName).filter((name) => /^@univerjs-pro\/|^@univerjs\/presets$/.test(name))).toEqual([]);
  expect(existsSync(join(root, 'node_modules/@univerjs-pro'))).toBe(false);
});

describe('a licence expression is permissive when', () => {
  test.each([
    ['MIT', true],
    ['Apache-2.0 AND MIT', true],
    ['(BSD-3-Clause OR GPL-2.0)', true],
    ['GPL-3.0-or-later', false],
    ['AGPL-3.0-only', false],
    ['LGPL-2.1', false],
    ['MIT AND GPL-2.0', false],
    ['none named', false],
  ])('%s: %s', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
