import type { ReactNode } from 'react';
import type { OpenReturn } from '#flows/desk.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Waiting } from '../../components/Waiting.tsx';
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
      <FailureMessage failure={failure} again="Look again" onAgain={refresh} />
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
