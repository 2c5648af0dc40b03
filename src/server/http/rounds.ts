import { RoundsAnswer } from '#wire/shapes.ts';
import { paths } from '#wire/paths.ts';
import type { App, Given } from './app.ts';
import { wireRound } from './as-wire.ts';
import { instrumentOf } from './places.ts';
import { signedIn } from './signed-in.ts';

/** The rounds there are, open or not; a school sees those for schools only. */
export const roundRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(paths.rounds, { schema: { summary: 'The rounds', response: { 200: RoundsAnswer } } }, async (request) => {
    const person = signedIn(request);
    const all = await store.read(({ rounds }) => rounds.all());
    const hers = all.filter(
      (round) => person.role !== 'school' || instrumentOf(round, instruments).owner === 'school',
    );
    return { rounds: hers.map((round) => wireRound(round, world.now())) };
  });
};
