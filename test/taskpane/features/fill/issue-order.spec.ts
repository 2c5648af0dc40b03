import fc from 'fast-check';
import { fixedRows } from '#core/instrument/instrument.ts';
import type { Issue } from '#core/rules/issue.ts';
import { issuesByWish, sameIssue, stepIssue } from '#taskpane/features/fill/issue-order.ts';
import { gardens } from '../../../kit/garden-instrument.ts';

const issue = (row: string, rule: string): Issue => {
  const found = gardens.rules.find(({ id }) => id === rule);
  if (!found) throw new Error(`no rule ${rule}`);
  return { kind: 'rule', rule, severity: found.severity, row, field: found.field, value: null };
};
const [n1, n2seen, n2work, s2] = [
  issue('N1', 'state-missing'),
  issue('N2', 'seen-missing'),
  issue('N2', 'work-odd'),
  issue('S2', 'state-unknown'),
];
const walk = [n1, n2seen, n2work, s2];

describe('Next and Previous', () => {
  test('go through the issues in the order of the sheet and round its ends', () => {
    expect(stepIssue(gardens, walk, undefined, 'next')).toBe(n1);
    expect(stepIssue(gardens, walk, n1, 'next')).toBe(n2seen);
    expect(stepIssue(gardens, walk, s2, 'next')).toBe(n1);
    expect(stepIssue(gardens, walk, undefined, 'previous')).toBe(s2);
    expect(stepIssue(gardens, walk, n1, 'previous')).toBe(s2);
  });

  test('go on from the place of an issue that has been fixed meanwhile', () => {
    const left = [n1, n2work, s2];
    expect(stepIssue(gardens, left, n2seen, 'next')).toBe(n2work);
    expect(stepIssue(gardens, left, n2seen, 'previous')).toBe(n1);
  });

  test('go nowhere when nothing is left', () => {
    expect(stepIssue(gardens, [], n1, 'next')).toBeUndefined();
  });

  test('pressed as often as there are issues, Next visits each of them once', () => {
    const any = fc.uniqueArray(
      fc.record({
        row: fc.constantFrom(...fixedRows(gardens).map(({ key }) => key)),
        rule: fc.constantFrom(...gardens.rules.map(({ id }) => id)),
      }),
      { selector: ({ row, rule }) => `${row} ${rule}`, minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (places) => {
        const issues = places.map(({ row, rule }) => issue(row, rule));
        const sorted = issuesByWish(gardens, {
          issues: issues.map((one) => ({ ...one, severity: 'error' })),
          openWarnings: [],
        });
        const visited: Issue[] = [];
        let at: Issue | undefined;
        for (const _ of issues) {
          at = stepIssue(gardens, sorted.errors, at, 'next');
          if (at) visited.push(at);
        }
        return (
          visited.length === issues.length && issues.every((one) => visited.some((seen) => sameIssue(seen, one)))
        );
      }),
    );
  });
});

describe('the list of issues', () => {
  test('tells what must be fixed, what may be explained, what is explained, and advice', () => {
    const advice = issue('N1', 'sure-hint');
    const groups = issuesByWish(gardens, {
      issues: [s2, advice, issue('S1', 'work-odd'), n2work, n1],
      openWarnings: [n2work],
    });
    expect(groups).toEqual({
      errors: [n1, s2],
      toExplain: [n2work],
      explained: [issue('S1', 'work-odd')],
      advice: [advice],
    });
  });
});
