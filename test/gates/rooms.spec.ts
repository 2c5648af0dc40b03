import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const cruise = [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config'];
const rules = 'test/gates/rooms.cjs';

/** A file that goes where it may not, what it imports, and the rule that stops it. */
const trespasses: readonly (readonly [string, string, string])[] = [
  ['src/core/a.ts', '#flows/flow.ts', 'room-core'],
  ['src/core/b.ts', 'node:fs', 'node-in-the-browser'],
  ['src/core/c.ts', 'fastify', 'packages-of-core'],
  ['src/definitions/a.ts', '#wire/shape.ts', 'room-definitions'],
  ['src/wire/a.ts', '#api/collection-api.ts', 'room-wire'],
  ['src/workbook/excel/a.ts', '#workbook/xlsx/file.ts', 'excel-and-files-are-strangers'],
  ['src/workbook/excel/b.ts', '#wire/shape.ts', 'room-workbook'],
  ['src/flows/a.ts', '#workbook/excel/adapter.ts', 'room-flows'],
  ['src/flows/b.ts', '#api/http-collection-api.ts', 'room-flows'],
  ['src/taskpane/Pane.tsx', '#workbook/excel/adapter.ts', 'room-taskpane'],
  ['src/taskpane/main.tsx', '#workbench/grid/grid.ts', 'room-taskpane-main'],
  ['src/commands/a.ts', '#workbook/workbook.ts', 'room-commands'],
  ['src/commands/b.ts', '#workbench/grid/grid.ts', 'nobody-imports-workbench'],
  ['src/server/store/a.ts', '../http/resource.ts', 'store-never-back-to-http'],
  ['src/server/http/b.ts', '#flows/flow.ts', 'room-server'],
  ['src/cli/a.ts', '#server/http/resource.ts', 'room-cli'],
  ['src/flows/c.ts', 'react', 'react-only-in-the-pane'],
  ['src/taskpane/grid.ts', '@univerjs/core', 'the-grid-only-behind-the-engine'],
  ['src/api/a.ts', '#api/nowhere.ts', 'nothing-unresolved'],
  ['src/utils/a.ts', '#core/thing.ts', 'no-room-without-rules'],
];

/** What is allowed, and must stay so. */
const visits: readonly (readonly [string, string])[] = [
  ['src/flows/good.ts', '#workbook/workbook.ts'],
  ['src/taskpane/good.tsx', '#flows/flow.ts'],
  ['src/taskpane/main.tsx', '#workbook/excel/adapter.ts'],
  ['src/server/http/good.ts', '../store/store.ts'],
  ['src/cli/good.ts', '#server/main.ts'],
  ['src/cli/files.ts', '#workbook/xlsx/file.ts'],
  ['src/workbench/page/good.ts', '#taskpane/Pane.tsx'],
];

const destinations = [
  'flows/flow.ts',
  'wire/shape.ts',
  'api/collection-api.ts',
  'api/http-collection-api.ts',
  'workbook/workbook.ts',
  'workbook/xlsx/file.ts',
  'workbook/excel/adapter.ts',
  'workbench/grid/grid.ts',
  'server/http/resource.ts',
  'server/store/store.ts',
  'server/main.ts',
  'core/thing.ts',
];

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** The rules' verdict on a small product made of the files above. */
function violations(): readonly Violation[] {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'a' });
  };
  try {
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
    cpSync(join(root, rules), join(folder, 'rooms.cjs'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const path of destinations) write(`src/${path}`, 'export const here = 1;\n');
    for (const [path, target] of [...trespasses, ...visits]) write(path, `import '${target}';\n`);
    const run = spawnSync(process.execPath, [...cruise, 'rooms.cjs', '--output-type', 'json', 'src'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const found = violations();

test.each(trespasses)('%s may not import %s (%s)', (path, _, rule) => {
  expect(found.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toContain(rule);
});

test.each(visits.filter(([path]) => !path.endsWith('main.tsx')))('%s may import %s', (path) => {
  expect(found.filter(({ from }) => from === path)).toEqual([]);
});

test('the pane is put together in its main, which may choose the adapters', () => {
  const rulesBroken = found.filter(({ from }) => from === 'src/taskpane/main.tsx').map(({ rule }) => rule.name);
  expect(rulesBroken.sort()).toEqual(['nobody-imports-workbench', 'room-taskpane-main']);
});
