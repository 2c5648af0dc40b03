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

const todo = 'Choose a later day.';

/** That a round had not opened yet on a day in the past; `undefined` where it had. */
const notOpenThen = ({ opens }: Pick<WireRound, 'opens'>, day: string): Words | undefined =>
  Date.parse(endOfLondonDay(day) ?? '') <= Date.parse(opens)
    ? { title: `The round had not opened yet: its first day is ${dayOf(opens)}.`, todo }
    : undefined;

/** Why there are no figures of a round as at a day in the past on which no accepted return is told of. */
export const noFiguresThen = (round: Pick<WireRound, 'opens'>, day: string): Words =>
  notOpenThen(round, day) ?? { title: 'Nothing was accepted then.', todo };

/** Why a day in the past has nothing to show of a round; `undefined` where it has something. */
export const nothingThen = (
  round: Pick<WireRound, 'opens'>,
  day: string,
  { enlisted, begun }: { readonly enlisted: number; readonly begun: boolean },
): Words | undefined =>
  (begun ? undefined : notOpenThen(round, day)) ??
  (enlisted === 0 ? { title: 'Nobody was enlisted then.', todo } : undefined);
