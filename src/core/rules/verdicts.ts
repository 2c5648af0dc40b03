import type { FieldId, RowKey } from '../ids.ts';
import type { Severity } from '../instrument/instrument.ts';
import type { Issue } from './issue.ts';

/** How a cell stands, as the check sheet says it: 0 fine (advice too), 1 warning, 2 error. */
export type Verdict = 0 | 1 | 2;

export const verdictOfSeverity: Readonly<Record<Severity, Verdict>> = { error: 2, warning: 1, advice: 0 };

/** The worst verdict on each cell; 0 for a cell without issues. */
export const verdictsOf = (issues: readonly Issue[]): ((row: RowKey, field: FieldId) => Verdict) => {
  const worst = new Map<string, Verdict>();
  const place = (row: RowKey, field: FieldId) => JSON.stringify([row, field]);
  for (const { row, field, severity } of issues) {
    const verdict = verdictOfSeverity[severity];
    if (verdict > (worst.get(place(row, field)) ?? 0)) worst.set(place(row, field), verdict);
  }
  return (row, field) => worst.get(place(row, field)) ?? 0;
};
