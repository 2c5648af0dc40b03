import { Type } from 'typebox';
import { paths } from '#wire/paths.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';

/** For whoever watches the server: it runs and its database answers. */
export const healthRoutes = (app: App, { store }: Pick<Given, 'store'>): void => {
  app.get(
    paths.health,
    { schema: { summary: 'Is the server well?', response: { 200: Type.Object({ status: Type.Literal('ok') }) } } },
    async (request, reply) => {
      try {
        await store.ping();
      } catch (error) {
        request.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'database does not answer');
        return refuse(reply, 'unavailable');
      }
      return { status: 'ok' as const };
    },
  );
};
