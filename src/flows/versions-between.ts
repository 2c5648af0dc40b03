import type { Instrument } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import type { Desk } from './desk.ts';
import type { FlowResult } from './flow-result.ts';
import { knowInstrument } from './know-instrument.ts';

/**
 * The versions from the one that sheets were made with to the one that the round asks, both included. Where no chain of
 * predecessors joins them it is only these two: then what kept its name moves, and all else is listed.
 */
export const versionsBetween = async (
  desk: Desk,
  from: Instrument,
  reference: string,
): Promise<FlowResult<readonly Instrument[]>> => {
  const asked = await knowInstrument(desk, reference);
  if (!asked.ok) return asked;
  const path = [asked.value];
  for (let first = asked.value; first.predecessor !== undefined && first.predecessor.version >= from.version;) {
    const { version } = first.predecessor;
    if (version === from.version) return ok([from, ...path]);
    const before = await knowInstrument(desk, `${from.id}@${version}`);
    if (!before.ok) return before;
    // A version that follows itself or a later one would lead round and round.
    if (before.value.version >= first.version) break;
    first = before.value;
    path.unshift(first);
  }
  return ok([from, asked.value]);
};
