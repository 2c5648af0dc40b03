import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { failureWords } from '../messages/failure-words.ts';
import type { Loaded } from '../state/use-loaded.ts';
import { Message } from './Message.tsx';
import { Waiting } from './Waiting.tsx';

/** What was fetched, once it is there; why it could not be, with a way to try again. */
export const LoadedPart = <T,>(props: {
  loaded: Loaded<T>;
  /** What is said meanwhile: "Looking up the people…". */
  waiting: string;
  children: (value: T) => ReactNode;
}): ReactNode => {
  const { value, failure, busy, reload } = props.loaded;
  return (
    <>
      {failure ? (
        <Message
          intent="error"
          title={failureWords(failure).title}
          actions={
            <Button size="small" onClick={() => void reload()}>
              Try again
            </Button>
          }
        >
          {failureWords(failure).todo}
        </Message>
      ) : null}
      {value === undefined ? busy && <Waiting>{props.waiting}</Waiting> : props.children(value)}
    </>
  );
};
