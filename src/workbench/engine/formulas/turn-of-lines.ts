import type { Band } from './formula-runner.ts';

/** A formula that goes line by line is calculated for two lines at least: it works on columns as ever. */
const fewestLines = 2;
/** And for so many at most at a time, so that the page can do something in between. */
const mostLines = 200;

/** The lines that are due, and one more where it is a single one; `height` is the number of all lines. */
export const atLeastTwo = ([from, to]: Band, height: number): Band => {
  if (to - from + 1 >= fewestLines) return [from, to];
  return from > 0 ? [from - 1, to] : [from, Math.min(height - 1, to + 1)];
};

/** The last of the lines that are calculated in one turn; too few are never left for the next. */
export const endOfTurn = ([from, to]: Band): number =>
  to - from >= mostLines + fewestLines ? from + mostLines - 1 : to;
