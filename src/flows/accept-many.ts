import { nextState } from '#core/returns/states.ts';
import { ownerId, type RoundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { AcceptancesAnswer } from '#wire/moves.ts';
import type { ChaseLine } from './chase-list.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';

/**
 * The returns that may be accepted without opening each: submitted, with no question open. One that was given back, or
 * that somebody is asked about, is for a person to read.
 */
export const waitingToBeAccepted = (lines: readonly ChaseLine[]): readonly ChaseLine[] =>
  lines.filter(
    ({ state, openQuestions }) =>
      state === 'submitted' && openQuestions === 0 && nextState(state, 'accept', 'project-team') !== undefined,
  );

/** What the endpoint takes at a time. */
const atOnce = 1000;

/** What became of each, in the order asked. */
export type Outcomes = AcceptancesAnswer['outcomes'];

/**
 * Accepts returns of a round, each at the revision that the line shows: one to which a newer revision has come since is
 * refused and told. Should the connection break, the thousands accepted until then stay so; asking again does no harm.
 */
export const acceptMany = async (
  { api }: Pick<Desk, 'api'>,
  round: RoundId,
  lines: readonly Pick<ChaseLine, 'owner' | 'revision'>[],
): Promise<FlowResult<Outcomes>> => {
  const outcomes: Outcomes = [];
  for (let at = 0; at < lines.length; at += atOnce) {
    const part = lines.slice(at, at + atOnce).map(({ owner, revision }) => ({ owner: ownerId(owner), revision }));
    const answer = fromApi(await api.programme.acceptMany(round, part));
    if (!answer.ok) return answer;
    outcomes.push(...answer.value.outcomes);
  }
  return ok(outcomes);
};
