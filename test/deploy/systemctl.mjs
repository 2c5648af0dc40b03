// What stands in for systemd on the throw-away machine: `systemctl start|restart|stop NAME` by the unit's own file. It
// knows of a unit what ours and the proxies' use; the unit's process group stands for systemd's control group.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const folder = '/run/walk';
const pidFile = (name) => `${folder}/${name}.pid`;

/** Every value of a setting in a unit's file, in order. */
const settingsOf = (name) => {
  const path = [`/etc/systemd/system/${name}.service`, `/lib/systemd/system/${name}.service`].find(existsSync);
  if (!path) throw new Error(`There is no unit ${name}.`);
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => /^(\w+)=(.*)$/.exec(line));
  return (setting) => lines.filter((found) => found?.[1] === setting).map((found) => found[2]);
};

/** A shell script that becomes the service, shut in as the unit says. */
const scriptOf = (all) => {
  const one = (setting) => all(setting)[0];
  const lines = ['set -e'];
  if (one('ProtectSystem') === 'strict') {
    for (const path of all('ReadWritePaths')) lines.push(`mount --bind ${path} ${path}`);
    if (one('PrivateTmp') === 'true') lines.push('mount -t tmpfs -o mode=1777 tmpfs /tmp');
    const open = ['/proc', '/sys', '/dev', ...all('ReadWritePaths'), ...(one('PrivateTmp') ? ['/tmp'] : [])];
    lines.push(
      `findmnt --raw --noheadings --output TARGET | while read -r at; do case "$at" in ${open.map((path) => `${path}|${path}/*`).join('|')}) ;; *) mount -o remount,bind,ro "$at" ;; esac; done`,
    );
  }
  if (one('UMask')) lines.push(`umask ${one('UMask')}`);
  lines.push(`cd ${one('WorkingDirectory') ?? '/'}`);
  const user = one('User');
  const become = user ? `setpriv --reuid ${user} --regid ${user} --init-groups` : 'setpriv';
  const shut = one('NoNewPrivileges') === 'true' ? ' --no-new-privs' : '';
  const home = user ? [`HOME=~${user}`, `USER=${user}`] : [];
  const environment = ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin', ...home, ...all('Environment')];
  lines.push(`exec ${become}${shut} env -i ${environment.join(' ')} ${one('ExecStart')}`);
  return lines.join('\n');
};

const start = (name) => {
  const all = settingsOf(name);
  const log = openSync(`${folder}/${name}.log`, 'a');
  const child = spawn('unshare', ['--mount', 'bash', '-c', scriptOf(all)], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  writeFileSync(pidFile(name), String(child.pid));
  child.unref();
};

/** Whether a process of the group still runs; one that has ended and was not buried does not count. */
const isThere = (group) =>
  spawnSync('ps', ['-eo', 'pgid=,stat='], { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.trim().split(/\s+/))
    .some(([its, state = 'Z']) => its === group && !state.startsWith('Z'));

const stop = async (name) => {
  if (!existsSync(pidFile(name))) return;
  const group = readFileSync(pidFile(name), 'utf8');
  const seconds = Number(settingsOf(name)('TimeoutStopSec')[0]?.replace(/s$/, '') ?? 90);
  // A service that has left its group, as nginx does, says how it is stopped.
  for (const command of settingsOf(name)('ExecStop')) spawnSync('sh', ['-c', command.replace(/^-/, '')]);
  try {
    process.kill(-Number(group), 'SIGTERM');
  } catch {
    // It ended by itself.
  }
  for (let waited = 0; isThere(group); waited += 0.1) {
    if (waited > seconds) throw new Error(`${name} did not stop within ${seconds} s.`);
    await pause(100);
  }
  rmSync(pidFile(name));
};

mkdirSync(folder, { recursive: true });
const [act, ...rest] = process.argv.slice(2);
const name = rest.find((word) => !word.startsWith('-'));
if (name === 'postgresql') {
  // Debian starts it by a unit for each cluster, which calls this.
  const [version, cluster] = spawnSync('pg_lsclusters', ['--no-header'], { encoding: 'utf8' }).stdout.split(/\s+/);
  process.exitCode = spawnSync('pg_ctlcluster', ['--skip-systemctl-redirect', version, cluster, act], {
    stdio: 'inherit',
  }).status;
} else if (name !== undefined) {
  if (act === 'stop' || act === 'restart') await stop(name);
  if (act === 'start' || act === 'restart' || act === 'enable') start(name);
}
