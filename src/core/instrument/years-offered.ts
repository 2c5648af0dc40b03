import type { Instrument } from './instrument.ts';
import { yearOf } from './year-of.ts';

/**
 * The year groups that a round can expect of an instrument, in their order: those that can be chosen where a rule compares them with
 * the expected ones. `undefined` where nothing is compared with them, or any number may be written.
 */
export const yearsOffered = ({
  rules,
  once = [],
  fields,
}: Pick<Instrument, 'rules' | 'once' | 'fields'>): readonly number[] | undefined => {
  const compared = new Set(rules.flatMap((rule) => (rule.kind === 'expected-year' ? [rule.field] : [])));
  const offered = [...once, ...fields].filter(({ id }) => compared.has(id)).map(({ choices }) => choices);
  if (offered.length === 0 || offered.includes(undefined)) return undefined;
  const years = offered.flatMap((choices = []) => choices.flatMap((choice) => yearOf(choice) ?? []));
  return [...new Set(years)].sort((a, b) => a - b);
};
