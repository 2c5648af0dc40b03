import type { Instrument } from '../instrument/instrument.ts';
import { isIdentifierRule } from './identifiers/identifier-guard.ts';

/** Whether a rule is one of an instrument's own, or one that no definition writes and that holds in every return. */
export const isRuleOf = ({ rules }: Pick<Instrument, 'rules'>, rule: string): boolean =>
  isIdentifierRule(rule) || rules.some(({ id }) => id === rule);
