import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instrument } from '#core/instrument/instrument.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { keepHouse } from './housekeeping.ts';
import type { Given } from './http/app.ts';
import type { HandIn } from './hand-in.ts';
import type { Pages } from './http/pages.ts';
import { usualPatience } from './http/patience.ts';
import { notListening } from './not-listening.ts';
import { buildServer, type ServerParts } from './server.ts';
import { placeInWords, type Settings } from './settings.ts';
import { makeFolderOf } from './store/place-folder.ts';
import { offerSetUp, type SetUpCode } from './store/set-up.ts';
import { openStore, type Mode, type Place, type Store } from './store/store.ts';
import type { World } from './world.ts';

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

/** Opens the data, making them where there are none; the failure is a line for the person who asked for it. */
export const openOrMake = async (place: Place, mode: Mode): Promise<Result<Store, string>> => {
  const folder = makeFolderOf(place);
  if (!folder.ok) return folder;
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
  readonly offered?: readonly Instrument[];
  readonly pages: Pages;
  /** Absent: there is no page for handing in files. */
  readonly handIn?: HandIn;
  readonly logger?: ServerParts['logger'];
}): Promise<Result<Running, string>> => {
  const { settings, place, mode, version, instruments, offered = [], pages, handIn, logger } = options;
  const opened = await openOrMake(place, mode);
  if (!opened.ok) return opened;
  const store = opened.value;
  const readiness = { isLeaving: false };
  const app = buildServer({
    store,
    readiness,
    world,
    instruments,
    offered,
    version,
    pages,
    ...(handIn ? { handIn } : {}),
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
    const line = notListening((error as NodeJS.ErrnoException).code, settings);
    if (line !== undefined) return failed(line);
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
