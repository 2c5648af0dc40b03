import { resolve } from 'node:path';
import { failed, ok, type Result } from '#core/result.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { usualPatience } from './http/patience.ts';
import { unknownSetting } from './known-settings.ts';
import { isProxy } from './proxies.ts';
import type { Place } from './store/store.ts';

/** How many requests are taken in a minute, by each server process for itself. */
export interface RequestLimits {
  /** From one person who is signed in. */
  readonly eachPerson: number;
  /** From one address, of all who are not signed in there, together. */
  readonly eachAddress: number;
}

/**
 * A school, or all schools of a local authority, may come from one address: 200 people who open the pane at the same
 * minute ask for some 15 files each. Whoever is signed in is counted alone, wherever she is.
 */
export const usualRequestLimits: RequestLimits = { eachPerson: 1200, eachAddress: 6000 };

/** What whoever runs the server decides, by environment variables. */
export interface Settings {
  /** `PORT`, 3000 when not given; 0 lets the machine choose. */
  readonly port: number;
  /** `HOST`: the address to listen on; `localhost`, thus only this machine, when not given. */
  readonly host: string;
  /** `STEM_DATA`: path of the data file. */
  readonly data: string | undefined;
  /** `DATABASE_URL`: address of a PostgreSQL database, instead of a data file. */
  readonly databaseUrl: string | undefined;
  /** `STEM_INSTRUMENTS`: folder of imported definitions. */
  readonly instruments: string | undefined;
  /** `STEM_ADDIN_ORIGINS`: origins, parted by commas, of add-ins served from elsewhere. */
  readonly addInOrigins: readonly string[];
  /** `STEM_TRUST_PROXY`: addresses or networks of reverse proxies, parted by commas. */
  readonly trustProxy: string | undefined;
  /** `STEM_PUBLIC_URL`: where people reach this server, for the manifest it gives out. */
  readonly publicUrl: string | undefined;
  /** `STEM_STOP_DELAY`: milliseconds in which a server that is stopped still works but says that it wants no more work. */
  readonly stopDelay: number;
  /** `STEM_CERT` and `STEM_KEY`: PEM files, for HTTPS without a reverse proxy. */
  readonly certificate: Certificate | undefined;
  /** `STEM_REQUESTS_PERSON` and `STEM_REQUESTS_ADDRESS`: requests in a minute that this process takes from one. */
  readonly limits: RequestLimits;
  /** `STEM_REQUEST_SECONDS`: milliseconds in which a request must have come in. */
  readonly longestRequest: number;
}

/** Reads the settings; a wrong one is answered as a line that says what is wrong. The only reader of the environment. */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): Result<Settings, string> => {
  const unknown = unknownSetting(env);
  if (unknown !== undefined) return failed(`There is no setting ${unknown}. See: stem-returns serve --help`);
  const port = env['PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    return failed(`PORT must be a number up to 65535, not "${port}".`);
  const addInOrigins = listOf(env['STEM_ADDIN_ORIGINS']);
  const wrong = addInOrigins.find((origin) => !/^https?:\/\/[^/\s*]+$/.test(origin));
  if (wrong !== undefined) {
    return failed(`STEM_ADDIN_ORIGINS must hold origins such as https://addin.example.org, not "${wrong}".`);
  }
  const { STEM_DATA: data, DATABASE_URL: databaseUrl } = env;
  if (data && databaseUrl) return failed('STEM_DATA and DATABASE_URL both say where the data are: give one of them.');
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    return failed('DATABASE_URL must be an address such as postgresql://user:password@host/database.');
  }
  const publicUrl = env['STEM_PUBLIC_URL']?.replace(/\/$/, '') || undefined;
  if (publicUrl !== undefined && !isPublicUrl(publicUrl)) {
    return failed(`STEM_PUBLIC_URL must be an address such as https://returns.example.org, not "${publicUrl}".`);
  }
  const delay = env['STEM_STOP_DELAY'] ?? '0';
  if (!/^\d{1,2}$/.test(delay))
    return failed(`STEM_STOP_DELAY must be a number of seconds up to 99, not "${delay}".`);
  const proxies = listOf(env['STEM_TRUST_PROXY']);
  const noProxy = proxies.find((proxy) => !isProxy(proxy));
  if (noProxy !== undefined) {
    return failed(`STEM_TRUST_PROXY must hold addresses such as 127.0.0.1 or 10.0.0.0/8, not "${noProxy}".`);
  }
  const certificate = readCertificate(env['STEM_CERT'], env['STEM_KEY']);
  if (!certificate.ok) return certificate;
  const numbers = wholeNumbers(env, {
    STEM_REQUESTS_PERSON: usualRequestLimits.eachPerson,
    STEM_REQUESTS_ADDRESS: usualRequestLimits.eachAddress,
    STEM_REQUEST_SECONDS: usualPatience.request / 1000,
  });
  if (!numbers.ok) return numbers;
  const { STEM_REQUESTS_PERSON: eachPerson, STEM_REQUESTS_ADDRESS: eachAddress } = numbers.value;
  return ok({
    port: Number(port),
    host: env['HOST'] || 'localhost',
    data: data || undefined,
    databaseUrl: databaseUrl || undefined,
    instruments: env['STEM_INSTRUMENTS'] || undefined,
    addInOrigins,
    trustProxy: proxies.join(',') || undefined,
    publicUrl,
    stopDelay: Number(delay) * 1000,
    certificate: certificate.value,
    limits: { eachPerson, eachAddress },
    longestRequest: numbers.value.STEM_REQUEST_SECONDS * 1000,
  });
};

/** Settings that are whole numbers from 1 to 999,999, by name, with what holds when they are not given. */
const wholeNumbers = <Name extends string>(
  env: NodeJS.ProcessEnv,
  usual: Readonly<Record<Name, number>>,
): Result<Readonly<Record<Name, number>>, string> => {
  const numbers: Record<Name, number> = { ...usual };
  for (const name of Object.keys(usual) as Name[]) {
    const given = env[name];
    if (!given) continue;
    if (!/^[1-9]\d{0,5}$/.test(given))
      return failed(`${name} must be a whole number from 1 to 999999, not "${given}".`);
    numbers[name] = Number(given);
  }
  return ok(numbers);
};

/** Whether Excel would load an add-in from there: https, a host, and nothing behind it. */
export const isPublicUrl = (url: string): boolean => /^https:\/\/[^/\s*?#]+$/.test(url);

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Where the data are when the settings do not say so otherwise: the address of a database, or a file. */
export const placeOf = ({ databaseUrl, data }: Settings, usualFile: string): Place =>
  databaseUrl === undefined ? { file: resolve(data ?? usualFile) } : { url: databaseUrl };

/** A place as people know it; an address may hold a password, which is never shown. */
export const placeInWords = (place: Place): string => ('file' in place ? place.file : 'the database of DATABASE_URL');
