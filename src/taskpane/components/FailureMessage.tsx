import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { FlowFailure } from '#flows/desk.ts';
import { failureWords } from '../messages/failure-words.ts';
import { Message } from './Message.tsx';

/** Why something could not be had, and a way to try once more; nothing where nothing failed. */
export const FailureMessage = (props: {
  failure: FlowFailure | undefined;
  /** What the way is called: "Try again". */
  again: string;
  onAgain: () => Promise<unknown>;
}): ReactNode => {
  if (!props.failure) return null;
  const { title, todo } = failureWords(props.failure);
  return (
    <Message
      intent="error"
      title={title}
      actions={
        <Button size="small" onClick={() => void props.onAgain()}>
          {props.again}
        </Button>
      }
    >
      {todo}
    </Message>
  );
};
