import { ok } from '#core/result.ts';
import { openQuestionsIn } from '#core/returns/record.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { NoteName, Workbook } from '../workbook/workbook.ts';
import { checkReturn } from './check-return.ts';
import type { OpenReturn, ReadingDesk } from './desk.ts';
import { findReturns } from './find-returns.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { knownReturns } from './known-returns.ts';
import { copiedOf } from './redraw-return.ts';

/**
 * Draws every return that stands in one workbook into another one: answers, what people wrote, the record and what
 * waits to be sent go along. Other sheets and cells beside the tables do not. Answers the returns that were drawn.
 */
export const copyReturns = async (from: ReadingDesk, to: Workbook): Promise<FlowResult<readonly OpenReturn[]>> => {
  const found = await findReturns(from);
  if (!found.ok) return found;
  for (const open of found.value.open) {
    const drawn = await copyReturn(from, open, to);
    if (!drawn.ok) return drawn;
  }
  const copied = new Set(found.value.open.map(({ owner, round }) => `${owner}/${round.id}`));
  const known = await knownReturns(from);
  if (!known.ok) return known;
  const notes = known.value.filter(({ owner, round }) => copied.has(`${owner}/${round.id}`));
  const noted = fromWorkbook(await to.setNote('returns', JSON.stringify(notes)));
  if (!noted.ok) return noted;
  for (const name of ['instruments', 'circumstances', 'outbox'] as const) {
    const kept = await copyNote(from.workbook, to, name);
    if (!kept.ok) return kept;
  }
  return ok(found.value.open);
};

const copyReturn = async (from: ReadingDesk, open: OpenReturn, to: Workbook): Promise<FlowResult<void>> => {
  const checked = await checkReturn(from, open);
  if (!checked.ok) return checked;
  const { content, record, typedAnswers } = checked.value;
  const copied = await copiedOf(from, open);
  if (!copied.ok) return copied;
  const survey = fromWorkbook(await to.survey());
  if (!survey.ok) return survey;
  const plans = planReturn({
    instrument: open.instrument,
    round: open.round,
    ...(open.circumstances ? { circumstances: open.circumstances } : {}),
    owner: { id: open.owner, name: open.ownerName },
    names: freeSheetNames(
      open.instrument,
      survey.value.map(({ name }) => name),
    ),
    answers: content,
    copied: copied.value,
    record,
    questions: openQuestionsIn(record),
  });
  const drawn = fromWorkbook(await to.draw(plans.map((plan) => ({ plan }))));
  if (!drawn.ok) return drawn;
  const [sheet = ''] = drawn.value;
  const entry = fromWorkbook(await to.read(sheet));
  if (!entry.ok) return entry;
  const reading = readEntry(entry.value, open.instrument);
  const answers = typedAnswers.flatMap(({ row, text }) => {
    const cell = reading.spotOf(row, '#answer');
    return cell ? [{ sheet, cell, value: text }] : [];
  });
  return answers.length === 0 ? ok(undefined) : fromWorkbook(await to.apply(answers));
};

const copyNote = async (from: Workbook, to: Workbook, name: NoteName): Promise<FlowResult<void>> => {
  const note = fromWorkbook(await from.note(name));
  if (!note.ok || note.value === undefined) return note.ok ? ok(undefined) : note;
  return fromWorkbook(await to.setNote(name, note.value));
};
