import type { ReactNode } from 'react';
import type { FlowResult } from '#flows/flow-result.ts';
import { nextState } from '#core/returns/states.ts';
import { reopenReturn } from '#flows/review-return.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { WithReason } from '../return/WithReason.tsx';

/** Gives an accepted return back to its owner, for the project team; nothing for others. */
export const Reopen = (): ReactNode => {
  const { desk, state } = usePane();
  const { open, standing, refresh } = useReturnAtHand();
  const reopen = async (reason: string): Promise<FlowResult<unknown>> => {
    const done = await reopenReturn(desk, open, reason);
    return done.ok ? refresh() : done;
  };
  const now = standing?.answer.line.state;
  if (state.person?.role !== 'project-team' || now === undefined) return null;
  if (nextState(now, 'reopen', 'project-team') === undefined) return null;
  return (
    <WithReason
      draft={`reopen ${open.owner} ${open.round.id}`}
      button="Reopen this return…"
      question={`Give this return back to ${open.ownerName}?`}
      effect="It can be submitted again, also after the round has closed. What is accepted counts until another revision is."
      yes="Reopen"
      busyText="Reopening…"
      perform={reopen}
    />
  );
};
