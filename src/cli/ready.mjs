// Makes a fresh clone ready to run: packages installed, product built. Plain JavaScript without packages, because it
// runs before there are any. Nothing is done that is done already.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone, wherever the command was started. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (...parts) => join(root, ...parts);

/**
 * Whether node_modules holds what package-lock.json asks for. Compared by content: a checkout changes times, not
 * versions. An optional package (a binary for another system) may be absent.
 */
export const packagesAreInstalled = (folder = root) => {
  try {
    const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8')).packages;
    const present = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, wanted]) =>
        path === '' || (present[path] ? present[path].version === wanted.version : Boolean(wanted.optional)),
    );
  } catch {
    return false;
  }
};

/** Runs a program; what it prints is kept, and shown only when it fails. Answers whether it succeeded. */
const quietly = (command, args, options = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const printed = [];
    child.stdout.on('data', (piece) => printed.push(piece));
    child.stderr.on('data', (piece) => printed.push(piece));
    child.on('error', (error) => printed.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      done(code === 0);
    });
  });

const npm = (args) => {
  // Under npm, the very npm that runs; else the one on the path (on Windows that is a .cmd, which needs a shell).
  const running = process.env.npm_execpath;
  return running?.endsWith('.js')
    ? quietly(process.execPath, [running, ...args])
    : quietly('npm', args, { shell: process.platform === 'win32' });
};

/** Installs the packages when they are missing or not those of package-lock.json. */
export const installPackages = async (say) => {
  if (packagesAreInstalled()) return;
  say('Installing what it needs; the first time this takes a minute or two …');
  if (!(await npm(['ci', '--include=dev', '--no-audit', '--no-fund']))) {
    throw new Error('The packages could not be installed: see above. Is there a connection to the internet?');
  }
};

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** A fingerprint of everything that the build is made from. */
const sources = () => {
  const single = ['webpack.config.js', 'package.json', 'package-lock.json'].map((name) => at(name));
  const files = [...filesIn(at('src')), ...filesIn(at('assets')), ...single].sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
};

const stamp = at('dist', '.built-from');

const productIsBuilt = (wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** Builds the product when it is missing or older than its sources. */
export const buildProduct = async (say) => {
  const wanted = sources();
  if (productIsBuilt(wanted)) return;
  say('Building; this takes about half a minute …');
  rmSync(stamp, { force: true });
  const webpack = at('node_modules', 'webpack-cli', 'bin', 'cli.js');
  if (!(await quietly(process.execPath, [webpack, '--mode', 'production']))) {
    throw new Error('The build failed: see above.');
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
};

const say = (line) => console.error(line);

/** Everything that must stand before the product runs. Ends the process with a plain sentence when it cannot. */
export const makeReady = async () => {
  try {
    await installPackages(say);
    await buildProduct(say);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
};

/** Runs the built product in this process, as if it had been called with these arguments. */
export const runProduct = async (args) => {
  const main = at('dist', 'node', 'main.mjs');
  process.argv = [process.execPath, main, ...args];
  await import(new URL('../../dist/node/main.mjs', import.meta.url).href);
};

/** The whole way of a launcher: everything ready, then the product. */
export const launch = async (args) => {
  await makeReady();
  await runProduct(args);
};
