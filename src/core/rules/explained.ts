import type { Explanation } from '../returns/content.ts';
import { sameValue } from '../returns/same-value.ts';
import type { Issue } from './issue.ts';

/**
 * The warnings that still want an explanation. A warning is explained by an explanation of the same row, field and
 * rule, given for exactly the value that stands there now: when the value changes, the warning is open again.
 */
export const openWarnings = (issues: readonly Issue[], explanations: readonly Explanation[]): Issue[] =>
  issues.filter(
    (issue) =>
      issue.severity === 'warning' &&
      !explanations.some(
        ({ row, field, rule, value, text }) =>
          row === issue.row &&
          field === issue.field &&
          rule === issue.rule &&
          sameValue(value, issue.value) &&
          text.trim() !== '',
      ),
  );
