import { instrumentRef } from '#core/instrument/instrument.ts';
import { asksYears } from '#core/rules/expected-years.ts';
import { paths } from '#wire/paths.ts';
import { CircumstancesAnswer } from '#wire/shapes.ts';
import type { App, Given } from './app.ts';
import { wireContent } from './as-wire.ts';
import { beyondReturn } from './circumstances-of.ts';
import { idsOf, ReturnPlace, returnPlace } from './places.ts';
import { refuse } from './problems.ts';
import { maySee } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** What the rules of a return look at beyond it, so that the add-in checks with the same before it is submitted. */
export const circumstancesRoutes = (app: App, { store, instruments }: Given): void => {
  app.get(
    paths.circumstances(':round', ':owner'),
    {
      schema: {
        summary: 'What the rules of a return look at beyond it',
        params: ReturnPlace,
        response: { 200: CircumstancesAnswer },
      },
    },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const answer = await store.read(async (records) => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return undefined;
        const { before, others } = await beyondReturn(records, instruments, place, ids.owner);
        return {
          instrument: instrumentRef(place.instrument),
          ...(asksYears(place.instrument) ? { yearGroups: [...place.round.yearGroups] } : {}),
          ...(before ? { before: wireContent({ ...before, explanations: [] }).rows } : {}),
          others: others.map(({ round, instrument, rows }) => ({
            round: round.id,
            opens: round.opens,
            instrument: instrumentRef(instrument),
            rows: wireContent({ rows, explanations: [] }).rows,
          })),
        };
      });
      return answer ?? refuse(reply, 'not-found');
    },
  );
};
