import type { FigureAnswer, FiguresAnswer } from '#wire/figures.ts';
import { count, figure } from '#core/words/count-words.ts';

type Unit = FigureAnswer['unit'];

/** A figure as the master shows it: "210", "42%", "2.5"; "–" where its base is 0. */
export const valueOfFigure = (unit: Unit, value: number | null | undefined): string => {
  if (value === null || value === undefined) return '–';
  if (unit === 'share') return written(value, { style: 'percent', maximumFractionDigits: 0 });
  if (unit === 'mean') return written(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return figure(value);
};

/** A small number below 0 is "0", not "-0". */
const written = (value: number, how: Intl.NumberFormatOptions): string =>
  value.toLocaleString('en-GB', how).replace(/^-(?=[0.]+%?$)/, '');

/**
 * A figure with what it is worked out of: "210", "42% (210 of 500)", "2.5 (500 values, 1,225 in all)", "-5% (210 of 500, less 47 of
 * 100)".
 */
export const figureWords = ({ unit, value, terms }: Pick<FigureAnswer, 'unit' | 'value' | 'terms'>): string => {
  const pairs = terms.flatMap((term, at) => (at % 2 === 0 ? [[term, terms[at + 1]] as const] : []));
  const outOf = pairs.flatMap(([above, below]) => (below === undefined ? [] : [ratioWords(unit, above, below)]));
  return [valueOfFigure(unit, value), ...(outOf.length === 0 ? [] : [`(${outOf.join(', less ')})`])].join(' ');
};

const ratioWords = (unit: Unit, above: number, below: number): string =>
  unit === 'mean' ? `${count(below, 'value')}, ${figure(above)} in all` : `${figure(above)} of ${figure(below)}`;

/** Where a figure stands in its table: "Year 9, Females"; a line that only says the title again is left out. */
export const placeOfFigure = ({ title, line, column }: Pick<FigureAnswer, 'title' | 'line' | 'column'>): string =>
  line === title ? column : `${line}, ${column}`;

/** How many returns a figure is worked out of. */
export const behindWords = (behind: number): string =>
  behind === 0
    ? 'No return gives anything to this figure.'
    : `${count(behind, 'return stands', 'returns stand')} behind it.`;

/** What is in the tables of a round, and what is not. */
export const countedWords = ({ returns, leftOut }: Pick<FiguresAnswer, 'returns' | 'leftOut'>): string =>
  [
    `Worked out of ${count(returns, 'accepted return')}.`,
    ...(leftOut === 0
      ? []
      : [
          `${count(leftOut, 'accepted return is', 'accepted returns are')} not in it: made with another version, and without rows to count again.`,
        ]),
  ].join(' ');
