import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { Message } from '../../components/Message.tsx';
import { Panel } from '../../components/Panel.tsx';
import { count } from '#core/words/count-words.ts';
import { readerWords } from '../../messages/state-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import type { Action } from '../../state/use-action.ts';
import { standingWords } from '../compare/standing-words.ts';
import { ToolsPanel } from '../tools/ToolsPanel.tsx';
import { UndoBar } from '../tools/UndoBar.tsx';
import { CellHelp } from './CellHelp.tsx';
import { ConfirmCopied } from './ConfirmCopied.tsx';
import { IssueList } from './IssueList.tsx';
import { IssueNav } from './IssueNav.tsx';
import { Progress } from './Progress.tsx';
import type { IssueWalk } from './use-issue-walk.ts';

/** Filling in: how far it is, the issues one after another, help for the cell in hand, and the whole list. */
export const FillTab = (props: {
  walk: IssueWalk;
  nextCopied: Action<[]>;
  onQuestions: () => void;
  onSubmit: () => void;
}): ReactNode => {
  const { standing } = useReturnAtHand();
  const reader = readerWords(usePane().state.person?.role ?? 'school');
  const questions = standing?.openQuestions.length ?? 0;
  return (
    <>
      {questions > 0 ? (
        <Message
          intent="warning"
          title={`${reader} has ${questions === 1 ? 'a question' : count(questions, 'question')}.`}
          actions={
            <Button size="small" onClick={props.onQuestions}>
              Show
            </Button>
          }
        />
      ) : null}
      <UndoBar />
      <ConfirmCopied next={props.nextCopied} />
      <Panel label="Progress">
        <Progress />
        <IssueNav walk={props.walk} />
      </Panel>
      {standing?.answer.latest && !standing.sameAsServer ? (
        <Message
          intent={standingWords(standing).intent}
          title={standingWords(standing).title}
          actions={
            <Button size="small" onClick={props.onSubmit}>
              Show
            </Button>
          }
        >
          {standingWords(standing).todo}
        </Message>
      ) : null}
      <CellHelp />
      <IssueList walk={props.walk} />
      <ToolsPanel />
    </>
  );
};
