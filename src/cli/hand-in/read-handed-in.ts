import { failed, ok, type Result } from '#core/result.ts';
import { checkReturn, type CheckedReturn } from '#flows/check-return.ts';
import { compareWithServer, standingOf, type Standing } from '#flows/compare-with-server.ts';
import { deliverQuestions } from '#flows/deliver-questions.ts';
import type { Desk, OpenReturn } from '#flows/desk.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import { lookBeyond } from '#flows/look-beyond.ts';
import { applyMerge, mergeWithServer } from '#flows/merge-with-server.ts';
import { needsUpgrade } from '#flows/needs-upgrade.ts';
import { learnBeyond } from '#flows/told-beyond.ts';
import { unconfirmedRows } from '#flows/unconfirmed-rows.ts';
import type { HandedIn, HandInReport, NotRead } from '#server/hand-in.ts';
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
 * Reads what was handed in as the pane would: with what its rules look at beyond it, the questions that were asked since,
 * put together with a newer revision where that is wished, and with what was written on the page.
 */
export const readHandedIn = async (
  opened: OpenedHandedIn,
  handed: HandedIn,
): Promise<Result<ReadHandedIn, NotRead>> => {
  const { desk } = opened;
  if (needsUpgrade(opened.open)) return failed({ kind: 'older-version' });
  const recorded = await withRecord(opened);
  if (!recorded.ok) return recorded;
  const looked = await lookedBeyond(desk, recorded.value);
  if (!looked.ok) return failed(await withSheet(opened, failedReading(looked.failure)));
  const open = looked.value;
  const brought = await bringUpToDate(desk, open, handed.together);
  if (!brought.ok) return failed(await withSheet(opened, failedReading(brought.failure)));
  const written = await writeIntoHandedIn(desk, open, handed);
  if (!written.ok) return written;
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return failed(failedReading(checked.failure));
  const unconfirmed = await unconfirmedRows(desk, open, checked.value.content);
  if (!unconfirmed.ok) return failed(failedReading(unconfirmed.failure));
  const { standing, unmerged } = brought.value;
  const report = reportOf({
    sheet: await nameOf(opened),
    open,
    checked: checked.value,
    standing: standingOf(standing.answer, checked.value),
    unmerged,
    unconfirmed: unconfirmed.value,
  });
  return ok({ desk, open, report });
};

const lookedBeyond = async (desk: Desk, open: OpenReturn): Promise<FlowResult<OpenReturn>> => {
  const learnt = await learnBeyond(desk, open);
  return learnt.ok ? lookBeyond(desk, open) : learnt;
};

/** Brings in what the endpoint knows: a newer revision, where it is to be put together with this, and questions. */
const bringUpToDate = async (
  desk: Desk,
  open: OpenReturn,
  together: HandedIn['together'],
): Promise<FlowResult<{ readonly standing: Standing; readonly unmerged: Unmerged | undefined }>> => {
  const before = await checkReturn(desk, open);
  if (!before.ok) return before;
  const standing = await compareWithServer(desk, open, before.value);
  if (!standing.ok) return standing;
  const isBehind = standing.value.newerOnServer && !standing.value.sameAsServer;
  const merged = isBehind ? await putTogether(desk, open, before.value, together) : ok(undefined);
  if (!merged.ok) return merged;
  const now = await checkReturn(desk, open);
  if (!now.ok) return now;
  const delivered = await deliverQuestions(desk, open, now.value, standing.value.answer.questions);
  return delivered.ok ? ok({ standing: standing.value, unmerged: merged.value }) : delivered;
};

/** What is left to decide before a newer revision and this are together; nothing once they are. */
const putTogether = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  together: HandedIn['together'],
): Promise<FlowResult<Unmerged | undefined>> => {
  const both = await mergeWithServer(desk, open, checked);
  if (!both.ok) return both;
  const { merge, latest } = both.value;
  if (together === undefined) return ok({ merge, latest });
  const applied = await applyMerge(desk, open, merge, () => together, latest.revision);
  return applied.ok ? ok(undefined) : applied;
};

const nameOf = async ({ desk, open }: OpenedHandedIn): Promise<string> => {
  const survey = await desk.workbook.survey();
  return (survey.ok ? survey.value : []).find(({ id }) => id === open.sheets.entry)?.name ?? '';
};

/** A sheet that cannot be read any more is told by its name. */
const withSheet = async (opened: OpenedHandedIn, why: NotRead): Promise<NotRead> =>
  why.kind === 'sheet-damaged' ? { kind: 'header-missing', sheet: await nameOf(opened) } : why;
