import { fixedRows, instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { Round } from '#core/returns/round.ts';
import type { Desk, ReadingDesk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';
import { knowInstrument, noteInstrument } from './know-instrument.ts';

/**
 * What decides, besides the answers, how a return is drawn and checked here: the round, and what `item` fields offer, as
 * far as the instruments they are of are at hand; of one that is not, nothing is offered and nothing found wrong. Where
 * it comes to something else than on the server, the server decides when the return is submitted.
 */
export const circumstancesOf = (
  { instruments }: Pick<ReadingDesk, 'instruments'>,
  instrument: Instrument,
  round: Round,
): Circumstances => {
  const items = itemInstruments(instrument).flatMap((id) => {
    const newest = instruments.newest(id);
    return newest === undefined ? [] : [[id, fixedRows(newest)] as const];
  });
  return items.length === 0 ? round : { ...round, items: Object.fromEntries(items) };
};

/**
 * Learns the instruments that `item` fields are of, as the endpoint's rounds open them, and notes them in the workbook
 * so that they are known there without the endpoint. One that the endpoint does not know is left out.
 */
export const learnItems = async (desk: Desk, instrument: Instrument): Promise<FlowResult<void>> => {
  const wanted = itemInstruments(instrument);
  if (wanted.length === 0) return ok(undefined);
  const rounds = fromApi(await desk.api.rounds());
  if (!rounds.ok) return rounds;
  const opened = rounds.value.map((round) => round.instrument);
  for (const id of wanted) {
    const references = opened.filter((reference) => reference.startsWith(`${id}@`));
    for (const reference of references.length === 0 ? [instrumentRef({ id, version: 1 })] : references) {
      const known = await knowInstrument(desk, reference);
      if (!known.ok && known.failure.kind === 'instrument-unknown') continue;
      if (!known.ok) return known;
      const noted = await noteInstrument(desk, known.value);
      if (!noted.ok) return noted;
    }
  }
  return ok(undefined);
};

const itemInstruments = ({ fields, once = [] }: Instrument): readonly string[] => [
  ...new Set([...once, ...fields].flatMap(({ kind, of }) => (kind === 'item' && of !== undefined ? [of] : []))),
];
