import type { ReactNode } from 'react';
import { Confirm } from '../../components/Confirm.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { count } from '#core/words/count-words.ts';
import type { Submit } from './use-submit.ts';

/** Asks once more, in place of Submit, whether copied answers that nobody has confirmed shall go as they are. */
export const SubmitUnconfirmed = (props: { submit: Submit; rows: number; onLook: () => void }): ReactNode => {
  const { submit, rows, onLook } = props;
  return (
    <Confirm
      question={`${count(rows, 'row still holds', 'rows still hold')} answers copied from an earlier round that nobody has confirmed.`}
      yes="Submit all the same"
      busyText="Submitting…"
      busy={submit.busy}
      no="Look at them first"
      onYes={() => void submit.anyway()}
      onNo={onLook}
      onEscape={submit.letBe}
    >
      <Plain>Submit all the same if they still hold. Nothing has been sent yet.</Plain>
    </Confirm>
  );
};
