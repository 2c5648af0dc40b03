import type { Quantity } from '../instrument/instrument.ts';

/** From which share of the base on a quantity word is deserved; `rareExceptions` is the largest share that may differ. */
export interface QuantitySettings {
  readonly some: number;
  readonly many: number;
  readonly widespread: number;
  readonly rareExceptions: number;
}

export const defaultQuantitySettings: QuantitySettings = {
  some: 0.2,
  many: 0.5,
  widespread: 0.75,
  rareExceptions: 0.1,
};

/** Returns that show a finding (`count`), out of those that answered and to which it applies (`base`). */
export interface CountOfBase {
  readonly count: number;
  readonly base: number;
}

/**
 * Whether a quantity word may be written over a finding.
 * - `some`, `many`, `widespread`: at least that share of the base shows it.
 * - `rare exceptions`: at most that share of the base does not show it.
 * - `increasing`: more returns show it than at the `previous` date.
 * `undefined` when it cannot be told: nobody answered, or `increasing` without an earlier count.
 */
export const deserves = (
  word: Quantity,
  { count, base }: CountOfBase,
  settings: QuantitySettings = defaultQuantitySettings,
  previous?: CountOfBase,
): boolean | undefined => {
  if (base === 0) return undefined;
  switch (word) {
    case 'some':
    case 'many':
    case 'widespread':
      return count / base >= settings[word];
    case 'rare exceptions':
      return (base - count) / base <= settings.rareExceptions;
    case 'increasing':
      return previous === undefined ? undefined : count > previous.count;
  }
};
