import { ownerId, type OwnerId } from '#core/ids.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { Round } from '#core/returns/round.ts';
import type { WirePerson } from '#wire/shapes.ts';

/**
 * A return with what its owner, when she is the person signed in, adds to the circumstances: a mentor's schools are what
 * `school` fields offer. The endpoint checks with the same. Of anybody else's return nothing is added.
 */
export const withOwnCircumstances = <
  T extends { readonly owner: OwnerId; readonly round: Round; readonly circumstances?: Circumstances },
>(
  person: WirePerson | undefined,
  open: T,
): T => {
  if (person?.schools === undefined || person.owner !== open.owner) return open;
  const schools = person.schools.map(({ owner, name }) => ({ id: ownerId(owner), name }));
  return { ...open, circumstances: { ...(open.circumstances ?? open.round), schools } };
};
