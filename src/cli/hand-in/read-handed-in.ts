import { failed, ok, type Result } from '#core/result.ts';
import { checkReturn } from '#flows/check-return.ts';
import { compareWithServer, standingOf } from '#flows/compare-with-server.ts';
import { deliverQuestions } from '#flows/deliver-questions.ts';
import type { Desk, FlowFailure, OpenReturn } from '#flows/desk.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import { lookBeyond } from '#flows/look-beyond.ts';
import { applyMerge, mergeWithServer } from '#flows/merge-with-server.ts';
import { needsUpgrade } from '#flows/needs-upgrade.ts';
import { learnBeyond } from '#flows/told-beyond.ts';
import { unconfirmedRows } from '#flows/unconfirmed-rows.ts';
import type { HandedIn, HandInReport, NotRead } from '#server/hand-in.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import { failedReading } from './failed-reading.ts';
import { withRecord, type OpenedHandedIn } from './open-handed-in.ts';
import { reportOf, type Unmerged } from './report-of.ts';
import { writeIntoHandedIn } from './write-into-handed-in.ts';

/** A workbook that was read, with what was written on the page in it, and what there is to tell. */
export interface ReadHandedIn {
  readonly desk: Desk;
  readonly open: OpenReturn;
  readonly report: HandInReport;
}

/**
 * Reads what was handed in as the pane would: with what its rules look at beyond it, the questions that were asked since
 * and what was written on the page; and put together with a newer revision, where that is wished.
 */
export const readHandedIn = async (
  opened: OpenedHandedIn,
  handed: HandedIn,
): Promise<Result<ReadHandedIn, NotRead>> => {
  const { desk } = opened;
  if (needsUpgrade(opened.open)) return failed({ kind: 'older-version' });
  const recorded = await withRecord(opened);
  if (!recorded.ok) return recorded;
  const sheet = await nameOf(opened);
  const tell = (failure: FlowFailure): NotRead => {
    const why = failedReading(failure);
    return why.kind === 'sheet-damaged' ? { kind: 'header-missing', sheet } : why;
  };
  const looked = await lookedBeyond(desk, recorded.value);
  if (!looked.ok) return failed(tell(looked.failure));
  const open = looked.value;
  const told = await withQuestions(desk, open);
  if (!told.ok) return failed(tell(told.failure));
  const written = await writeIntoHandedIn(desk, open, handed);
  if (!written.ok) return failed(tell(written.failure));
  const unmerged = await putTogether(desk, open, told.value, handed);
  if (!unmerged.ok) return failed(tell(unmerged.failure));
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return failed(tell(checked.failure));
  const unconfirmed = await unconfirmedRows(desk, open, checked.value.content);
  if (!unconfirmed.ok) return failed(tell(unconfirmed.failure));
  const report = reportOf({
    ...{ sheet, open, checked: checked.value, unmerged: unmerged.value, unconfirmed: unconfirmed.value },
    standing: standingOf(told.value, checked.value),
  });
  return ok({ desk, open, report });
};

const lookedBeyond = async (desk: Desk, open: OpenReturn): Promise<FlowResult<OpenReturn>> => {
  const learnt = await learnBeyond(desk, open);
  return learnt.ok ? lookBeyond(desk, open) : learnt;
};

/** Brings the questions that were asked since into the workbook; answers what the endpoint holds. */
const withQuestions = async (desk: Desk, open: OpenReturn): Promise<FlowResult<ReturnAnswer>> => {
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return checked;
  const standing = await compareWithServer(desk, open, checked.value);
  if (!standing.ok) return standing;
  const { answer } = standing.value;
  const delivered = await deliverQuestions(desk, open, checked.value, answer.questions);
  return delivered.ok ? ok(answer) : delivered;
};

/**
 * Puts the workbook together with a newer revision, where that is wished or both hold the same, as a file does that is
 * handed in a second time; what was written on the page stands in it afterwards as before. Answers what is left to decide.
 */
const putTogether = async (
  desk: Desk,
  open: OpenReturn,
  answer: ReturnAnswer,
  handed: HandedIn,
): Promise<FlowResult<Unmerged | undefined>> => {
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return checked;
  const { newerOnServer, sameAsServer } = standingOf(answer, checked.value);
  if (!newerOnServer) return ok(undefined);
  const both = await mergeWithServer(desk, open, checked.value);
  if (!both.ok) return both;
  const { merge, latest } = both.value;
  const together = sameAsServer ? 'mine' : handed.together;
  if (together === undefined) return ok({ merge, latest });
  const applied = await applyMerge(desk, open, merge, () => together, latest.revision);
  if (!applied.ok) return applied;
  const written = await writeIntoHandedIn(desk, open, handed);
  return written.ok ? ok(undefined) : written;
};

const nameOf = async ({ desk, open }: OpenedHandedIn): Promise<string> => {
  const survey = await desk.workbook.survey();
  return (survey.ok ? survey.value : []).find(({ id }) => id === open.sheets.entry)?.name ?? '';
};
