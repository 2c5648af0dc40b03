import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ok } from '#core/result.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Row } from '../../components/Row.tsx';
import { placeWords } from '../../messages/place-words.ts';
import { inTheWay, type InTheWay } from '../../messages/way-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { issuesToWalk, sameIssue } from './issue-order.ts';
import type { IssueWalk } from './use-issue-walk.ts';

const useStyles = makeStyles({
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold, display: 'flex', alignItems: 'center', gap: '6px' },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
});

/** How much stands in the way of submitting, and the buttons that walk through it. Their place never moves. */
export const IssueNav = (props: { walk: IssueWalk }): ReactNode => {
  const styles = useStyles();
  const { open, checked, recheck } = useReturnAtHand();
  const { current, step } = props.walk;
  const check = useAction(async () => {
    const result = await recheck();
    if (!result.ok) return result;
    return ok({ intent: 'info' as const, title: 'Checked.', todo: summaryOf(result.value) });
  });
  const walk = issuesToWalk(open.instrument, checked);
  const at = current ? walk.findIndex((issue) => sameIssue(issue, current)) : -1;
  return (
    <>
      <p className={styles.summary}>
        {walk.length === 0 && checked.damage.length === 0 && checked.rowsAnswered > 0 ? (
          <CheckmarkCircleFilled className={styles.done} fontSize={20} aria-hidden />
        ) : null}
        {summaryOf(checked)}
      </p>
      <Row>
        {walk.length === 0 ? null : (
          <>
            <ActionButton
              small
              icon={<ArrowUpRegular />}
              label="Previous issue"
              busy={step.busy}
              busyText="Previous"
              onClick={() => void step.run('previous')}
            >
              Previous
            </ActionButton>
            <ActionButton
              small
              primary
              icon={<ArrowDownRegular />}
              label="Next issue"
              busy={step.busy}
              busyText="Next"
              onClick={() => void step.run('next')}
            >
              Next
            </ActionButton>
          </>
        )}
        <ActionButton
          small
          subtle={walk.length > 0}
          busy={check.busy}
          busyText="Checking…"
          onClick={() => void check.run()}
        >
          Check now
        </ActionButton>
      </Row>
      {current && at >= 0 ? (
        <span>{`${at + 1} of ${walk.length}: ${placeWords(open.instrument, current.row, current.field)}`}</span>
      ) : null}
      <Outcome note={step.note} onDismiss={step.clear} />
      <Outcome note={check.note} onDismiss={check.clear} />
    </>
  );
};

const summaryOf = (checked: InTheWay & { readonly rowsAnswered: number }): string =>
  inTheWay(checked) || (checked.rowsAnswered === 0 ? 'Nothing answered yet' : 'Nothing to fix');
