/** A stream of numbers that look random and are the same for the same seed, on every machine. */
export interface SeededRandom {
  /** The next number, from 0 up to but not including 1. */
  next(): number;
  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number;
  /** Near 0, mostly between -1 and 1: the bell of a few throws added up. */
  bell(): number;
  pick<T>(from: readonly T[]): T;
  /** A new list with the same things in another order. */
  shuffled<T>(things: readonly T[]): T[];
}

/** Mulberry32, a generator of a few lines that is good enough for invented answers. `seed` is any whole number. */
export const seededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    bell: () => next() + next() + next() - 1.5,
    pick: <T>(from: readonly T[]): T => {
      const thing = from[below(from.length)];
      if (thing === undefined) throw new Error('Nothing can be picked from an empty list.');
      return thing;
    },
    shuffled: <T>(things: readonly T[]): T[] =>
      things
        .map((thing) => ({ thing, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ thing }) => thing),
  };
};
