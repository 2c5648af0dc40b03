import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import type { DemoReturn } from '../demo-types.ts';
import { instrumentByRef } from '../instruments.ts';
import { pilotProgramme } from './pilot-programme.ts';

/** Where a round of the pilot sample stood at an instant. Three different facts, never one worked out of another. */
export interface PilotStanding {
  /** Owners that take part. */
  readonly enlisted: readonly OwnerId[];
  /** Owners that had submitted by then. */
  readonly returned: readonly OwnerId[];
  /** The revisions that counted then: of each owner the last one accepted by then. */
  readonly accepted: readonly DemoReturn[];
}

/** `returns` are those of the sample; an owner without an accepted revision is in `enlisted`, and perhaps `returned`. */
export const pilotStanding = (returns: readonly DemoReturn[], round: RoundId, at: Instant): PilotStanding => {
  const ref = pilotProgramme.rounds.find(({ id }) => id === round)?.instrument ?? '';
  const kind = instrumentByRef(ref)?.owner;
  const enlisted = pilotProgramme.owners.filter((owner) => owner.kind === kind).map(({ owner }) => owner);
  const inRound = returns.filter((each) => each.round === round && each.at <= at);
  const acceptedOf = (owner: OwnerId) =>
    inRound.findLast((each) => each.owner === owner && each.accepted !== undefined && each.accepted.at <= at);
  return {
    enlisted,
    returned: enlisted.filter((owner) => inRound.some((each) => each.owner === owner)),
    accepted: enlisted.flatMap((owner) => acceptedOf(owner) ?? []),
  };
};
