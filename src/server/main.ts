import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { failed, ok, type Result } from '#core/result.ts';
import { keepHouse } from './housekeeping.ts';
import type { Given } from './http/app.ts';
import type { HandIn } from './hand-in.ts';
import type { Pages } from './http/pages.ts';
import { usualPatience } from './http/patience.ts';
import { usualRequestLimits, type RequestLimits } from './http/request-limit.ts';
import { buildServer, type ServerParts } from './server.ts';
import { offerSetUp, type SetUpCode } from './store/set-up.ts';
import { openStore, type Mode, type Place, type Store } from './store/store.ts';
import type { World } from './world.ts';

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
  /** `STEM_TRUST_PROXY`: addresses of reverse proxies, parted by commas. */
  readonly trustProxy: string | undefined;
  /** `STEM_PUBLIC_URL`: where people reach this server, for the manifest it gives out. */
  readonly publicUrl: string | undefined;
  /** `STEM_STOP_DELAY`: milliseconds in which a server that is stopped still works but says that it wants no more work. */
  readonly stopDelay: number;
  /** `STEM_CERT` and `STEM_KEY`: PEM files, for HTTPS without a reverse proxy. */
  readonly certificate: { readonly cert: string; readonly key: string } | undefined;
  /** `STEM_REQUESTS_PERSON` and `STEM_REQUESTS_ADDRESS`: requests in a minute that this process takes from one. */
  readonly limits: RequestLimits;
  /** `STEM_REQUEST_SECONDS`: milliseconds in which a request must have come in. */
  readonly longestRequest: number;
}

/** Reads the settings; a wrong one is answered as a line that says what is wrong. The only reader of the environment. */
export const readSettings = (env: NodeJS.ProcessEnv = process.env): Result<Settings, string> => {
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
  const { STEM_CERT: cert, STEM_KEY: key } = env;
  if (!cert !== !key) return failed('STEM_CERT and STEM_KEY are given together or not at all.');
  const unreadable = [cert, key].find((file) => file && !existsSync(file));
  if (unreadable) return failed(`There is no file ${unreadable}: see STEM_CERT and STEM_KEY.`);
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
    trustProxy: env['STEM_TRUST_PROXY'] || undefined,
    publicUrl,
    stopDelay: Number(delay) * 1000,
    certificate: cert && key ? { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } : undefined,
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

/** The real clock, and chance from the operating system. */
const world: World = { now: () => new Date().toISOString(), random: (bytes) => randomBytes(bytes) };

/** Milliseconds that requests under way have left when the server is stopped. */
const longestGoodbye = 5000;

/** A server that listens. */
export interface Running {
  /** Where it answers on this machine. */
  readonly url: string;
  /** To set the programme up with, as long as nobody of the project team can sign in. */
  readonly setUp: SetUpCode | undefined;
  /**
   * Says that no more work is wanted, for as long as the settings say; then takes no new requests, lets those under way
   * finish, for 5 seconds at most, and closes the data.
   */
  stop(): Promise<void>;
}

/** Where the data are when the settings do not say so otherwise: the address of a database, or a file. */
export const placeOf = ({ databaseUrl, data }: Settings, usualFile: string): Place =>
  databaseUrl === undefined ? { file: resolve(data ?? usualFile) } : { url: databaseUrl };

/** A place as people know it; an address may hold a password, which is never shown. */
export const placeInWords = (place: Place): string => ('file' in place ? place.file : 'the database of DATABASE_URL');

/** Opens the data, making them where there are none; the failure is a line for the person who asked for it. */
export const openOrMake = async (place: Place, mode: Mode): Promise<Result<Store, string>> => {
  if ('file' in place) mkdirSync(dirname(place.file), { recursive: true });
  const opened = await openStore({ place, mode, now: world.now() }).catch((error: unknown) => String(error));
  if (typeof opened === 'string') return failed(`${placeInWords(place)} cannot be opened. ${opened}`);
  return opened.ok ? opened : failed(otherMode(placeInWords(place), opened.failure.mode));
};

/** A code to set the programme up with, made now; `undefined` when somebody of the project team can sign in. */
export const setUpCode = (store: Store): Promise<SetUpCode | undefined> => offerSetUp(store, world);

/** Opens the data and listens; the failure is a line for the person who started it. */
export const start = async (options: {
  readonly settings: Settings;
  readonly place: Place;
  readonly mode: Mode;
  readonly version: string;
  readonly instruments: Given['instruments'];
  readonly pages: Pages;
  /** Absent: there is no page for handing in files. */
  readonly handIn?: HandIn;
  readonly logger?: ServerParts['logger'];
}): Promise<Result<Running, string>> => {
  const { settings, place, mode, version, instruments, pages, handIn, logger } = options;
  const opened = await openOrMake(place, mode);
  if (!opened.ok) return opened;
  const store = opened.value;
  const readiness = { isLeaving: false };
  const app = buildServer({
    store,
    readiness,
    world,
    instruments,
    version,
    pages,
    ...(handIn ? { handIn } : {}),
    isSecure: settings.publicUrl !== undefined,
    addInOrigins: settings.addInOrigins,
    limits: settings.limits,
    isHttps: settings.publicUrl !== undefined || settings.certificate !== undefined,
    patience: { ...usualPatience, request: settings.longestRequest },
    ...(settings.trustProxy === undefined ? {} : { trustProxy: settings.trustProxy }),
    ...(settings.certificate ? { certificate: settings.certificate } : {}),
    ...(logger === undefined ? {} : { logger }),
  });
  try {
    await app.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    await store.close();
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') return failed(`Port ${settings.port} is taken. Choose another with PORT=….`);
    if (code === 'EACCES')
      return failed(`Port ${settings.port} may not be used by this user. Choose another with PORT=….`);
    throw error;
  }
  const endHousekeeping = keepHouse(store, world);
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return ok({
    setUp: await setUpCode(store),
    url: `${settings.certificate ? 'https' : 'http'}://localhost:${port}`,
    stop: async () => {
      readiness.isLeaving = true;
      await pause(settings.stopDelay);
      // A caller who neither reads nor leaves must not keep the server from stopping.
      const impatience = setTimeout(() => app.server.closeAllConnections(), longestGoodbye);
      await app.close();
      clearTimeout(impatience);
      await endHousekeeping();
      await store.close();
    },
  });
};

const otherMode = (place: string, mode: Mode): string =>
  mode === 'demo'
    ? `${place} holds the demo programme. A real deployment never opens it: name another in STEM_DATA or DATABASE_URL.`
    : `${place} holds a real programme. The demo never opens it: move it away, or start the demo in another folder.`;
