import type { Instant } from '#core/ids.ts';

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

/** Counts wrong codes by address, in this process's memory. A right code neither waits less nor clears the count. */
export const signInBackOff = (settings: BackOffSettings) => {
  const wrong = new Map<string, { readonly count: number; readonly at: number }>();
  const known = (address: string, now: number) => {
    const entry = wrong.get(placeOf(address));
    return entry && now - entry.at < Math.max(settings.forgetAfter, waitAfter(entry.count, settings)) * 1000
      ? entry
      : undefined;
  };
  return {
    /** Whole seconds this address must still wait; 0 when it may try. */
    secondsToWait(address: string, instant: Instant): number {
      const now = Date.parse(instant);
      const entry = known(address, now);
      if (!entry) return 0;
      return Math.max(0, Math.ceil(waitAfter(entry.count, settings) - (now - entry.at) / 1000));
    },

    wrongCode(address: string, instant: Instant): void {
      const now = Date.parse(instant);
      const count = (known(address, now)?.count ?? 0) + 1;
      // Deleted first so that the map stays in the order of the last wrong code and the oldest is dropped when full.
      wrong.delete(placeOf(address));
      wrong.set(placeOf(address), { count, at: now });
      const [oldest] = wrong.keys();
      if (wrong.size > mostAddresses && oldest !== undefined) wrong.delete(oldest);
    },
  };
};

const mostAddresses = 10_000;

const waitAfter = (count: number, { freeTries, firstWait, longestWait }: BackOffSettings): number =>
  count <= freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(30, count - freeTries - 1));

/** One subscriber: an IPv4 address, or the first four groups of an IPv6 one, within which she can change at will. */
const placeOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const filled = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return filled.slice(0, 4).join(':');
};
