import { useEffect, useState, type ReactNode } from 'react';
import { CounterBadge, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useRibbon } from '../../state/use-ribbon.ts';
import { Message } from '../../components/Message.tsx';
import { ConflictScreen } from '../conflict/ConflictScreen.tsx';
import type { PendingMerge } from '../conflict/pending-merge.ts';
import { QuestionsTab } from '../questions/QuestionsTab.tsx';
import { DamageList } from '../return/DamageList.tsx';
import { SaveReminder } from '../submit/SaveReminder.tsx';
import { SubmitTab } from '../submit/SubmitTab.tsx';
import { useSubmit } from '../submit/use-submit.ts';
import { FillTab } from './FillTab.tsx';
import { issuesToWalk } from './issue-order.ts';
import { useIssueWalk } from './use-issue-walk.ts';

type TabName = 'fill' | 'questions' | 'submit';

const useStyles = makeStyles({
  tabs: { marginLeft: '-8px' },
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  count: { marginLeft: '6px' },
});

/** What an owner does with her return: fill it in, answer questions, submit. */
export const FillBody = (): ReactNode => {
  const styles = useStyles();
  const { state } = usePane();
  const atHand = useReturnAtHand();
  const { open, checked, standing } = atHand;
  const [tab, setTab] = useState<TabName>('fill');
  const [pending, setPending] = useState<PendingMerge>();
  const [merged, setMerged] = useState(false);
  const walk = useIssueWalk(atHand);
  const submit = useSubmit(atHand, setPending);
  const { clear } = submit;
  // What was said about pressing Submit is overtaken when the outbox was sent.
  useEffect(clear, [clear, state.resends]);

  useRibbon({
    check: async () => {
      setTab('fill');
      await atHand.recheck();
    },
    'next-issue': async () => {
      setTab('fill');
      await walk.step.run('next');
    },
    submit: async () => {
      setTab('submit');
      await submit.run();
    },
  });

  if (pending) {
    return (
      <ConflictScreen
        pending={pending}
        onDone={(applied) => {
          setPending(undefined);
          setMerged(applied);
          submit.clear();
          setTab('submit');
        }}
      />
    );
  }
  const issues = issuesToWalk(open.instrument, checked).length + checked.damage.length;
  const questions = standing?.openQuestions.length ?? 0;
  return (
    <>
      <DamageList />
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(value as TabName)}
      >
        <TabWithCount value="fill" count={issues} what="to put right">
          Fill in
        </TabWithCount>
        <TabWithCount value="questions" count={questions} what="open">
          Questions
        </TabWithCount>
        <Tab value="submit" id="tab-submit" aria-controls="panel-submit">
          Submit
        </Tab>
      </TabList>
      <SaveReminder />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className={styles.panel}>
        {merged && tab === 'submit' ? (
          <Message intent="success" title="Both are together in your sheet now." onDismiss={() => setMerged(false)}>
            Nothing has been sent. Look it over, then submit.
          </Message>
        ) : null}
        {tab === 'fill' ? (
          <FillTab walk={walk} onQuestions={() => setTab('questions')} onSubmit={() => setTab('submit')} />
        ) : null}
        {tab === 'questions' ? <QuestionsTab /> : null}
        {tab === 'submit' ? <SubmitTab submit={submit} onMerge={setPending} onFix={() => setTab('fill')} /> : null}
      </div>
    </>
  );
};

const TabWithCount = (props: { value: TabName; count: number; what: string; children: string }): ReactNode => {
  const styles = useStyles();
  const { value, count, what, children } = props;
  return (
    <Tab
      value={value}
      id={`tab-${value}`}
      aria-controls={`panel-${value}`}
      aria-label={count === 0 ? children : `${children}, ${count} ${what}`}
    >
      {children}
      {count === 0 ? null : (
        <CounterBadge className={styles.count} count={count} size="small" color="important" aria-hidden />
      )}
    </Tab>
  );
};
