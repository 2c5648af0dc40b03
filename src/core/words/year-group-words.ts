import { list } from './count-words.ts';

/** Year groups in words: "Year 8", "Years 7 and 9"; '' for none. */
export const yearsInWords = (yearGroups: readonly number[]): string =>
  yearGroups.length === 0 ? '' : `${yearGroups.length === 1 ? 'Year' : 'Years'} ${list(yearGroups.map(String))}`;

/** Whom a round is about, for who fills it in: "Years 7 and 9 are expected."; nothing where the round names no year group. */
export const yearGroupWords = (yearGroups: readonly number[]): string =>
  yearGroups.length === 0 ? '' : `${yearsInWords(yearGroups)} ${yearGroups.length === 1 ? 'is' : 'are'} expected.`;

/** The message of a rule with the year groups that the round expects, where it asks for them by `{years}`. */
export const withYears = (message: string, yearGroups: readonly number[] = []): string =>
  message.replaceAll('{years}', yearsInWords(yearGroups) || 'no year in particular');
