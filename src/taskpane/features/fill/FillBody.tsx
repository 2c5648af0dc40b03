import { useEffect, useState, type ReactNode } from 'react';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useRibbon } from '../../state/use-ribbon.ts';
import { Message } from '../../components/Message.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { ConflictScreen } from '../conflict/ConflictScreen.tsx';
import type { PendingMerge } from '../conflict/pending-merge.ts';
import { QuestionsTab } from '../questions/QuestionsTab.tsx';
import { Because } from '../return/Because.tsx';
import { DamageList } from '../return/DamageList.tsx';
import { SaveReminder } from '../submit/SaveReminder.tsx';
import { SubmitTab } from '../submit/SubmitTab.tsx';
import { useSubmit } from '../submit/use-submit.ts';
import { FillTab } from './FillTab.tsx';
import { issuesToWalk } from './issue-order.ts';
import { useIssueWalk } from './use-issue-walk.ts';
import { useNextCopied } from './use-next-copied.ts';

type TabName = 'fill' | 'questions' | 'submit';

/** What an owner does with her return: fill it in, answer questions, submit. */
export const FillBody = (): ReactNode => {
  const { state } = usePane();
  const atHand = useReturnAtHand();
  const { open, checked, standing } = atHand;
  const [tab, setTab] = useState<TabName>('fill');
  const [arrivals, setArrivals] = useState(0);
  const [pending, setPending] = useState<PendingMerge>();
  const [merged, setMerged] = useState(false);
  const walk = useIssueWalk(atHand);
  const submit = useSubmit(atHand, setPending);
  const choose = (name: TabName): void => {
    submit.letBe();
    setTab(name);
  };
  const arriveAt = (name: TabName): void => {
    choose(name);
    setArrivals((before) => before + 1);
  };
  const nextCopied = useNextCopied();
  const { clear } = submit;
  // What was said about pressing Submit is overtaken when the outbox was sent.
  useEffect(clear, [clear, state.resends]);

  useRibbon({
    check: async () => {
      choose('fill');
      await atHand.recheck();
    },
    'next-issue': async () => {
      choose('fill');
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
          arriveAt('submit');
        }}
      />
    );
  }
  const issues = issuesToWalk(open.instrument, checked).length + checked.damage.length;
  const questions = standing?.openQuestions.length ?? 0;
  return (
    <>
      <Because />
      <DamageList />
      <Tabs
        label="This return"
        tabs={[
          { name: 'fill', title: 'Fill in', count: issues, counted: 'to put right' },
          { name: 'questions', title: 'Questions', count: questions, counted: 'open' },
          { name: 'submit', title: 'Submit' },
        ]}
        chosen={tab}
        onChoose={choose}
        arrivals={arrivals}
        between={<SaveReminder />}
      >
        {merged && tab === 'submit' ? (
          <Message intent="success" title="Both are together in your sheet now." onDismiss={() => setMerged(false)}>
            Nothing has been sent. Look it over, then submit.
          </Message>
        ) : null}
        {tab === 'fill' ? (
          <FillTab
            walk={walk}
            nextCopied={nextCopied}
            onQuestions={() => arriveAt('questions')}
            onSubmit={() => arriveAt('submit')}
          />
        ) : null}
        {tab === 'questions' ? <QuestionsTab /> : null}
        {tab === 'submit' ? (
          <SubmitTab
            submit={submit}
            onMerge={setPending}
            onFix={() => arriveAt('fill')}
            onLookAtCopied={() => {
              arriveAt('fill');
              void nextCopied.run();
            }}
          />
        ) : null}
      </Tabs>
    </>
  );
};
