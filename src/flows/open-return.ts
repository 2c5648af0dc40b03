import type { OwnerId } from '#core/ids.ts';
import { failed, ok } from '#core/result.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { WireRound } from '#wire/shapes.ts';
import { circumstancesOf, learnItems } from './circumstances-of.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { drawSheets } from './draw-sheets.ts';
import { findReturns, type FoundReturns } from './find-returns.ts';
import { fromApi, fromWorkbook, type FlowResult } from './flow-result.ts';
import { rememberReturn } from './known-returns.ts';
import { knowInstrument, noteInstrument } from './know-instrument.ts';
import { withOwnCircumstances } from './own-circumstances.ts';
import { prefillOf } from './prefill.ts';
import { roundOf } from './round-of.ts';

/**
 * Opens a return in the workbook and brings its entry sheet to the front. A return that stands here is shown as it
 * is; otherwise its sheets are drawn and filled with what the server holds, see `prefillOf`, and the endpoint is told that
 * the owner has begun. Nothing that stands in the workbook is changed; of a return that stands twice none is opened.
 */
export const openReturn = async (
  desk: Desk,
  wanted: { readonly round: WireRound; readonly owner: OwnerId; readonly ownerName: string },
): Promise<FlowResult<OpenReturn>> => {
  const known = { owner: wanted.owner, ownerName: wanted.ownerName, round: roundOf(wanted.round) };
  const remembered = await rememberReturn(desk, known);
  if (!remembered.ok) return remembered;
  const found = await findKnowing(desk, known);
  if (!found.ok) return found;
  const copies = found.value.copies.find(({ owner, round }) => owner === known.owner && round === known.round.id);
  if (copies) return failed({ kind: 'two-copies', sheets: copies.sheets.map(({ name }) => name) });
  const standing = found.value.open.find((open) => open.owner === known.owner && open.round.id === known.round.id);
  const opened = standing ? ok(withOwnCircumstances(desk.api.person(), standing)) : await drawReturn(desk, known);
  if (!opened.ok) return opened;
  // Only the chase list waits for this: that it is told, and when, changes nothing here.
  if (desk.api.person()?.owner === known.owner) void desk.api.start(known.round.id, known.owner);
  const shown = fromWorkbook(await desk.workbook.show(opened.value.sheets.entry));
  return shown.ok ? opened : shown;
};

/** Finds the returns; the version with which this one was made is asked from the endpoint where it is not at hand. */
const findKnowing = async (
  desk: Desk,
  known: Pick<OpenReturn, 'owner' | 'round'>,
): Promise<FlowResult<FoundReturns>> => {
  const found = await findReturns(desk);
  const unknown = found.ok
    ? found.value.unknown.find(({ owner, round }) => owner === known.owner && round === known.round.id)
    : undefined;
  if (unknown?.instrument === undefined) return found;
  const learnt = await knowInstrument(desk, unknown.instrument);
  if (!learnt.ok) return learnt;
  const noted = await noteInstrument(desk, learnt.value);
  return noted.ok ? findReturns(desk) : noted;
};

const drawReturn = async (
  desk: Desk,
  known: Pick<OpenReturn, 'owner' | 'ownerName' | 'round'>,
): Promise<FlowResult<OpenReturn>> => {
  const learnt = await knowInstrument(desk, known.round.instrument);
  if (!learnt.ok) return learnt;
  const instrument = learnt.value;
  const noted = await noteInstrument(desk, instrument);
  if (!noted.ok) return noted;
  const items = await learnItems(desk, instrument);
  if (!items.ok) return items;
  const { circumstances } = withOwnCircumstances(desk.api.person(), {
    ...known,
    circumstances: circumstancesOf(desk, instrument, known.round),
  });
  const [answer, survey] = [
    fromApi(await desk.api.return(known.round.id, known.owner)),
    fromWorkbook(await desk.workbook.survey()),
  ];
  if (!answer.ok) return answer;
  if (!survey.ok) return survey;
  const prefill = await prefillOf(desk, instrument, answer.value);
  if (!prefill.ok) return prefill;
  const { left, ...filled } = prefill.value;
  const plans = planReturn({
    instrument,
    round: known.round,
    circumstances,
    owner: { id: known.owner, name: known.ownerName },
    names: freeSheetNames(
      instrument,
      survey.value.map(({ name }) => name),
    ),
    ...filled,
  });
  const sheets = await drawSheets(desk, plans);
  if (!sheets.ok) return sheets;
  return ok({ ...known, instrument, circumstances, sheets: sheets.value, ...(left ? { left } : {}) });
};
