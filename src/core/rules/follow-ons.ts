import type { Rule, Severity } from '../instrument/instrument.ts';
import { identifierRules, type IdentifierRule } from './identifiers/identifier-guard.ts';

/** What an issue says besides its place. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
}

/** Kinds that ask whether a cell says anything at all that its field can hold. */
const askingForSense: readonly Rule['kind'][] = ['one-of', 'number', 'date'];

/** Whether a rule marks every cell of its field that is not understood as an error. */
export const refusesNonsense = ({ kind, severity }: Pick<Rule, 'kind' | 'severity'>): boolean =>
  severity === 'error' && askingForSense.includes(kind);

/**
 * What is told about one cell, in: the rules that found something there, in their order. One cause gets one issue: of
 * the rules that a cell which is not understood breaks the gravest is told, of two alike the first; and a cell that
 * could tell who a pupil is, is not called misspelt as well. The cell's verdict stays what it was.
 */
export const withoutFollowOns = (
  found: readonly Rule[],
  understood: boolean,
  identifier: IdentifierRule | undefined,
): readonly Finding[] => {
  const senseless = understood ? [] : found.filter(({ kind }) => askingForSense.includes(kind));
  if (identifier !== undefined) {
    const guarded = { id: identifier, severity: identifierRules[identifier] };
    if (guarded.severity !== 'error') return [guarded, ...found];
    return [guarded, ...found.filter((rule) => !(senseless.includes(rule) && rule.severity === 'error'))];
  }
  if (senseless.length < 2) return found;
  const gravest = senseless.reduce((worst, rule) => (grave(rule) > grave(worst) ? rule : worst));
  return found.filter((rule) => rule === gravest || !senseless.includes(rule));
};

const gravities: Readonly<Record<Severity, number>> = { advice: 0, warning: 1, error: 2 };
const grave = ({ severity }: Pick<Rule, 'severity'>): number => gravities[severity];
