import type { Instant } from '#core/ids.ts';
import { endOfLondonDay, lastDayOver } from '#core/returns/london-day.ts';
import { day as dayOf, dayInWords } from '#core/words/date-words.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { Words } from './words.ts';

/** Of when something is told: "As it stood at the end of 30 June 2009". */
export const asItStood = (day: string): string => `As it stood at the end of ${dayInWords(day)}`;

/** What is wrong with a day to look back to, such as `2009-06-30`; with a blank one nothing is. */
export const asAtFault = (day: string, now: Instant): string | undefined => {
  const last = lastDayOver(now);
  return day > last ? `That day is not over yet. Choose ${dayInWords(last)} or an earlier one.` : undefined;
};

/** Why a day in the past has nothing to show of a round; `undefined` where it has something. */
export const nothingThen = (
  { opens }: Pick<WireRound, 'opens'>,
  day: string,
  { enlisted, begun }: { readonly enlisted: number; readonly begun: boolean },
): Words | undefined => {
  const todo = 'Choose a later day.';
  if (!begun && Date.parse(endOfLondonDay(day) ?? '') <= Date.parse(opens))
    return { title: `The round had not opened yet: its first day is ${dayOf(opens)}.`, todo };
  return enlisted === 0 ? { title: 'Nobody was enlisted then.', todo } : undefined;
};
