import type { FieldId, RowKey } from '../ids.ts';
import type { Instrument, Severity } from '../instrument/instrument.ts';
import { refusesNonsense } from './follow-ons.ts';
import { identifierRules, isIdentifierRule } from './identifiers/identifier-guard.ts';
import type { Issue } from './issue.ts';
import { hasNativeForm } from './kinds/all-kinds.ts';

/** How a cell stands, as the check sheet says it: 0 fine (advice too), 1 warning, 2 error. */
export type Verdict = 0 | 1 | 2;

export const verdictOfSeverity: Readonly<Record<Severity, Verdict>> = { error: 2, warning: 1, advice: 0 };

/** The worst verdict on each cell; 0 for a cell without issues. */
export const verdictsOf = (issues: readonly Issue[]): ((row: RowKey, field: FieldId) => Verdict) => {
  const worst = new Map<RowKey, Map<FieldId, Verdict>>();
  for (const { row, field, severity } of issues) {
    const ofRow = worst.get(row) ?? new Map<FieldId, Verdict>();
    worst.set(row, ofRow);
    const verdict = verdictOfSeverity[severity];
    if (verdict > (ofRow.get(field) ?? 0)) ofRow.set(field, verdict);
  }
  return (row, field) => worst.get(row)?.get(field) ?? 0;
};

/**
 * Whether the sheet says an issue by itself, without the add-in. Rules without a native form are left to the pane, and
 * so is a text like a name; what could tell who a pupil is shows in text fields, and elsewhere where a rule of the field
 * refuses whatever is not understood.
 */
export const saidNatively = (
  instrument: Pick<Instrument, 'fields' | 'once' | 'rules'>,
): ((issue: Issue) => boolean) => {
  const silent = new Set(instrument.rules.filter((rule) => !hasNativeForm(rule)).map(({ id }) => id));
  const texts = [...(instrument.once ?? []), ...instrument.fields].filter(({ kind }) => kind === 'text');
  const guarded = new Set([
    ...texts.map(({ id }) => id),
    ...instrument.rules.filter(refusesNonsense).map(({ field }) => field),
  ]);
  return ({ rule, field }) => {
    if (isIdentifierRule(rule)) return identifierRules[rule] === 'error' && guarded.has(field);
    return !silent.has(rule);
  };
};
