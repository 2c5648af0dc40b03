import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { OpenReturn } from '#flows/desk.ts';
import { Message } from '../../components/Message.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { failureWords } from '../../messages/failure-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { ReturnContext } from '../../state/ReturnContext.tsx';
import { UndoProvider } from '../../state/UndoContext.tsx';
import { useReturn } from '../../state/use-return.ts';
import { ReviewBody } from '../review/ReviewBody.tsx';
import { FillBody } from '../fill/FillBody.tsx';
import { ReturnHead } from './ReturnHead.tsx';
import { UpgradeBanner } from './UpgradeBanner.tsx';

/** The screen of one return: for its owner to fill and submit, for others to read, ask and accept. */
export const ReturnScreen = (props: { open: OpenReturn }): ReactNode => {
  const { person } = usePane().state;
  const atHand = useReturn(props.open);
  const { open, checked, failure, standing, refresh } = atHand;
  return (
    <>
      <ReturnHead open={open} standing={standing} />
      {person?.owner === open.owner ? <UpgradeBanner open={open} /> : null}
      {failure ? (
        <Message
          intent="error"
          title={failureWords(failure).title}
          actions={
            <Button size="small" onClick={() => void refresh()}>
              Look again
            </Button>
          }
        >
          {failureWords(failure).todo}
        </Message>
      ) : null}
      {checked ? (
        <ReturnContext.Provider value={{ ...atHand, checked }}>
          {person?.owner === open.owner ? (
            <UndoProvider>
              <FillBody />
            </UndoProvider>
          ) : (
            <ReviewBody />
          )}
        </ReturnContext.Provider>
      ) : failure ? null : (
        <Waiting>Reading the sheet…</Waiting>
      )}
    </>
  );
};
