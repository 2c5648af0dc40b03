import type { ConsolidatedReturns } from '#core/consolidation/consolidated-returns.ts';
import { masterCells, mostMasterCells } from '#core/consolidation/master-cells.ts';
import { planMaster } from '#core/consolidation/plan-master.ts';
import { ownerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { failed, ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { endOfLondonDay } from '#core/returns/london-day.ts';
import { freeNameOfDay, freeSheetNames } from '#core/sheet/sheet-names.ts';
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
  /** The day in the past that it tells of; absent where it is the present. */
  readonly asAt?: string;
}

/** Which master is wanted. */
interface Wanted {
  /** As it stood when a day such as `2009-06-30` was over; one that is not over yet is the present. */
  readonly asAt?: string;
  /** With how many cells of answers it is still drawn with them. */
  readonly most?: number;
}

/**
 * Draws the master sheet of a round from every accepted return, over the master of the same moment that stands in the
 * workbook or as a new sheet, and brings it to the front: the one of the present and that of each day in the past are sheets of
 * their own, told apart by their codes. Where the endpoint holds no rows, or more than fit into a sheet, it is drawn from what
 * they add up to; that is known before any answer is asked for. It is ours alone: what was typed into it does not stay.
 */
export const consolidateRound = async (
  desk: Desk,
  round: WireRound,
  wanted: Wanted = {},
): Promise<FlowResult<ConsolidatedRound>> => {
  const learnt = await knowInstrument(desk, round.instrument);
  if (!learnt.ok) return learnt;
  const instrument = learnt.value;
  const items = await learnItems(desk, instrument);
  if (!items.ok) return items;
  const gathered = await gather(desk, instrument, round, wanted);
  if (!gathered.ok) return gathered;
  const { accepted, returns } = gathered.value;
  const { enlisted, returned, tally, tooManyRows, at, asAt } = returns;
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const standing = identify(survey.value).sheets.find(
    ({ identity }) => identity.role === 'master' && identity.round === round.id && identity.asAt === asAt,
  )?.glance;
  const taken = survey.value.map(({ name }) => name);
  const name = asAt === undefined ? freeSheetNames(instrument, taken).master : freeNameOfDay(instrument, asAt, taken);
  const circumstances: Circumstances = returns.circumstances ?? returns.round;
  // Sums that were made by another definition mean something else, and there are no rows to make them again.
  if (tally && tally.definition !== tallierOf(instrument, circumstances).nothing.definition) {
    return failed({ kind: 'instrument-unknown', reference: round.instrument });
  }
  const { schools } = circumstances;
  const before = await countsBefore(desk, instrument, round, { at, asAt, schools });
  if (!before.ok) return before;
  const plan = planMaster({
    ...returns,
    ...(before.value ? { earlier: before.value } : {}),
    name: standing?.name ?? name,
  });
  const drawn = fromWorkbook(
    await desk.workbook.draw([standing === undefined ? { plan } : { plan, at: standing.id }]),
  );
  if (!drawn.ok) return drawn;
  const [sheet] = drawn.value;
  if (sheet === undefined) throw new Error('a master was drawn without a sheet');
  const shown = fromWorkbook(await desk.workbook.show(sheet));
  const past = asAt === undefined ? {} : { asAt };
  const counts = { accepted, returned, enlisted, ...past, ...(tooManyRows === undefined ? {} : { tooManyRows }) };
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
  { asAt, most = mostMasterCells }: Wanted,
): Promise<FlowResult<Gathered>> => {
  // What the endpoint says it tells of decides: a day that is not over for it is no past.
  const end = asAt === undefined ? undefined : endOfLondonDay(asAt);
  const read = (answer: ConsolidatedAnswer): ConsolidatedReturns => {
    const { at, enlisted, returned, owners, schools, tally } = answer;
    return {
      ...{ instrument, round: roundOf(round), at, enlisted, returned },
      ...(asAt !== undefined && at === end ? { asAt } : {}),
      circumstances: {
        ...circumstancesOf(desk, instrument, roundOf(round)),
        ...(schools ? { schools: schools.map(({ owner, name }) => ({ id: ownerId(owner), name })) } : {}),
      },
      owners: owners.map((owner) => ({ ...owner, owner: ownerId(owner.owner) })),
      ...(tally ? { tally } : {}),
    };
  };
  const { id } = roundOf(round);
  const small = fromApi(await desk.api.consolidated(id, { 'as-at': asAt, answers: 'none' }));
  if (!small.ok) return small;
  const { accepted, rows = 0, round: now } = small.value;
  const returns = read(small.value);
  if (!hasRows(now)) return ok({ accepted, returns });
  if (masterCells(returns, rows) > most) return ok({ accepted, returns: { ...returns, tooManyRows: rows } });
  const whole = fromApi(await desk.api.consolidated(id, { 'as-at': asAt }));
  return whole.ok ? ok({ accepted: whole.value.accepted, returns: read(whole.value) }) : whole;
};
