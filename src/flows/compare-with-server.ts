import { ok } from '#core/result.ts';
import { differences, type CellDifference } from '#core/returns/difference.ts';
import { lastReceiptIn } from '#core/returns/record.ts';
import type { ReturnAnswer, WireQuestion } from '#wire/shapes.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';
import { answerInVersion } from './in-version.ts';

/** How the workbook stands against the server. */
export interface Standing {
  readonly answer: ReturnAnswer;
  /** The revision that the workbook's answers grew from; 0 when none. */
  readonly basedOn: number;
  /** The server's latest revision holds exactly what this workbook holds. */
  readonly sameAsServer: boolean;
  /** Somebody submitted a revision that is not in this workbook. */
  readonly newerOnServer: boolean;
  /**
   * Cells in which the latest revision and this workbook differ; all filled cells when nothing was submitted, none where
   * the server holds no rows.
   */
  readonly differing: readonly CellDifference[];
  readonly openQuestions: readonly WireQuestion[];
}

/**
 * Asks the server what it holds of this return and compares it with the workbook; what was given in an older version
 * is compared where its sheets ask it now. Changes nothing.
 */
export const compareWithServer = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
): Promise<FlowResult<Standing>> => {
  const answer = fromApi(await desk.api.return(open.round.id, open.owner));
  if (!answer.ok) return answer;
  const told = await answerInVersion(desk, open.instrument, answer.value);
  return told.ok ? ok(standingOf(told.value.answer, checked)) : told;
};

/** The same comparison against an answer that the server gave earlier; asks nobody. */
export const standingOf = (answer: ReturnAnswer, checked: CheckedReturn): Standing => {
  const { latest, questions } = answer;
  const basedOn = basedOnIn(checked);
  return {
    answer,
    basedOn,
    sameAsServer: latest?.receipt.fingerprint === checked.fingerprint,
    newerOnServer: (latest?.number ?? 0) > basedOn,
    differing:
      latest && !latest.content
        ? []
        : differences(latest?.content ?? { rows: [], explanations: [] }, checked.content),
    openQuestions: questions.filter(({ settledAt }) => settledAt === undefined),
  };
};

/** The highest revision whose receipt stands in the workbook's record; 0 when there is none. */
export const basedOnIn = (checked: Pick<CheckedReturn, 'record'>): number => {
  const revision = Number(lastReceiptIn(checked.record)?.value ?? 0);
  return Number.isInteger(revision) && revision > 0 ? revision : 0;
};
