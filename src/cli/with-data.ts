import { failed, type Result } from '#core/result.ts';
import { readSettings } from '#server/settings.ts';
import type { Store } from '#server/store/store.ts';
import { StoreUnavailable } from '#server/store/transaction.ts';
import { instrumentsAtHand, type InstrumentsAtHand } from './instruments-at-hand.ts';
import { localApi, type LocalApi } from './local-api.ts';
import { openData } from './open-data.ts';

/**
 * Does a command's work on the server's data and closes them again. The failure, of settings, of opening or of the work
 * itself, is a line for the person.
 */
export const withData = async <T>(work: (store: Store) => Promise<Result<T, string>>): Promise<Result<T, string>> => {
  const settings = readSettings();
  if (!settings.ok) return settings;
  const store = await openData(settings.value);
  if (!store.ok) return store;
  try {
    return await work(store.value);
  } catch (error) {
    if (error instanceof StoreUnavailable) return failed(unavailable);
    throw error;
  } finally {
    await store.value.close();
  }
};

const unavailable =
  'The database could not take this: it is out of reach, or others changed it all the time. Look whether it was done; if not, try again when fewer people are at work.';

/** The same through the endpoint, as whoever holds the data. */
export const withEndpoint = async <T>(
  work: (endpoint: Pick<LocalApi, 'api' | 'fetch'>, instruments: InstrumentsAtHand) => Promise<Result<T, string>>,
): Promise<Result<T, string>> => {
  const settings = readSettings();
  if (!settings.ok) return settings;
  const instruments = await instrumentsAtHand(settings.value.instruments);
  if (!instruments.ok) return instruments;
  return await withData(async (store) => {
    const { close, ...endpoint } = localApi(store, instruments.value);
    try {
      return await work(endpoint, instruments.value);
    } finally {
      await close();
    }
  });
};
