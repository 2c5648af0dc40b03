import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Issue } from '#core/rules/issue.ts';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { groupIssues, issueId, sameIssue } from './issue-order.ts';
import { IssueItem } from './IssueItem.tsx';
import type { IssueWalk } from './use-issue-walk.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
});

/** Every issue, grouped by what it asks for: to fix, to fix or explain, explained, advice. */
export const IssueList = (props: { walk: IssueWalk }): ReactNode => {
  const { open, checked } = useReturnAtHand();
  const groups = groupIssues(open.instrument, checked);
  const { walk } = props;
  return (
    <>
      <Outcome note={walk.goTo.note} onDismiss={walk.goTo.clear} />
      {groups.errors.length === 0 ? null : (
        <Panel title={`To fix (${groups.errors.length})`}>
          <Items issues={groups.errors} walk={walk} />
        </Panel>
      )}
      {groups.toExplain.length === 0 ? null : (
        <Panel title={`To fix or explain (${groups.toExplain.length})`}>
          <Items issues={groups.toExplain} walk={walk} />
        </Panel>
      )}
      {groups.explained.length === 0 ? null : (
        <More summary={`Explained (${groups.explained.length})`}>
          <Items issues={groups.explained} walk={walk} />
        </More>
      )}
      {groups.advice.length === 0 ? null : (
        <More summary={`Advice (${groups.advice.length})`}>
          <Items issues={groups.advice} walk={walk} />
        </More>
      )}
    </>
  );
};

const Items = (props: { issues: readonly Issue[]; walk: IssueWalk }): ReactNode => {
  const styles = useStyles();
  const { current, goTo } = props.walk;
  return (
    <ul className={styles.list}>
      {props.issues.map((issue) => (
        <IssueItem
          key={issueId(issue)}
          issue={issue}
          current={current !== undefined && sameIssue(issue, current)}
          onGo={() => void goTo.run(issue)}
        />
      ))}
    </ul>
  );
};
