import fastify from 'fastify';
import { help } from '../../src/cli/help.ts';
import { knownSettings } from '../../src/server/known-settings.ts';
import { placeInWords, placeOf, readSettings } from '../../src/server/settings.ts';

test('without settings it listens on this machine only, port 3000, speaks to no other origin', () => {
  expect(readSettings({})).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: 'localhost',
      data: undefined,
      databaseUrl: undefined,
      instruments: undefined,
      addInOrigins: [],
      trustProxy: undefined,
      publicUrl: undefined,
      stopDelay: 0,
      certificate: undefined,
      limits: { eachPerson: 1200, eachAddress: 6000 },
      longestRequest: 120_000,
    },
  });
});

test('settings are taken from the environment', () => {
  const given = {
    PORT: '8080',
    HOST: '0.0.0.0',
    STEM_DATA: '/srv/returns.db',
    STEM_INSTRUMENTS: '/srv/instruments',
    STEM_ADDIN_ORIGINS: 'https://a.example.org, https://b.example.org:8443',
    STEM_TRUST_PROXY: '127.0.0.1',
    STEM_REQUESTS_PERSON: '60',
    STEM_REQUESTS_ADDRESS: '600',
    STEM_REQUEST_SECONDS: '30',
  };
  expect(readSettings(given)).toMatchObject({
    ok: true,
    value: {
      port: 8080,
      host: '0.0.0.0',
      data: '/srv/returns.db',
      instruments: '/srv/instruments',
      addInOrigins: ['https://a.example.org', 'https://b.example.org:8443'],
      trustProxy: '127.0.0.1',
      limits: { eachPerson: 60, eachAddress: 600 },
      longestRequest: 30_000,
    },
  });
});

test('an address of a database may hold a password, and is never shown', () => {
  const settings = readSettings({ DATABASE_URL: 'postgresql://returns:SECRET@db/returns' });
  if (!settings.ok) throw new Error(settings.failure);
  const place = placeOf(settings.value, 'usual.db');
  expect(place).toEqual({ url: 'postgresql://returns:SECRET@db/returns' });
  expect(placeInWords(place)).not.toContain('SECRET');
});

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ STEM_PUBLIC_URL: 'http://returns.example.org' }, 'STEM_PUBLIC_URL'],
  [{ STEM_PUBLIC_URL: 'https://returns.example.org/pane' }, 'STEM_PUBLIC_URL'],
  [{ STEM_STOP_DELAY: 'soon' }, 'STEM_STOP_DELAY'],
  [{ STEM_REQUESTS_PERSON: 'many' }, 'STEM_REQUESTS_PERSON'],
  [{ STEM_REQUESTS_ADDRESS: '0' }, 'STEM_REQUESTS_ADDRESS'],
  [{ STEM_REQUEST_SECONDS: '1.5' }, 'STEM_REQUEST_SECONDS'],
  [{ DATABASE_URL: 'mysql://host/db' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgresql://host/db', STEM_DATA: 'returns.db' }, 'STEM_DATA'],
  [{ STEM_ADDIN_ORIGINS: '*' }, 'STEM_ADDIN_ORIGINS'],
  [{ STEM_ADDIN_ORIGINS: 'https://a.example.org/taskpane' }, 'STEM_ADDIN_ORIGINS'],
  [{ STEM_CERT: '/some/cert.pem' }, 'STEM_KEY'],
  [{ STEM_CERT: '/no/cert.pem', STEM_KEY: '/no/key.pem' }, '/no/cert.pem'],
  [{ STEM_CERT: __filename, STEM_KEY: __filename }, 'STEM_CERT'],
  [{ STEM_CERT: __dirname, STEM_KEY: __dirname }, __dirname],
  [{ STEM_TRUST_PROXY: 'nonsense' }, 'STEM_TRUST_PROXY'],
  [{ STEM_TRUST_PROXY: '127.0.0.1, 10.0.0.0/99' }, '10.0.0.0/99'],
  [{ STEM_TRUST_PROXY: '1' }, 'STEM_TRUST_PROXY'],
  [{ STEM_PUBLICURL: 'https://returns.example.org' }, 'STEM_PUBLICURL. See: stem-returns serve --help'],
])('a wrong setting is answered with a line that names it: %j', (env, named) => {
  const settings = readSettings(env);
  expect(settings.ok ? '' : settings.failure).toContain(named);
});

test.each(['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8', 'loopback', '127.0.0.1, ::1,'])(
  'reverse proxies may be named so: %s',
  async (given) => {
    const settings = readSettings({ STEM_TRUST_PROXY: given });
    if (!settings.ok) throw new Error(settings.failure);
    const app = fastify({ trustProxy: settings.value.trustProxy ?? false });
    await app.close();
  },
);

test('the help tells every setting that is known, and no other', () => {
  expect([...new Set(help.match(/STEM_[A-Z_]+/g))].sort()).toEqual([...knownSettings].sort());
});
