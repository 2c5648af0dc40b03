// The steps of `npm test` and how they are run. Everything here works before any package is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct, installPackages, root } from '../src/cli/ready.mjs';
import { findChromium } from './e2e/kit/find-chromium.mjs';
import { findSoffice } from './kit/find-soffice.mjs';

const artefacts = join(root, 'artefacts');
const inCi = /^(1|true)$/i.test(process.env.CI ?? '');
const say = (line) => process.stdout.write(`${line}\n`);
const bin = (path) => join(root, 'node_modules', ...path.split('/'));

/** A step may not take the whole time that there is. */
const longest = 30 * 60_000;

/** Runs a Node program; answers its exit code and all that it printed. */
const run = (args, env = {}) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => printed.push(piece));
    const late = setTimeout(() => {
      printed.push(Buffer.from(`\nstopped: it took longer than ${longest / 60_000} minutes\n`));
      child.kill('SIGKILL');
    }, longest);
    child.on('close', (code, signal) => {
      clearTimeout(late);
      if (signal !== null) printed.push(Buffer.from(`\nended by ${signal}\n`));
      done({ code: code ?? 1, printed: Buffer.concat(printed).toString() });
    });
  });

/** What a step came to. `missing` says what to do about what was not run. */
const outcome = (passed, failed, notRun = 0, missing = undefined) => ({ passed, failed, notRun, missing });

/** A program that is either content or not: one test. */
const single = (args) => async () => {
  const { code, printed } = await run(args);
  return { ...(code === 0 ? outcome(1, 0) : outcome(0, 1)), printed };
};

/** Jest, counted by its own report; a file that did not even start counts as one failure. */
const jest = (name, args) => async () => {
  const report = join(artefacts, `${name}.json`);
  rmSync(report, { force: true });
  const { code, printed } = await run(
    [bin('jest/bin/jest.js'), '--ci', '--json', `--outputFile=${report}`, ...args],
    {
      NO_COLOR: '1',
    },
  );
  // With --json the report also goes to the output: it has been written to its file.
  const shown = printed.replace(/^\{"num.*$/m, '');
  if (!existsSync(report)) return { ...outcome(0, 1), printed: shown };
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return {
    ...outcome(numPassedTests, failed || (code === 0 ? 0 : 1), numPendingTests, 'take the skips out of the tests'),
    printed: shown,
  };
};

const build = async () => {
  try {
    await buildProduct(() => undefined);
    return { ...outcome(1, 0), printed: '' };
  } catch (error) {
    return { ...outcome(0, 1), printed: String(error.message) };
  }
};

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** The browser tests' files, by whether they need a browser. */
const endToEnd = () => {
  const files = filesIn(join(root, 'test', 'e2e')).filter((path) => path.endsWith('.e2e.ts'));
  const needsBrowser = (path) => readFileSync(path, 'utf8').includes("kit/browser.ts'");
  return { with: files.filter(needsBrowser), without: files.filter((path) => !needsBrowser(path)) };
};

/** Whether a program is there, after installing it from the system's packages where that is possible. */
const isThere = (name, find, packages) => {
  if (find() !== undefined) return true;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) return false;
  say(`        installing ${name} from the system’s packages …`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet);
  return find() !== undefined;
};

const chromiumIsThere = () => isThere('Chromium', findChromium, ['chromium', 'fonts-liberation']);
const sofficeIsThere = () => isThere('LibreOffice', findSoffice, ['libreoffice-calc', 'libreoffice-writer']);

/** All tests but those of the browser; without LibreOffice, all but the files that ask it. */
const jestTests = async () => {
  if (sofficeIsThere()) return jest('jest', [])();
  const asksIt = (path) => /\.spec\.tsx?$/.test(path) && readFileSync(path, 'utf8').includes("kit/libreoffice.ts'");
  const left = filesIn(join(root, 'test')).filter(asksIt);
  const ignored = left.flatMap((path) => ['--testPathIgnorePatterns', path.replace(/[\\.]/g, '.')]);
  const result = await jest('jest', ['--testPathIgnorePatterns', '/node_modules/', ...ignored])();
  const missing = ['install libreoffice-calc and libreoffice-writer, or set SOFFICE to the path of soffice'];
  if (result.notRun > 0) missing.push(result.missing);
  return { ...result, notRun: result.notRun + left.length, missing: missing.join('; ') };
};

const endToEndTests = async () => {
  const files = endToEnd();
  const settings = ['--config', 'test/e2e/jest.config.cjs', '--runInBand'];
  if (chromiumIsThere()) return jest('e2e', settings)();
  const { passed, failed, notRun, printed } = await jest('e2e', [
    ...settings,
    '--runTestsByPath',
    ...files.without,
  ])();
  return {
    passed,
    failed,
    notRun: notRun + files.with.length,
    missing: 'install Chromium, or set CHROMIUM to its path',
    printed,
  };
};

/** In this order; the steps of one row run side by side. What a person waits for longest stands alone. */
const plan = [
  [
    ['build', build],
    ['format', single([bin('prettier/bin/prettier.cjs'), '--check', '.'])],
  ],
  [
    ['lint', single([bin('eslint/bin/eslint.js'), '.'])],
    ['types', single([bin('typescript/bin/tsc'), '-p', '.'])],
  ],
  [
    ['core-types', single([bin('typescript/bin/tsc'), '-p', 'test/gates/tsconfig.core.json'])],
    [
      'rooms',
      single([bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', 'test/gates/rooms.cjs', 'src']),
    ],
  ],
  [['jest', jestTests]],
  [['e2e', endToEndTests]],
];

const perform = async ([name, step]) => {
  const began = Date.now();
  const result = await step();
  const seconds = Math.round((Date.now() - began) / 1000);
  writeFileSync(join(artefacts, `${name}.log`), result.printed);
  const good = result.failed === 0;
  const counts = `${result.passed} passed${good ? '' : `, ${result.failed} failed`}`;
  say(`${good ? 'ok     ' : 'FAILED '} ${name.padEnd(12)} ${counts} (${seconds} s)`);
  if (!good) say(result.printed);
  return result;
};

const sum = (results, what) => results.reduce((total, result) => total + result[what], 0);

/** Runs the named steps, or all; sets the exit code. */
export const runAll = async (names) => {
  const known = plan.flat().map(([name]) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    say(`There is no step ${unknown.join(', ')}. There are ${known.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  try {
    await installPackages(say);
  } catch (error) {
    say(`${error.message}\n\n0 passed, 1 failed`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(artefacts, { recursive: true });
  const results = [];
  for (const row of plan) {
    const wanted = row.filter(([name]) => names.length === 0 || names.includes(name));
    results.push(...(await Promise.all(wanted.map(perform))));
  }
  const notRun = sum(results, 'notRun');
  const missing = results.filter((result) => result.notRun > 0).map((result) => result.missing);
  const failed = sum(results, 'failed') + (inCi ? notRun : 0);
  say('');
  if (notRun > 0) say(`${notRun} not run: ${missing.join('; ')}`);
  say(`${sum(results, 'passed')} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};
