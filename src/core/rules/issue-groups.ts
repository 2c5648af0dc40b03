import type { Severity } from '../instrument/instrument.ts';
import type { Issue } from './issue.ts';

/** What one rule found, wherever it did: told once, with all its cells. */
export interface IssueGroup<Found = Issue> {
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly Found[];
}

const gravest: readonly Severity[] = ['error', 'warning', 'advice'];

/** Issues by their rule: errors first, then warnings, then advice; else in the order in which they came. */
export const groupIssues = <Found extends Pick<Issue, 'rule' | 'severity'>>(
  issues: readonly Found[],
): readonly IssueGroup<Found>[] => {
  const groups = new Map<string, Found[]>();
  for (const issue of issues) {
    const group = groups.get(issue.rule);
    if (group === undefined) groups.set(issue.rule, [issue]);
    else group.push(issue);
  }
  return gravest.flatMap((severity) =>
    [...groups].flatMap(([rule, cells]) => (cells[0]?.severity === severity ? [{ rule, severity, cells }] : [])),
  );
};
