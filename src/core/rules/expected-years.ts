import type { Instrument } from '../instrument/instrument.ts';

/** Whether an instrument has rules on the year groups that a round expects. */
export const asksYears = ({ rules }: Pick<Instrument, 'rules'>): boolean =>
  rules.some(({ kind }) => kind === 'expected-year' || kind === 'expected-rows');

/**
 * The year groups that a round expects and a return has no rows of, in their order, each once: of the rules that found
 * something in it those that ask for such rows.
 */
export const yearsMissing = (
  { rules }: Pick<Instrument, 'rules'>,
  found: readonly { readonly rule: string }[],
): readonly number[] => {
  const broken = new Set(found.map(({ rule }) => rule));
  const years = rules.flatMap((rule) => (rule.kind === 'expected-rows' && broken.has(rule.id) ? [rule.year] : []));
  return [...new Set(years)].sort((a, b) => a - b);
};
