import { Type } from 'typebox';
import type { App } from './app.ts';

const NoQuery = Type.Object({}, { additionalProperties: false });

/**
 * Refuses, on the routes of the API registered after it, a query member that nobody asked for: a route that says nothing
 * of its query takes none. Otherwise `?as-at=…` would be answered with what stands now.
 */
export const closeQueries = (app: App): void => {
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/v1/') || route.schema?.querystring !== undefined) return;
    route.schema = { ...route.schema, querystring: NoQuery };
  });
};
