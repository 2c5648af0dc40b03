import type { Instrument } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { withYears } from '#core/words/year-group-words.ts';
import { builtInMessages } from '#definitions/built-in-rules.ts';

/**
 * The message of a rule, out of the definition or of those that every instrument has, as it reads in the circumstances
 * of a return; `undefined` for an unknown one.
 */
export const messageOf = (
  { rules }: Pick<Instrument, 'rules'>,
  rule: string,
  { yearGroups }: Pick<Circumstances, 'yearGroups'>,
): string | undefined => {
  if (Object.hasOwn(builtInMessages, rule)) return builtInMessages[rule as keyof typeof builtInMessages];
  const message = rules.find(({ id }) => id === rule)?.message;
  return message === undefined ? undefined : withYears(message, yearGroups);
};
