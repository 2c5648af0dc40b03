import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeTooOld } from '../../src/cli/node-version.mjs';
import { packagesAreInstalled } from '../../src/cli/ready.mjs';

describe('Node', () => {
  test.each(['8.0.0', '16.20.2', '18.20.8', '20.18.3'])(
    '%s is too old, and the newcomer is told what to do',
    (version) => {
      expect(nodeTooOld(version)).toContain(version);
      expect(nodeTooOld(version)).toContain('https://nodejs.org');
    },
  );

  test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('%s is new enough', (version) => {
    expect(nodeTooOld(version)).toBeUndefined();
  });

  test('the lowest one is the one that package.json names', () => {
    const settings = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      engines: { node: string };
    };
    const lowest = settings.engines.node.replace('>=', '');
    const [major, minor] = lowest.split('.').map(Number);
    expect(nodeTooOld(`${lowest}.0`)).toBeUndefined();
    expect(nodeTooOld(`${major}.${(minor ?? 0) - 1}.0`)).toBeDefined();
  });
});

describe('packages are installed again', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newcomer-'));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (path: string, packages: object) => writeFileSync(join(folder, path), JSON.stringify({ packages }));
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-for-windows': { version: '1.0.0', optional: true },
  };

  test.each<[string, object | undefined, boolean]>([
    ['when there are none', undefined, false],
    ['when one is missing', {}, false],
    ['when one has another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['not when those of other systems are missing', { 'node_modules/a': { version: '1.0.0' } }, true],
    [
      'when one of this system has another version',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-for-windows': { version: '0.9.0' } },
      false,
    ],
  ])('%s', (_, present, expected) => {
    write('package-lock.json', wanted);
    if (present) write('node_modules/.package-lock.json', present);
    expect(packagesAreInstalled(folder)).toBe(expected);
  });
});
