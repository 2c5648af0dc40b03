import type { ConsolidatedReturns } from '#core/consolidation/consolidated-returns.ts';
import { masterCells, mostMasterCells } from '#core/consolidation/master-cells.ts';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { ownerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { failed, ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { ConsolidatedAnswer, WireRound } from '#wire/shapes.ts';
import type { SheetId } from '../workbook/workbook.ts';
import { circumstancesOf, learnItems } from './circumstances-of.ts';
import type { Desk } from './desk.ts';
import { countsBefore } from './earlier-round.ts';
import { identify } from './find-returns.ts';
import { fromApi, fromWorkbook, type FlowResult } from './flow-result.ts';
import { knowInstrument } from './know-instrument.ts';
import { hasRows, roundOf } from './round-of.ts';

export interface ConsolidatedRound {
  readonly sheet: SheetId;
  readonly accepted: number;
  readonly returned: number;
  readonly enlisted: number;
  /** How many rows there are, where they are too many for a sheet: then it holds what they come to. */
  readonly tooManyRows?: number;
}

/**
 * Draws the master sheet of a round from every accepted return, over the master that stands in the workbook or as a
 * new sheet, and brings it to the front. Where the endpoint holds no rows, or more than fit into a sheet, it is drawn from what
 * they add up to; that is known before any answer is asked for. It is ours alone: what was typed into it does not stay.
 */
export const consolidateRound = async (
  desk: Desk,
  round: WireRound,
  most = mostMasterCells,
): Promise<FlowResult<ConsolidatedRound>> => {
  const learnt = await knowInstrument(desk, round.instrument);
  if (!learnt.ok) return learnt;
  const instrument = learnt.value;
  const items = await learnItems(desk, instrument);
  if (!items.ok) return items;
  const gathered = await gather(desk, instrument, round, most);
  if (!gathered.ok) return gathered;
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const standing = identify(survey.value).sheets.find(
    ({ identity }) => identity.role === 'master' && identity.round === round.id,
  )?.glance;
  const names = freeSheetNames(
    instrument,
    survey.value.map(({ name }) => name),
  );
  const { accepted, returns } = gathered.value;
  const { enlisted, returned, tally, tooManyRows } = returns;
  const circumstances: Circumstances = returns.circumstances ?? returns.round;
  // Sums that were made by another definition mean something else, and there are no rows to make them again.
  if (tally && tally.definition !== tallierOf(instrument, circumstances).nothing.definition) {
    return failed({ kind: 'instrument-unknown', reference: round.instrument });
  }
  const before = await countsBefore(desk, instrument, round, circumstances.schools);
  if (!before.ok) return before;
  const plan = planMaster({
    ...returns,
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
  const counts = { accepted, returned, enlisted, ...(tooManyRows === undefined ? {} : { tooManyRows }) };
  return shown.ok ? ok({ sheet, ...counts }) : shown;
};

interface Gathered {
  readonly accepted: number;
  readonly returns: ConsolidatedReturns;
}

/** All returns of a round: with their answers where there are any and a sheet has room for them, else with their tally. */
const gather = async (
  desk: Desk,
  instrument: Instrument,
  round: WireRound,
  most: number,
): Promise<FlowResult<Gathered>> => {
  const read = (answer: ConsolidatedAnswer): ConsolidatedReturns => {
    const { at, enlisted, returned, owners, schools, tally } = answer;
    return {
      ...{ instrument, round: roundOf(round), at, enlisted, returned },
      circumstances: {
        ...circumstancesOf(desk, instrument, roundOf(round)),
        ...(schools ? { schools: schools.map(({ owner, name }) => ({ id: ownerId(owner), name })) } : {}),
      },
      owners: owners.map((owner) => ({ ...owner, owner: ownerId(owner.owner) })),
      ...(tally ? { tally } : {}),
    };
  };
  const { id } = roundOf(round);
  const small = fromApi(await desk.api.consolidated(id, 'none'));
  if (!small.ok) return small;
  const { accepted, rows = 0, round: now } = small.value;
  const returns = read(small.value);
  if (!hasRows(now)) return ok({ accepted, returns });
  if (masterCells(returns, rows) > most) return ok({ accepted, returns: { ...returns, tooManyRows: rows } });
  const whole = fromApi(await desk.api.consolidated(id));
  return whole.ok ? ok({ accepted: whole.value.accepted, returns: read(whole.value) }) : whole;
};
