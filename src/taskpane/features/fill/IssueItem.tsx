import type { ReactNode } from 'react';
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Issue } from '#core/rules/issue.ts';
import { Plain } from '../../components/Quiet.tsx';
import { placeWords } from '../../messages/place-words.ts';
import { ruleWords } from '../../messages/rule-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { Explanation } from './Explanation.tsx';
import { FixOffer } from './FixOffer.tsx';
import type { Fixes } from './use-fixes.ts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: '3px solid',
    listStyleType: 'none',
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorder2 },
  warning: { borderLeftColor: tokens.colorStatusWarningBorder2 },
  advice: { borderLeftColor: tokens.colorNeutralStroke1 },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
});

/** One issue: where it is, what the rule says, what would put it right, and what explains it. The place is a button that selects the cell. */
export const IssueItem = (props: {
  issue: Issue;
  current: boolean;
  onGo: () => void;
  fixes: Fixes;
  /** What the rule says stands above the whole group. */
  wordless?: boolean;
}): ReactNode => {
  const styles = useStyles();
  const { issue } = props;
  const { open, checked } = useReturnAtHand();
  return (
    <li
      className={mergeClasses(styles.item, styles[issue.severity], props.current && styles.current)}
      aria-current={props.current ? 'true' : undefined}
    >
      <Link as="button" onClick={props.onGo} style={{ alignSelf: 'flex-start', fontWeight: 600 }}>
        {placeWords(open.instrument, issue.row, issue.field)}
      </Link>
      {props.wordless === true ? null : (
        <Plain>{ruleWords(open.instrument, issue.rule, checked.circumstances)}</Plain>
      )}
      <FixOffer issue={issue} fixes={props.fixes} />
      {issue.severity === 'warning' ? <Explanation issue={issue} /> : null}
    </li>
  );
};
