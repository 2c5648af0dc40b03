import { Type } from 'typebox';
import { paths } from '#wire/paths.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';

/** Whether this server is about to stop: it still answers, and wants no more work. */
export interface Readiness {
  readonly isLeaving: boolean;
}

const Well = Type.Object({ status: Type.Literal('ok') });

/**
 * For whoever watches the server: `/healthz`, it runs and its database answers; `/readyz`, it also wants work. A server
 * that stops says so here first, so that a load balancer sends nothing more.
 */
export const healthRoutes = (
  app: App,
  { store, readiness }: Pick<Given, 'store'> & { readiness?: Readiness },
): void => {
  for (const [path, summary, wantsWork] of [
    [paths.health, 'Is the server well?', () => true],
    [paths.ready, 'Does the server want work?', () => readiness?.isLeaving !== true],
  ] as const) {
    app.get(path, { schema: { summary, response: { 200: Well } } }, async (request, reply) => {
      if (!wantsWork()) return refuse(reply, 'unavailable', { retryAfter: 5 });
      try {
        await store.ping();
      } catch (error) {
        request.log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'database does not answer');
        return refuse(reply, 'unavailable');
      }
      return { status: 'ok' as const };
    });
  }
};
