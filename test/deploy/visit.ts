import assert from 'node:assert/strict';
import { giasLines } from '../kit/register-files.ts';
import type { Machine } from './machine.ts';
import { publicName } from './prepare.ts';

/** An answer as `curl --include` prints it. */
interface Answer {
  readonly status: number;
  /** The headers in small letters, one a line. */
  readonly head: string;
  readonly body: string;
}

/** Asks the public address for a path, over HTTPS and with the certificate that is to be trusted. */
const askBy =
  (machine: Machine, trusted: string) =>
  (path: string, more = '', scheme = 'https'): Answer => {
    const { printed } = machine.shell(
      'you',
      `curl --silent --show-error --include --http1.1 --cacert ${trusted} ${more} '${scheme}://${publicName}${path}'`,
    );
    const final = printed.replace(/^(HTTP\/1.1 100[^]*?\r\n\r\n)+/, '');
    const [head = '', ...rest] = final.split('\r\n\r\n');
    const status = Number(/^HTTP\/\S+ (\d+)/.exec(head)?.[1]);
    assert.ok(status > 0, `${path} is not answered: ${printed}`);
    return { status, head: head.toLowerCase(), body: rest.join('\r\n\r\n') };
  };

/** Waits until a proxy that was just started answers. */
export const awaitProxy = (machine: Machine, trusted: string): void => {
  const { code, printed } = machine.shell(
    'you',
    `curl --silent --show-error --fail --retry 30 --retry-delay 1 --retry-all-errors --cacert ${trusted} https://${publicName}/readyz`,
  );
  assert.equal(code, 0, printed);
};

const asJson = (body: object) => `--header 'content-type: application/json' --data '${JSON.stringify(body)}'`;

/** What everybody gets through a proxy, and what must not come through it. Answers what was seen. */
export const visitPages = (machine: Machine, trusted: string): string => {
  const ask = askBy(machine, trusted);
  assert.equal(ask('/readyz').status, 200);
  const pane = ask('/taskpane.html');
  assert.equal(pane.status, 200);
  assert.match(pane.head, /content-security-policy: .*frame-ancestors/);
  assert.doesNotMatch(pane.head, /x-frame-options/);
  const script = /src="([^"]*pane\/[^"]+\.js)"/.exec(pane.body)?.[1];
  assert.ok(script !== undefined, 'the pane names no script');
  assert.equal(ask(new URL(script, `https://${publicName}/`).pathname).status, 200);
  const manifest = ask('/manifest.xml');
  assert.equal(manifest.status, 200);
  assert.ok(manifest.body.includes(`https://${publicName}/taskpane.html`), 'the manifest names another address');
  assert.doesNotMatch(manifest.body, /localhost/);
  assert.equal(ask('/docs').status, 200);
  const door = ask('/hand-in', '--header "accept-encoding: gzip"');
  assert.equal(door.status, 200);
  assert.doesNotMatch(door.head, /content-encoding/, 'the page /hand-in is pressed');
  assert.equal(ask('/v1/session', asJson({ code: 'x' }), 'http').status, 403);
  return 'pane, manifest, hand-in and docs over HTTPS; a token over HTTP is refused';
};

/** Signs in with a code and reads who that is. */
export const signIn = (machine: Machine, trusted: string, code: string): { token: string; role: string } => {
  const { status, body, head } = askBy(machine, trusted)(
    '/v1/session',
    `--header 'accept-encoding: gzip' ${asJson({ code })}`,
  );
  assert.equal(status, 200, body);
  assert.doesNotMatch(head, /content-encoding/, 'an answer with a token is pressed');
  const { token, person } = JSON.parse(body) as { token: string; person: { role: string } };
  return { token, role: person.role };
};

/** Somebody of a school comes in by the page for files; the browser keeps her for HTTPS only. */
export const handInDoor = (machine: Machine, trusted: string, code: string): string => {
  const ask = askBy(machine, trusted);
  const jar = `${machine.folder}/cookies`;
  const came = ask('/hand-in/sign-in', `--cookie-jar ${jar} --data 'code=${code}'`);
  assert.equal(came.status, 303, came.body);
  assert.match(came.head, /set-cookie: .*secure/);
  const list = ask('/hand-in', `--cookie ${jar}`);
  const page = /href="(\/hand-in\/[\w-]+)"/.exec(list.body)?.[1];
  assert.ok(page !== undefined, `no return stands in her list: ${list.body}`);
  assert.equal(ask(page, `--cookie ${jar}`).status, 200);
  return 'a school signs in on the page and opens her return';
};

/** A file larger than what proxies let through by themselves is looked at, and nothing is written. */
export const sendLargeFile = (machine: Machine, trusted: string, token: string): string => {
  const { head, row } = giasLines(80);
  const rows = Array.from({ length: 4000 }, (_, at) =>
    row({ URN: String(200_000 + at), EstablishmentName: `Invented School ${at}` }),
  );
  const text = head + rows.join('');
  machine.write(`${machine.folder}/large.csv`, text);
  const { status, body } = askBy(machine, trusted)(
    '/v1/register/preview',
    `--header 'authorization: Bearer ${token}' --header 'content-type: text/csv' --data-binary @${machine.folder}/large.csv`,
  );
  assert.equal(status, 200, body);
  return `a file of schools of ${(text.length / 1e6).toFixed(0)} MB comes through`;
};

/** Wrong codes of one caller make her wait, and nobody else: so the proxy is believed, whoever asks. */
export const countWrongCodes = (machine: Machine, trusted: string, network: string): string => {
  const ask = askBy(machine, trusted);
  const wrongFrom = (address: string) =>
    ask('/v1/session', `--interface ${address} ${asJson({ code: '0000-0000-0000-0000' })}`).status;
  const seen = Array.from({ length: 12 }, () => wrongFrom(`${network}.2`));
  assert.equal(seen.at(-1), 429, `wrong codes were answered ${seen.join(', ')}`);
  assert.notEqual(wrongFrom(`${network}.3`), 429, 'another caller has to wait as well');
  return 'wrong codes are counted by caller';
};
