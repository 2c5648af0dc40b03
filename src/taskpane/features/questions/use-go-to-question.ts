import { ok } from '#core/result.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import { deliverQuestions } from '#flows/deliver-questions.ts';
import { goToCell } from '#flows/go-to-cell.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';

/** Goes to the cell a question is about, and sees to it that the question stands in the sheet beside it. */
export const useGoToQuestion = (): Action<[question: WireQuestion]> => {
  const { desk } = usePane();
  const { open, standing, recheck } = useReturnAtHand();
  return useAction(async (question: WireQuestion) => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const delivered = await deliverQuestions(desk, open, checked.value, standing?.answer.questions ?? []);
    if (!delivered.ok) return delivered;
    const gone = await goToCell(desk, open, checked.value, question.row, question.field);
    return gone.ok ? ok(undefined) : gone;
  });
};
