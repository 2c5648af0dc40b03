import type { FieldId, QuestionId, RowKey } from '#core/ids.ts';
import type { WireQuestion, WireReturnLine } from '#wire/shapes.ts';
import { checkReturn, type CheckedReturn } from './check-return.ts';
import { basedOnIn } from './compare-with-server.ts';
import { deliverQuestions } from './deliver-questions.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

/** Asks the owner a question on one cell of the revision in this workbook; it is sent at once and stands in the sheet. */
export const askQuestion = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  question: { readonly row: RowKey; readonly field: FieldId; readonly text: string },
): Promise<FlowResult<WireQuestion>> => {
  const asked = fromApi(
    await desk.api.ask(open.round.id, open.owner, {
      ...question,
      id: desk.newId(),
      revision: Math.max(1, basedOnIn(checked)),
    }),
  );
  if (!asked.ok) return asked;
  const shown = await showQuestions(desk, open);
  return shown.ok ? asked : shown;
};

/** Settles a question: it leaves the sheet and stays in the record. */
export const settleQuestion = async (
  desk: Desk,
  open: OpenReturn,
  question: QuestionId,
): Promise<FlowResult<WireQuestion>> => {
  const settled = fromApi(await desk.api.settle(open.round.id, open.owner, question));
  if (!settled.ok) return settled;
  const shown = await showQuestions(desk, open);
  return shown.ok ? settled : shown;
};

/** Accepts the revision that was read. Refused by the server when a newer one has come in between. */
export const acceptReturn = async (
  desk: Desk,
  open: OpenReturn,
  revision: number,
): Promise<FlowResult<WireReturnLine>> => fromApi(await desk.api.accept(open.round.id, open.owner, revision));

/** Gives an accepted return back to its owner; it keeps counting until a revision is accepted again. */
export const reopenReturn = async (
  desk: Desk,
  { round, owner }: OpenReturn,
  reason: string,
): Promise<FlowResult<WireReturnLine>> => fromApi(await desk.api.reopen(round.id, owner, reason.trim()));

/** Writes back on a question; the owner finds it behind the question in her sheet. */
export const writeBack = async (
  desk: Desk,
  open: OpenReturn,
  question: QuestionId,
  text: string,
): Promise<FlowResult<WireQuestion>> => {
  const said = fromApi(
    await desk.api.remark(open.round.id, open.owner, question, { id: desk.newId(), text: text.trim() }),
  );
  if (!said.ok) return said;
  const shown = await showQuestions(desk, open);
  return shown.ok ? said : shown;
};

/** Says who is to answer a question; an empty name is nobody in particular. */
export const assignQuestion = async (
  desk: Desk,
  open: OpenReturn,
  question: QuestionId,
  name: string,
): Promise<FlowResult<WireQuestion>> =>
  fromApi(await desk.api.assign(open.round.id, open.owner, question, name.trim() === '' ? null : name.trim()));

const showQuestions = async (desk: Desk, open: OpenReturn): Promise<FlowResult<number>> => {
  const answer = fromApi(await desk.api.return(open.round.id, open.owner));
  if (!answer.ok) return answer;
  const checked = await checkReturn(desk, open);
  return checked.ok ? deliverQuestions(desk, open, checked.value, answer.value.questions) : checked;
};
