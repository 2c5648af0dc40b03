import type { ReactNode } from 'react';
import { Message } from '../../components/Message.tsx';
import { moment } from '#core/words/date-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** Who gave a return back or took it back, when and why, for as long as that is how it stands. */
export const Because = (): ReactNode => {
  const { standing } = useReturnAtHand();
  const because = standing?.answer.because;
  if (!because) return null;
  const what = standing.answer.line.state === 'withdrawn' ? 'Withdrawn' : 'Reopened';
  return (
    <Message intent="warning" title={`${what} by ${because.by}, ${moment(because.at)}.`}>
      {because.reason}
    </Message>
  );
};
