import type { Instrument } from '#core/instrument/instrument.ts';
import { builtInMessages } from '#definitions/built-in-rules.ts';

/** The message of a rule, out of the definition or of those that every instrument has; `undefined` for an unknown one. */
export const messageOf = ({ rules }: Pick<Instrument, 'rules'>, rule: string): string | undefined =>
  Object.hasOwn(builtInMessages, rule)
    ? builtInMessages[rule as keyof typeof builtInMessages]
    : rules.find(({ id }) => id === rule)?.message;
