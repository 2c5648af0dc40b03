import type { OwnerId } from '#core/ids.ts';
import type { DemoReturn } from '#definitions/demo-types.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { pilotProgramme, pilotSchools } from '#definitions/pilot/pilot-programme.ts';
import { pilotReturns } from '#definitions/pilot/pilot-returns.ts';
import type { SampleBook, SampleReturn } from './write-sample.ts';

/**
 * The invented pilot: a book for each of the schools that returned anything, with the latest revision of each of its
 * returns, in the order of the programme's rounds. All schools of the pilot when none are named.
 */
export const pilotSample = (owners: readonly OwnerId[] = pilotSchools): readonly SampleBook[] => {
  const all = pilotReturns();
  return pilotProgramme.owners
    .filter(({ owner }) => owners.includes(owner))
    .map(({ owner, name }) => ({ owner, name, returns: returnsOf(all.filter((one) => one.owner === owner)) }))
    .filter(({ returns }) => returns.length > 0);
};

/** Returns stand in the order of submitting: the last of a round is the latest. */
const returnsOf = (submitted: readonly DemoReturn[]): readonly SampleReturn[] =>
  pilotProgramme.rounds.flatMap((round) => {
    const latest = submitted.findLast((one) => one.round === round.id);
    const instrument = instrumentByRef(round.instrument);
    return latest && instrument ? [{ round, instrument, content: latest.content, at: latest.at }] : [];
  });
