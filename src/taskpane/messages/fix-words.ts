import type { Cell } from '#core/cell.ts';
import { isoOfDay } from '#core/instrument/day.ts';
import type { Fix } from '#core/rules/fixes/fix.ts';
import { day } from '#core/words/date-words.ts';
import { valueWords } from './place-words.ts';

/** What a cell would hold, as it then reads: a day is said as a day. */
export const fixedWords = ({ kind, value }: Fix): string =>
  kind === 'date' && typeof value === 'number' ? day(isoOfDay(value)) : valueWords(value);

/** "“Yr7” to “7”": what stands there now, and what would. */
export const fromToWords = (before: Cell, fix: Fix): string => `“${valueWords(before)}” to “${fixedWords(fix)}”`;
