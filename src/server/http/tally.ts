import type { Instant, RoundId } from '#core/ids.ts';
import { roundId } from '#core/ids.ts';
import { addTallies, tallierOf, type Tally, type Tallier } from '#core/measures/tally.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { paths } from '#wire/paths.ts';
import { TallyAnswer } from '#wire/shapes.ts';
import type { Records } from '../store/store.ts';
import type { Revision } from '../store/revisions.ts';
import type { KeptTally } from '../store/tallies.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { asAsked } from './as-asked.ts';
import { circumstancesOfTally } from './circumstances-of.ts';
import { instrumentOf, RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** What all accepted returns of a round add up to. */
export const tallyRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.tally(':round'),
    {
      schema: {
        summary: 'The sum of all accepted returns',
        params: RoundPlace,
        querystring: AsAt,
        response: { 200: TallyAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const id = roundId(request.params.round);
      const answer = await store.read(async (records) => {
        const round = await records.rounds.one(id);
        if (!round) return undefined;
        const instrument = instrumentOf(round, instruments);
        const tallier = tallierOf(
          instrument,
          await circumstancesOfTally(records, instruments, { round, instrument }),
        );
        const asked = (revision: Revision) => asAsked(instruments, instrument, revision);
        const tally = await tallyOfRound(records, tallier, id, asked, before);
        return { at, tally: { ...tally, sums: [...tally.sums] } };
      });
      return answer ?? refuse(reply, 'not-found');
    },
  );
};

/**
 * Adds up the tallies of the revisions that count. One that was not kept, or was made by another definition or in other
 * circumstances, is made again from its revision.
 */
const tallyOfRound = async (
  records: Records,
  tallier: Tallier,
  round: RoundId,
  asked: (revision: Revision) => ReturnContent,
  before: Instant | undefined,
): Promise<Tally> => {
  let sum = tallier.nothing;
  for (const { owner, revision, kept } of await records.tallies.accepted(round, before)) {
    const anew = async () => tallyAnew(tallier, await records.revisions.one(round, owner, revision), asked);
    const one = (kept && asTally(tallier, kept)) ?? (await anew());
    const added = addTallies(sum, one);
    if (!added.ok) throw new Error(`The tallies of ${round} do not add up.`);
    sum = added.value;
  }
  return sum;
};

const asTally = ({ nothing }: Tallier, { definition, sums }: KeptTally): Tally | undefined =>
  definition === nothing.definition ? { ...nothing, returns: 1, sums } : undefined;

const tallyAnew = (
  tallier: Tallier,
  revision: Revision | undefined,
  asked: (revision: Revision) => ReturnContent,
): Tally => (revision ? tallier.of(asked(revision)) : tallier.nothing);
