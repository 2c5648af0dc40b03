import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { App } from '../../../src/server/http/app.ts';
import type { ServerParts } from '../../../src/server/server.ts';
import { startEndpoint } from './endpoint.ts';

/**
 * Every route of a server, those too that stand in no OpenAPI document, named as it would name them:
 * `get /v1/rounds/{round}`. What Fastify itself answers to HEAD is no route of its own. `more` adds routes to it.
 */
export const allRoutes = async (
  parts: Partial<ServerParts>,
  more: (app: App) => void = () => undefined,
): Promise<readonly string[]> => {
  const there = new Set<string>();
  const watch = (message: unknown): void => {
    (message as { readonly fastify: App }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) there.add(asDocumented(`${one.toLowerCase()} ${url}`));
    });
  };
  // Nobody else is there so early: a hook that is added later sees nothing of what was registered before.
  subscribe('fastify.initialization', watch);
  const { app, close } = await startEndpoint(parts);
  unsubscribe('fastify.initialization', watch);
  more(app);
  await app.ready();
  await close();
  return [...there].filter((route) => !(route.startsWith('head ') && there.has(route.replace('head', 'get'))));
};

/** A route as the OpenAPI document writes it. */
export const asDocumented = (route: string): string => route.replace(/:(\w+)/g, '{$1}');
