import { list } from './count-words.ts';

/** Whom a round is about, for who fills it in: "Years 7 and 9 are expected."; nothing where the round names no year group. */
export const yearGroupWords = (yearGroups: readonly number[]): string => {
  if (yearGroups.length === 0) return '';
  const one = yearGroups.length === 1;
  return `${one ? 'Year' : 'Years'} ${list(yearGroups.map(String))} ${one ? 'is' : 'are'} expected.`;
};
