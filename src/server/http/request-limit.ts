import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestLimits } from '../settings.ts';
import type { App } from './app.ts';
import { refuse } from './problems.ts';
import { subscriberOf } from './sign-in-back-off.ts';

/** Counts a request, and refuses it when there were too many; whether it was refused. */
export type Counting = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>;

/** Counts by whoever is signed in, or else by address. Without limits nobody is counted. To be called once a server. */
export const countRequests = (app: App, limits: RequestLimits | undefined): Counting => {
  if (!limits) return async () => false;
  app.register(rateLimit, { global: false });
  // The package is there once the server is ready, thus before any request.
  const counts = () => ({
    person: app.createRateLimit({
      max: limits.eachPerson,
      keyGenerator: (request) => `person ${request.session?.person.id}`,
    }),
    address: app.createRateLimit({
      max: limits.eachAddress,
      keyGenerator: (request) => `address ${subscriberOf(request.ip)}`,
    }),
  });
  let count: ReturnType<typeof counts> | undefined;
  return async (request, reply) => {
    count ??= counts();
    const counted = await count[request.session ? 'person' : 'address'](request);
    if (counted.isAllowed || !counted.isExceeded) return false;
    refuse(reply, 'too-many-requests', { retryAfter: Math.max(1, counted.ttlInSeconds) });
    return true;
  };
};

/** Refuses whatever comes too often to the routes registered after it. */
export const limitRequests = (app: App, isTooMany: Counting): void => {
  app.addHook('onRequest', async (request, reply) => ((await isTooMany(request, reply)) ? reply : undefined));
};
