/** A whole number as people read it: "3,500". */
export const figure = (number: number): string => number.toLocaleString('en-GB');

/** "1 cell", "3,500 cells"; `many` only where it is not `one` with an s. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${figure(number)} ${number === 1 ? one : many}`;

/** A time to wait, given in seconds: "30 seconds", "2 minutes", rounded up. */
export const wait = (seconds: number): string =>
  seconds < 60 ? count(Math.max(1, Math.ceil(seconds)), 'second') : count(Math.ceil(seconds / 60), 'minute');

/** "a", "a and b", "a, b and c". */
export const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** Words as they begin a sentence: "every row" → "Every row". */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
