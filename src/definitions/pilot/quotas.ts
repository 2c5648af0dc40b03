import type { SeededRandom } from './seeded-random.ts';

/**
 * Shares a number out by weights, in whole numbers that add up to it exactly: everybody gets the part below, and the
 * largest remainders get one more. Of equal remainders the first.
 */
export const sharedOut = (total: number, weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((part, at) => ({ at, left: part - Math.floor(part) }))
    .sort((a, b) => b.left - a.left);
  for (const { at } of byRemainder.slice(0, missing)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
};

/** The `count` with the highest score; of equal scores the first. To ask for more than there are is our mistake. */
export const highest = <T>(things: readonly T[], count: number, score: (thing: T) => number): readonly T[] => {
  if (count > things.length) throw new Error(`There are no ${count} of ${things.length}.`);
  return ranked(things, score).slice(0, count);
};

/** From the highest score down. Each is scored once. */
export const ranked = <T>(things: readonly T[], score: (thing: T) => number): readonly T[] =>
  things
    .map((thing) => ({ thing, points: score(thing) }))
    .sort((a, b) => b.points - a.points)
    .map(({ thing }) => thing);

/**
 * Moves choices from person to person until everybody has made at least `least` and at most `most` of them. How often
 * each choice was made stays what it was: whoever has too many hands one to somebody who may have more and lacks it.
 */
export const evenedOut = <T>(
  people: readonly Set<T>[],
  { least, most }: { readonly least: number; readonly most: number },
  random: SeededRandom,
): void => {
  const moveOne = (from: Set<T>, to: Set<T>): boolean => {
    const movable = [...from].filter((choice) => !to.has(choice));
    if (movable.length === 0) return false;
    const choice = random.pick(movable);
    from.delete(choice);
    to.add(choice);
    return true;
  };
  const order = random.shuffled(people);
  for (const full of order)
    while (full.size > most)
      if (!order.some((other) => other.size < most && moveOne(full, other))) throw new Error('Too many choices.');
  for (const poor of order)
    while (poor.size < least)
      if (!order.some((other) => other.size > least && moveOne(other, poor))) throw new Error('Too few choices.');
};
