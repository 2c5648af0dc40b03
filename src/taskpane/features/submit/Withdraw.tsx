import type { ReactNode } from 'react';
import type { FlowResult } from '#flows/flow-result.ts';
import { nextState } from '#core/returns/states.ts';
import { withdrawReturn } from '#flows/withdraw-return.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { WithReason } from '../return/WithReason.tsx';

/** Takes back what was submitted, with a reason; nothing where there is nothing to take back. */
export const Withdraw = (): ReactNode => {
  const { desk } = usePane();
  const { open, standing, refresh } = useReturnAtHand();
  const withdraw = async (reason: string): Promise<FlowResult<unknown>> => {
    const done = await withdrawReturn(desk, open, reason);
    return done.ok ? refresh() : done;
  };
  const state = standing?.answer.line.state;
  if (state === undefined || nextState(state, 'withdraw', 'owner') === undefined) return null;
  return (
    <WithReason
      draft={`withdraw ${open.owner} ${open.round.id}`}
      button="Withdraw this return…"
      question="Take this return back?"
      effect="Nothing of it counts any more until you submit again and it is accepted. Your sheet stays as it is."
      yes="Withdraw"
      busyText="Withdrawing…"
      perform={withdraw}
    />
  );
};
