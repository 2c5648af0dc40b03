import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { asItStood } from '../messages/as-at-words.ts';
import { usePane } from '../state/PaneContext.tsx';
import { Message } from './Message.tsx';
import { PastDay } from './PastDay.tsx';

/** Says that a screen tells of a day in the past, and leads to another day or back to now; each way is said aloud. */
export const NowOrThen = (props: {
  /** The day that is told of; `undefined` is now. */
  asAt: string | undefined;
  onDay: (day: string | undefined) => void;
  /** What else is to know of a day in the past. */
  children?: string;
}): ReactNode => {
  const { dispatch } = usePane();
  const { asAt } = props;
  const tell = (day: string | undefined): void => {
    props.onDay(day);
    dispatch({ kind: 'said', text: day === undefined ? 'As it stands now.' : `${asItStood(day)}.` });
  };
  return (
    <>
      {asAt === undefined ? null : (
        <Message
          intent="info"
          title={`${asItStood(asAt)}.`}
          actions={
            <Button size="small" onClick={() => tell(undefined)}>
              Back to now
            </Button>
          }
        >
          {props.children}
        </Message>
      )}
      <PastDay busy={false} busyText="Looking up…" onDay={tell}>
        Show that day
      </PastDay>
    </>
  );
};
