import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { ChaseLine } from '#flows/chase-list.ts';
import { Message } from '../../../components/Message.tsx';
import { PastDay } from '../../../components/PastDay.tsx';
import { asItStood } from '../../../messages/as-at-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { ProgressOf } from './ProgressOf.tsx';

/** A round, chosen in `children`, as it stands or as it stood on a day in the past; from there a button leads back to now. */
export const RoundProgress = (props: { round: string; onSchools: () => void; children: ReactNode }): ReactNode => {
  const { dispatch } = usePane();
  const [opened, setOpened] = useState<ChaseLine>();
  const [asAt, setAsAt] = useState<string>();
  const tell = (day: string | undefined): void => {
    setAsAt(day);
    dispatch({ kind: 'said', text: day === undefined ? 'As it stands now.' : `${asItStood(day)}.` });
  };
  return (
    <>
      {opened ? null : (
        <>
          {props.children}
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
              Nothing can be accepted or changed here.
            </Message>
          )}
          <PastDay busy={false} busyText="Looking up…" onDay={tell}>
            Show that day
          </PastDay>
        </>
      )}
      <ProgressOf
        key={asAt ?? 'now'}
        round={props.round}
        asAt={asAt}
        opened={opened}
        onOpen={setOpened}
        onSchools={props.onSchools}
      />
    </>
  );
};
