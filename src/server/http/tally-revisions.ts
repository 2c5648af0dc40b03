import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf, type Tallier } from '#core/measures/tally.ts';
import { failed, type Result } from '#core/result.ts';
import { talliedFault, talliedFingerprint } from '#core/returns/tallied.ts';
import { yearsMissing } from '#core/rules/expected-years.ts';
import { paths } from '#wire/paths.ts';
import { WireReceipt } from '#wire/shapes.ts';
import { SubmitTallyRequest } from '#wire/tallies.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { resent, takeIn, unacceptable, type Arrival, type Submitted } from './arrivals.ts';
import { circumstancesOfTally } from './circumstances-of.ts';
import { idsOf, ReturnPlace, returnPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { maySubmit } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** Submitting to a round that takes tallies only: no row of a pupil comes here, so the rules are not asked again. */
export const tallyRevisionRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.post(
    paths.tallies(':round', ':owner'),
    {
      bodyLimit: 1024 * 1024,
      schema: {
        summary: 'Submit a revision of tallies alone',
        description:
          'For rounds of detail `tally`: what the rows add up to, how many there are and what the rules find in them; rows have no place in it. 201 the first time; 200 with the same receipt when the same comes again.',
        params: ReturnPlace,
        body: SubmitTallyRequest,
        response: { 200: WireReceipt, 201: WireReceipt },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      if (!maySubmit(person, ids.owner)) return refuse(reply, 'not-yours');
      const { tallied } = request.body;
      const print = (instrument: string) => talliedFingerprint({ instrument, ...ids, tallied });
      const outcome = await store.write(async (records): Promise<Result<Submitted, Refusal>> => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return failed({ code: 'not-found' });
        if (place.round.detail !== 'tally') return failed({ code: 'rows-needed' });
        const tallier = tallierOf(place.instrument, await circumstancesOfTally(records, instruments, place));
        return await submit(
          records,
          { ...place, person, print, sent: request.body, now: world.now() },
          { ...place, tallier },
        );
      });
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return reply.code(outcome.value.first ? 201 : 200).send(outcome.value.receipt);
    },
  );
};

/**
 * Takes tallies or says why not. What cannot be of any return is refused, and so is what its own school says is not in
 * order; the rest is believed.
 */
const submit = async (
  records: Records,
  arrival: Arrival & { readonly sent: SubmitTallyRequest },
  { instrument, tallier }: { readonly instrument: Instrument; readonly tallier: Tallier },
): Promise<Result<Submitted, Refusal>> => {
  const { tallied } = arrival.sent;
  const before = await resent(records, arrival);
  if (before) return before;
  const refusal = await unacceptable(records, arrival, () => []);
  if (refusal) return failed(refusal);
  const made = { definition: tallier.nothing.definition, sums: tallier.sums };
  const fault = talliedFault(instrument, made, tallied);
  if (fault !== undefined) return failed({ code: 'tally-wrong', details: { detail: fault } });
  const { issues, explanations, counts } = tallied;
  if (issues.errors > 0 || explanations.length !== issues.warnings) return failed({ code: 'issues' });
  return await takeIn(records, arrival, {
    said: { issues, explanations },
    counts: { ...counts, explained: issues.warnings },
    yearsMissing: yearsMissing(instrument, explanations).filter((year) => arrival.round.yearGroups.includes(year)),
    tally: tallied,
  });
};
