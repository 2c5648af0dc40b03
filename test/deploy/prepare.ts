import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giasText, linksText } from '../kit/register-files.ts';
import type { Machine } from './machine.ts';

/** The public name in the document. */
export const publicName = 'returns.example.org';

const root = join(import.meta.dirname, '../..');

const certificate = `/etc/ssl/${publicName}.pem`;

/**
 * What the document takes for granted on a Debian machine, and what stands for the things that no machine without a
 * public name has. Each line tells the reader what was replaced by what.
 */
export const prepare = (machine: Machine): readonly string[] => {
  const must = (commands: string, reach?: 'internet') => {
    const { code, printed } = machine.shell('you', commands, reach);
    if (code !== 0) throw new Error(`${commands}\n${printed}`);
  };
  machine.write(
    '/etc/apt/apt.conf.d/99walk',
    'APT::Get::Assume-Yes "true";\nDpkg::Options { "--force-confold"; };\n',
  );
  machine.write('/usr/sbin/policy-rc.d', '#!/bin/sh\nexit 101\n');
  machine.write(
    '/usr/local/sbin/systemctl',
    `#!/bin/sh\nexec node ${join(root, 'test/deploy/systemctl.mjs')} "$@"\n`,
  );
  must('chmod 0755 /usr/sbin/policy-rc.d /usr/local/sbin/systemctl');
  must('command -v sudo || (apt-get update && apt-get install sudo)', 'internet');
  machine.write('/etc/hosts', `127.0.0.1 localhost ${publicName}\n::1 localhost\n`);
  must(`openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${publicName} -addext subjectAltName=DNS:${publicName} \\
    -out ${certificate} -keyout /etc/ssl/private/${publicName}.key`);
  must(`git clone --bare ${root} ${machine.folder}/repository.git
    git config --system safe.directory '*'`);
  const unit = /^ExecStart=(\S+)/m.exec(readFileSync(join(root, 'docs/deploy.md'), 'utf8'))?.[1] ?? '';
  must(`test -x ${unit} || ln --symbolic "$(command -v node)" ${unit}`);
  // The proxies bind to 443 as their own users, which systemd allows them by a capability.
  must('sysctl --quiet --write net.ipv4.ip_unprivileged_port_start=0');
  return [
    'systemd: a stand-in starts and stops what the units say (test/deploy/systemctl.mjs)',
    'the address of the repository: a clone of the last commit here',
    `the name ${publicName}: a line in /etc/hosts`,
    'its certificate: one made now, that only this walk trusts',
    'the machine: this one, its system folders covered and its network its own',
  ];
};

/** Invented schools in the files that the document imports. */
export const writeSchoolFiles = (machine: Machine): string => {
  const home = '/srv/stem-returns';
  machine.write(
    `${home}/edubasealldata.csv`,
    giasText(
      { URN: '999001', EstablishmentName: 'Ash Lane School' },
      { URN: '999002', EstablishmentName: 'Birch Hill School' },
    ),
  );
  machine.write(`${home}/links.csv`, linksText({ urn: '999001', link: '999002', type: 'Predecessor' }));
  machine.write(`${home}/our-schools.csv`, 'URN\n999001\n999002\n');
  return 'the government’s files of schools: two invented schools';
};

/** A commit after the one that was cloned, which says that it is another version. */
export const publishNewer = (machine: Machine): void => {
  const { code, printed } = machine.shell(
    'you',
    `git clone ${machine.folder}/repository.git ${machine.folder}/newer && cd ${machine.folder}/newer
sed --in-place 's|"version": ".*"|"version": "99.0.0"|' package.json
git -c user.name=Walk -c user.email=walk@example.org commit --all --message 'Another version' && git push`,
  );
  if (code !== 0) throw new Error(printed);
};
