import { useState } from 'react';
import { ok } from '#core/result.ts';
import type { Issue } from '#core/rules/issue.ts';
import { goToCell } from '#flows/go-to-cell.ts';
import { placeWords } from '../../messages/place-words.ts';
import { ruleWords } from '../../messages/rule-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import type { ReturnAtHand } from '../../state/use-return.ts';
import { useAction, type Action } from '../../state/use-action.ts';
import { issuesToWalk, sameIssue, stepIssue } from './issue-order.ts';

/** Walking from issue to issue. */
export interface IssueWalk {
  /** The issue last gone to. */
  readonly current: Issue | undefined;
  readonly step: Action<[step: 'next' | 'previous']>;
  readonly goTo: Action<[issue: Issue]>;
}

/**
 * Next and Previous. Each press reads the sheet again first, so that an issue fixed a moment ago is not gone to, even
 * when Excel told nobody of the change.
 */
export const useIssueWalk = ({ open, recheck }: Pick<ReturnAtHand, 'open' | 'recheck'>): IssueWalk => {
  const { desk, dispatch } = usePane();
  const [current, setCurrent] = useState<Issue>();
  const { instrument } = open;

  const step = useAction(async (way: 'next' | 'previous') => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const walk = issuesToWalk(instrument, checked.value);
    const issue = stepIssue(instrument, walk, current, way);
    setCurrent(issue);
    if (!issue) return ok({ intent: 'success' as const, title: 'Nothing is left to fix.', todo: '' });
    const at = walk.findIndex((candidate) => sameIssue(candidate, issue)) + 1;
    const message = ruleWords(instrument, issue.rule, checked.value.circumstances);
    dispatch({
      kind: 'said',
      text: `${at} of ${walk.length}: ${placeWords(instrument, issue.row, issue.field)}. ${message}`,
    });
    const gone = await goToCell(desk, open, checked.value, issue.row, issue.field);
    return gone.ok ? ok(undefined) : gone;
  });

  const goTo = useAction(async (issue: Issue) => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    setCurrent(issue);
    const gone = await goToCell(desk, open, checked.value, issue.row, issue.field);
    return gone.ok ? ok(undefined) : gone;
  });

  return { current, step, goTo };
};
