import type { Instant } from '#core/ids.ts';
import type { WrongCodes } from '../store/wrong-codes.ts';
import { secondsAfter } from '../world.ts';

/** How sign-in slows down for an address that keeps sending wrong codes. */
export interface BackOffSettings {
  /** Wrong codes that cost nothing. */
  readonly freeTries: number;
  /** Seconds to wait after the first wrong code beyond; doubles with every further one. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Seconds without a wrong code after which all is forgotten. */
  readonly forgetAfter: number;
}

/** A whole school sits behind one address: eight slips in a quarter of an hour are ordinary. */
export const usualBackOff: BackOffSettings = { freeTries: 8, firstWait: 2, longestWait: 900, forgetAfter: 900 };

/** Whole seconds an address must still wait, by what was counted of it; 0 when it may try. */
export const secondsToWait = (wrong: WrongCodes | undefined, now: Instant, settings: BackOffSettings): number => {
  if (!wrong || isForgotten(wrong, now, settings)) return 0;
  return Math.max(0, Math.ceil(waitAfter(wrong.count, settings) - secondsBetween(wrong.lastAt, now)));
};

/** What is counted of an address after one more wrong code. A right code neither waits less nor clears the count. */
export const oneMore = (wrong: WrongCodes | undefined, now: Instant, settings: BackOffSettings): WrongCodes => ({
  count: (wrong && !isForgotten(wrong, now, settings) ? wrong.count : 0) + 1,
  lastAt: now,
});

/** Counts last written before this instant matter to nobody any more. */
export const forgottenBefore = (now: Instant, { forgetAfter, longestWait }: BackOffSettings): Instant =>
  secondsAfter(now, -Math.max(forgetAfter, longestWait));

const isForgotten = ({ count, lastAt }: WrongCodes, now: Instant, settings: BackOffSettings): boolean =>
  secondsBetween(lastAt, now) >= Math.max(settings.forgetAfter, waitAfter(count, settings));

const secondsBetween = (one: Instant, other: Instant): number => (Date.parse(other) - Date.parse(one)) / 1000;

const waitAfter = (count: number, { freeTries, firstWait, longestWait }: BackOffSettings): number =>
  count <= freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(30, count - freeTries - 1));

/** One subscriber: an IPv4 address, or the first four groups of an IPv6 one, within which she can change at will. */
export const subscriberOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const filled = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return filled.slice(0, 4).join(':');
};
