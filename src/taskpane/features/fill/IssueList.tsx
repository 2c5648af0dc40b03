import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Instrument } from '#core/instrument/instrument.ts';
import { groupIssues, type IssueGroup } from '#core/rules/issue-groups.ts';
import type { Issue } from '#core/rules/issue.ts';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { issueId, issuesByWish, sameIssue } from './issue-order.ts';
import { IssueGroupItem } from './IssueGroupItem.tsx';
import { IssueItem } from './IssueItem.tsx';
import { useExplaining, type Explaining } from './use-explaining.ts';
import { useFixes, type Fixes } from './use-fixes.ts';
import type { IssueWalk } from './use-issue-walk.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
});

/** Every issue, by what it asks for: to fix, to fix or explain, explained, advice. */
export const IssueList = (props: { walk: IssueWalk }): ReactNode => {
  const { open, checked } = useReturnAtHand();
  const { errors, toExplain, explained, advice } = issuesByWish(open.instrument, checked);
  const { walk } = props;
  const fixes = useFixes();
  const explaining = useExplaining();
  const parts = { walk, fixes };
  return (
    <>
      <Outcome note={walk.goTo.note} onDismiss={walk.goTo.clear} />
      <Outcome note={fixes.change.note} onDismiss={fixes.change.clear} />
      {errors.length === 0 ? null : (
        <Panel title={`To fix (${errors.length})`}>
          <Items issues={errors} {...parts} />
        </Panel>
      )}
      {toExplain.length === 0 && explaining.rules.size === 0 ? null : (
        <Panel title={`To fix or explain (${toExplain.length})`}>
          <Items issues={toExplain} explaining={explaining} {...parts} />
        </Panel>
      )}
      {explained.length === 0 ? null : (
        <More summary={`Explained (${explained.length})`}>
          <Items issues={explained} {...parts} />
        </More>
      )}
      {advice.length === 0 ? null : (
        <More summary={`Advice (${advice.length})`}>
          <Items issues={advice} {...parts} />
        </More>
      )}
    </>
  );
};

/** What one rule finds in more cells than this is told once for all of them. */
const mostAlone = 3;

const Items = (props: {
  issues: readonly Issue[];
  walk: IssueWalk;
  fixes: Fixes;
  explaining?: Explaining;
}): ReactNode => {
  const styles = useStyles();
  const { issues, walk, fixes, explaining } = props;
  const { open } = useReturnAtHand();
  const { current, goTo } = walk;
  const groups = groupsShown(open.instrument, issues, explaining?.rules ?? new Set());
  const grouped = new Set(groups.map(({ rule }) => rule));
  const alone = issues.filter(({ rule }) => !grouped.has(rule));
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <IssueGroupItem key={group.rule} group={group} walk={walk} fixes={fixes} explaining={explaining} />
      ))}
      {alone.map((issue) => (
        <IssueItem
          key={issueId(issue)}
          issue={issue}
          fixes={fixes}
          current={current !== undefined && sameIssue(issue, current)}
          onGo={() => void goTo.run(issue)}
        />
      ))}
    </ul>
  );
};

/**
 * What is told for a whole rule, and what she explains so though few cells or none are left. The order is the rules' own:
 * it stays when cells change, and so does the box in which she writes.
 */
const groupsShown = (
  instrument: Instrument,
  issues: readonly Issue[],
  explaining: ReadonlySet<string>,
): readonly IssueGroup[] => {
  const groups = groupIssues(issues);
  const empty = [...explaining]
    .filter((rule) => !groups.some((group) => group.rule === rule))
    .map((rule) => ({ rule, severity: 'warning' as const, cells: [] }));
  const places = new Map(instrument.rules.map(({ id }, at) => [id, at]));
  const placeOf = ({ rule }: IssueGroup): number => places.get(rule) ?? places.size;
  return [...groups.filter(({ rule, cells }) => cells.length > mostAlone || explaining.has(rule)), ...empty].sort(
    (a, b) => placeOf(a) - placeOf(b),
  );
};
