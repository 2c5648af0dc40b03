import type { ReactNode } from 'react';
import type { Loaded } from '../state/use-loaded.ts';
import { FailureMessage } from './FailureMessage.tsx';
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
      <FailureMessage failure={failure} again="Try again" onAgain={reload} />
      {value === undefined ? busy && <Waiting>{props.waiting}</Waiting> : props.children(value)}
    </>
  );
};
