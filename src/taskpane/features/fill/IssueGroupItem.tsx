import { useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { IssueGroup } from '#core/rules/issue-groups.ts';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { count } from '#core/words/count-words.ts';
import { ruleWords } from '../../messages/rule-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { ExplainAll } from './ExplainAll.tsx';
import { FixAll } from './FixAll.tsx';
import { issueId, sameIssue } from './issue-order.ts';
import { IssueItem } from './IssueItem.tsx';
import type { Explaining } from './use-explaining.ts';
import type { Fixes } from './use-fixes.ts';
import type { IssueWalk } from './use-issue-walk.ts';

/** Cells that are seen before anybody asks for more, and how many more come with each press. */
const [atFirst, more] = [3, 20];

const useStyles = makeStyles({
  group: { listStyleType: 'none' },
  inner: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0 },
});

/** What one rule found in many cells: its words once, how many, and the first of them; others when asked for. */
export const IssueGroupItem = (props: {
  group: IssueGroup;
  walk: IssueWalk;
  fixes: Fixes;
  /** Given where what it found may be explained. */
  explaining?: Explaining | undefined;
}): ReactNode => {
  const styles = useStyles();
  const { group, walk, fixes, explaining } = props;
  const { open, checked } = useReturnAtHand();
  const [shown, setShown] = useState(atFirst);
  const { current } = walk;
  const isCurrent = (issue: (typeof group.cells)[number]): boolean =>
    current !== undefined && sameIssue(issue, current);
  // The cell on which she stands is there wherever it comes in the sheet.
  const cells = group.cells.filter((issue, at) => at < shown || isCurrent(issue));
  const left = group.cells.length - Math.min(shown, group.cells.length);
  const words = ruleWords(open.instrument, group.rule, checked.circumstances);
  return (
    <li className={styles.group}>
      <div className={styles.inner}>
        <Plain>{words}</Plain>
        {group.cells.length === 0 ? null : <Quiet>{count(group.cells.length, 'cell')}</Quiet>}
        <FixAll group={group} label={words} fixes={fixes} />
        {explaining ? <ExplainAll group={group} label={words} explaining={explaining} /> : null}
        {cells.length === 0 ? null : (
          <ul className={styles.list} aria-label={words}>
            {cells.map((issue) => (
              <IssueItem
                key={issueId(issue)}
                issue={issue}
                wordless
                current={isCurrent(issue)}
                fixes={fixes}
                onGo={() => void walk.goTo.run(issue)}
              />
            ))}
          </ul>
        )}
        {left === 0 ? null : (
          <Row>
            <Button
              size="small"
              appearance="subtle"
              aria-label={`Show ${Math.min(left, more)} more of ${left}: ${words}`}
              onClick={() => setShown(shown + more)}
            >
              {left <= more ? `Show ${left} more` : `Show ${more} more of ${left}`}
            </Button>
          </Row>
        )}
      </div>
    </li>
  );
};
