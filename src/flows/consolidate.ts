import { ownerId } from '#core/ids.ts';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { failed, ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { SheetId } from '../workbook/workbook.ts';
import { circumstancesOf, learnItems } from './circumstances-of.ts';
import type { Desk } from './desk.ts';
import { countsBefore } from './earlier-round.ts';
import { identify } from './find-returns.ts';
import { fromApi, fromWorkbook, type FlowResult } from './flow-result.ts';
import { knowInstrument } from './know-instrument.ts';
import { roundOf } from './round-of.ts';

export interface ConsolidatedRound {
  readonly sheet: SheetId;
  readonly accepted: number;
  readonly returned: number;
  readonly enlisted: number;
}

/**
 * Draws the master sheet of a round from every accepted return, over the master that stands in the workbook or as a
 * new sheet, and brings it to the front. Where the endpoint holds no rows, it is drawn from what they add up to. It is ours alone: what was typed into it does not stay.
 */
export const consolidateRound = async (desk: Desk, round: WireRound): Promise<FlowResult<ConsolidatedRound>> => {
  const learnt = await knowInstrument(desk, round.instrument);
  if (!learnt.ok) return learnt;
  const instrument = learnt.value;
  const items = await learnItems(desk, instrument);
  if (!items.ok) return items;
  const answer = fromApi(await desk.api.consolidated(roundOf(round).id));
  if (!answer.ok) return answer;
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const standing = identify(survey.value).sheets.find(
    ({ identity }) => identity.role === 'master' && identity.round === round.id,
  )?.glance;
  const names = freeSheetNames(
    instrument,
    survey.value.map(({ name }) => name),
  );
  const { at, enlisted, returned, accepted, owners, schools, tally } = answer.value;
  const circumstances: Circumstances = {
    ...circumstancesOf(desk, instrument, roundOf(round)),
    ...(schools ? { schools: schools.map(({ owner, name }) => ({ id: ownerId(owner), name })) } : {}),
  };
  // Sums that were made by another definition mean something else, and there are no rows to make them again.
  if (tally && tally.definition !== tallierOf(instrument, circumstances).nothing.definition) {
    return failed({ kind: 'instrument-unknown', reference: round.instrument });
  }
  const before = await countsBefore(desk, instrument, round, circumstances.schools);
  if (!before.ok) return before;
  const plan = planMaster({
    instrument,
    round: roundOf(round),
    circumstances,
    at,
    enlisted,
    returned,
    owners: owners.map((owner) => ({ ...owner, owner: ownerId(owner.owner) })),
    ...(tally ? { tally } : {}),
    ...(before.value ? { earlier: before.value } : {}),
    name: standing?.name ?? names.master,
  });
  const drawn = fromWorkbook(
    await desk.workbook.draw([standing === undefined ? { plan } : { plan, at: standing.id }]),
  );
  if (!drawn.ok) return drawn;
  const [sheet] = drawn.value;
  if (sheet === undefined) throw new Error('a master was drawn without a sheet');
  const shown = fromWorkbook(await desk.workbook.show(sheet));
  return shown.ok ? ok({ sheet, accepted, returned, enlisted }) : shown;
};
