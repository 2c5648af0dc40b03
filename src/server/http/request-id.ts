import { randomBytes } from 'node:crypto';
import { signsOf } from '#core/people/access-code.ts';
import type { App } from './app.ts';

/** The header that every answer carries its request's id in. */
export const requestIdHeader = 'x-request-id';

/**
 * An id for a request that people can read out. Of chance, so that neither another server nor the next start gives it
 * again; never the caller's word, which would stand in our log as if it were ours.
 */
export const newRequestId = (): string => signsOf(randomBytes(10));

/** Gives every answer of the routes registered after it its request's id, which the log and a refusal say too. */
export const tellRequestIds = (app: App): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header(requestIdHeader, request.id);
  });
};
