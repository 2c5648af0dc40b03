import { Readable } from 'node:stream';
import { ownerId, roundId } from '#core/ids.ts';
import { EverythingAnswer } from '#wire/everything.ts';
import { paths } from '#wire/paths.ts';
import type { Store } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { heldAbout, heldRevision, type Held } from './held-about.ts';
import { programmeActs } from './programme-acts.ts';
import { OwnerPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayTakeOut } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** All that is held about one owner, for itself and for the project team. */
export const everythingRoutes = (app: App, { store, world }: Given): void => {
  app.get(
    paths.everything(':owner'),
    {
      // Asking whether it is there must not be written down as having taken it.
      exposeHeadRoute: false,
      schema: {
        summary: 'All that is held about one school, or another owner',
        description:
          'Its entry in the register and what it said before, its people, every revision with what it holds, questions, histories, its log of acts, what the programme’s log says of it and its people, and certificates of what was purged. For the school itself and the project team; not for its mentor. That it was taken out is written into its log of acts.',
        params: OwnerPlace,
        response: { 200: EverythingAnswer },
      },
    },
    async (request, reply) => {
      const owner = ownerId(request.params.owner);
      const by = signedIn(request);
      if (!mayTakeOut(by, owner)) return refuse(reply, 'not-yours');
      const at = world.now();
      const held = await store.read((records) => heldAbout(records, owner, at));
      if (!held) return refuse(reply, 'not-found');
      // As an export is: before anything goes out, and without holding up writers while all of it is read.
      await store.write(({ audit }) => audit.note({ log: owner, at, act: 'take-out', about: {}, by }));
      reply.header('content-disposition', `attachment; filename="everything-${owner}.json"`);
      reply.type('application/json; charset=utf-8');
      return reply.send(Readable.from(written(store, held)) as never);
    },
  );
};

/**
 * The document piece by piece. Each revision, and each page of the programme's log, is read when its turn has come, so that no more than one is in memory and
 * nobody who reads slowly holds up the database; revisions never change, and what is purged meanwhile is left out.
 */
async function* written(store: Store, { returns, programmeUntil, ...rest }: Held): AsyncGenerator<string> {
  const { at, owner, register, earlier, people, ...after } = rest;
  yield `${JSON.stringify({ at, owner, ...(register ? { register } : {}), earlier, people }).slice(0, -1)},"returns":[`;
  for (const [which, { revisions, ...one }] of returns.entries()) {
    yield `${which === 0 ? '' : ','}${JSON.stringify(one).slice(0, -1)},"revisions":[`;
    for (const [nth, number] of revisions.entries()) {
      const place = { round: roundId(one.round.id), owner: ownerId(owner.id), number };
      const revision = await store.read((records) => heldRevision(records, place, owner.name));
      yield `${nth === 0 ? '' : ','}${JSON.stringify(revision)}`;
    }
    yield ']}';
  }
  yield `],${JSON.stringify(after).slice(1, -1)},"programmeActs":[`;
  const wanted = {
    owner: ownerId(owner.id),
    people: new Set(people.map(({ id }) => id)),
    until: programmeUntil,
  };
  let nth = 0;
  for await (const act of programmeActs(store, wanted)) {
    yield `${nth === 0 ? '' : ','}${JSON.stringify(act)}`;
    nth += 1;
  }
  yield ']}';
}
