import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sectionsOf, type Block } from './document.ts';
import { wantsInternet, type Machine } from './machine.ts';
import { prepare, publishNewer, writeSchoolFiles } from './prepare.ts';
import { awaitProxy, countWrongCodes, handInDoor, sendLargeFile, signIn, visitPages } from './visit.ts';

const accessCode = /\b(?:[0-9A-Z]{4}-){2,}[0-9A-Z]{4}\b/g;

/** Goes through the document from top to bottom; a line for each step. Answers whether all of it went well. */
export const walkThrough = (machine: Machine, say: (line: string) => void): boolean => {
  const sections = sectionsOf(join(import.meta.dirname, '../../docs/deploy.md'));
  const [done, replaced, notTried] = ['done      ', 'replaced  ', 'not tried '];

  /** Runs a section's blocks as they stand there, and answers what they printed. */
  const follow = (heading: string, change: (text: string) => string = (text) => text): string => {
    const blocks = sections.get(heading) ?? [];
    assert.ok(blocks.length > 0, `docs/deploy.md has no blocks under "${heading}"`);
    const printed = blocks.map((block) => type(block, change)).join('');
    say(`${done}${heading}`);
    return printed;
  };
  const type = (block: Block, change: (text: string) => string): string => {
    if ('file' in block) {
      machine.write(block.file, change(block.content));
      return '';
    }
    const commands = change(block.commands);
    const { code, printed } = machine.shell(block.as, commands, wantsInternet(block) ? 'internet' : undefined);
    assert.equal(code, 0, `as ${block.as}:\n${commands}\n${printed}`);
    return printed;
  };
  const you = (commands: string): string => type({ as: 'you', commands }, (text) => text);
  const look = (words: string) => say(`${done}  ${words}`);

  try {
    for (const line of prepare(machine)) say(replaced + line);
    const repository = `${machine.folder}/repository.git`;
    follow('1. The program', (text) => text.replace('<address of this repository>', repository));
    const setUp = follow('2. The data').match(accessCode)?.[0];
    assert.ok(setUp !== undefined, 'init printed no set-up code');

    follow('3. As a service');
    if (machine.shell('you', 'systemd-analyze --version').code === 0) {
      you('! systemd-analyze verify /etc/systemd/system/stem-returns.service 2>&1 | grep stem-returns');
      look('systemd-analyze finds nothing wrong with the unit');
    } else say(`${notTried}the unit, by systemd-analyze: it is not on this machine`);

    const nginxTrust = '/etc/ssl/returns.example.org.pem';
    follow('nginx');
    awaitProxy(machine, nginxTrust);
    look(visitPages(machine, nginxTrust));
    const { token, role } = signIn(machine, nginxTrust, setUp);
    assert.equal(role, 'project-team');
    look('the set-up code signs in, through the proxy');
    look(sendLargeFile(machine, nginxTrust, token));

    say(replaced + writeSchoolFiles(machine));
    const school = follow('5. The first people, schools and round').match(accessCode)?.at(-1);
    assert.ok(school !== undefined, 'no access code was printed');
    look(handInDoor(machine, nginxTrust, school));
    look(countWrongCodes(machine, nginxTrust, '127.0.1'));
    you('systemctl stop nginx');

    say(`${replaced}Caddy’s certificate: of its own authority, by two lines above the Caddyfile of the document`);
    follow('Caddy', (text) =>
      text.includes('reverse_proxy') ? `{\n\tlocal_certs\n\tskip_install_trust\n}\n\n${text}` : text,
    );
    const caddyTrust = '/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt';
    awaitProxy(machine, caddyTrust);
    look(visitPages(machine, caddyTrust));
    assert.equal(signIn(machine, caddyTrust, school).role, 'school');
    look('a school’s code signs in');
    look(sendLargeFile(machine, caddyTrust, token));
    look(countWrongCodes(machine, caddyTrust, '127.0.2'));

    const tried = follow('6. Backups');
    assert.match(tried, /Ann Ash/);
    look('the restored data know Ann Ash');

    publishNewer(machine);
    follow('7. A newer version');
    const { printed } = machine.shell('you', 'curl --silent http://127.0.0.1:3000/openapi.json');
    assert.match(printed, /99\.0\.0/);
    look('the service runs the newer version');

    follow('PostgreSQL instead');
    assert.equal(signIn(machine, caddyTrust, school).role, 'school');
    look('a school’s code signs in on PostgreSQL');

    const stopping = you(`systemctl stop stem-returns & sleep 2
curl --silent --output /dev/null --write-out '%{http_code}' http://127.0.0.1:3000/readyz; wait`);
    assert.equal(stopping, '503');
    look('a server that is stopped says on /readyz that it wants no more work, and ends');
    for (const what of [
      'a public name and a certificate that the world trusts',
      'a start of the whole machine',
      'Excel',
    ])
      say(notTried + what);
    return true;
  } catch (error) {
    say(`FAILED    ${error instanceof Error ? error.message : String(error)}`);
    say(machine.shell('you', 'tail --lines 20 /run/walk/*.log').printed);
    return false;
  }
};
