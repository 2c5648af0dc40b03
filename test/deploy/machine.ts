import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Block } from './document.ts';

/** What a command printed, on both streams, and how it ended. */
export interface Done {
  readonly code: number;
  readonly printed: string;
}

/** A copy of this machine whose system folders may be written and are gone with the process. */
export interface Machine {
  /** Runs a shell script as a person of the document, in a login of its own. What needs the internet says so. */
  shell(as: 'you' | 'stem', commands: string, reach?: 'internet'): Done;
  write(file: string, content: string): void;
  /** Folder for whatever the walk itself needs. */
  readonly folder: string;
}

/** The folders that the document's commands write into. */
const covered = ['/etc', '/usr', '/var', '/srv', '/opt', '/run', '/root'];

/**
 * Covers the system folders of this process, which must be root in a mount namespace of its own (`unshare --mount`), and
 * makes a second network in which all ports are free. What is written lies in `folder`.
 */
export const coverMachine = (folder: string): Machine => {
  for (const path of covered) {
    const layers = mkdtempSync(join(folder, 'layer-'));
    const [upper, work] = [join(layers, 'upper'), join(layers, 'work')];
    for (const layer of [upper, work]) mkdirSync(layer, { mode: 0o755 });
    // Who owns a folder and who may look into it goes with it.
    spawnSync('chmod', ['--reference', path, upper]);
    spawnSync('chown', ['--reference', path, upper]);
    const options = `lowerdir=${path},upperdir=${upper},workdir=${work}`;
    const { status, stderr } = spawnSync('mount', ['-t', 'overlay', 'overlay', '-o', options, path], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${path} cannot be covered: ${stderr}`);
  }
  const network = join(folder, 'network');
  writeFileSync(network, '');
  const { status, stderr } = spawnSync('unshare', [`--net=${network}`, 'ip', 'link', 'set', 'lo', 'up'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`There is no second network: ${stderr}`);
  const inside = ['nsenter', `--net=${network}`];
  const script = join(folder, 'commands.sh');
  chmodSync(folder, 0o755);
  return {
    folder,
    shell: (as, commands, reach) => {
      writeFileSync(script, commands, { mode: 0o755 });
      const where = reach === 'internet' ? [] : inside;
      const who = as === 'stem' ? ['sudo', '-u', 'stem', '-i', 'bash', '-e', script] : ['bash', '-e', script];
      const [program = '', ...args] = [...where, ...who];
      const { status, stdout, stderr } = spawnSync(program, args, {
        cwd: '/',
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 2 ** 26,
      });
      return { code: status ?? 1, printed: stdout + stderr };
    },
    write: (file, content) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
  };
};

/** Whether a block fetches something. */
export const wantsInternet = (block: Block): boolean =>
  'commands' in block && /apt-get|git clone/.test(block.commands);
