import type { Instant } from '#core/ids.ts';

/** What the server takes from the world outside besides its store: handed in, so that tests can hold it still. */
export interface World {
  /** The present instant. */
  now(): Instant;
  /** So many bytes that nobody can guess. */
  random(bytes: number): Uint8Array;
}

/** The instant so many seconds after another. */
export const secondsAfter = (instant: Instant, seconds: number): Instant =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** An instant as it is kept, `2009-06-01T12:00:00.000Z`: texts then sort as instants. `undefined` where it is no day. */
export const wholeInstant = (text: string): Instant | undefined => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};
