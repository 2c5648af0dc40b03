import type { Severity } from '#core/instrument/instrument.ts';
import { groupIssues } from '#core/rules/issue-groups.ts';

const found = (rule: string, severity: Severity, cell: string) => ({ rule, severity, cell });

test('what one rule found is told once with all its cells, errors first, else in the order in which it came', () => {
  const groups = groupIssues([
    found('hint', 'advice', 'A1'),
    found('short', 'warning', 'A1'),
    found('unknown', 'error', 'A2'),
    found('hint', 'advice', 'A3'),
    found('missing', 'error', 'A4'),
    found('unknown', 'error', 'A5'),
  ]);
  expect(groups.map(({ rule, severity, cells }) => [rule, severity, cells.map(({ cell }) => cell)])).toEqual([
    ['unknown', 'error', ['A2', 'A5']],
    ['missing', 'error', ['A4']],
    ['short', 'warning', ['A1']],
    ['hint', 'advice', ['A1', 'A3']],
  ]);
});

test('nothing found is no group', () => {
  expect(groupIssues([])).toEqual([]);
});
