import type { Choice } from './instrument.ts';

/** The year group that a choice stands for: its value, or else its code where that is a number; `undefined` for any other. */
export const yearOf = ({ code, value }: Pick<Choice, 'code' | 'value'>): number | undefined =>
  value ?? (/^[0-9]{1,2}$/.test(code) ? Number(code) : undefined);
