import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '../store/people.ts';
import type { Session } from '../store/sessions.ts';
import type { App, Given } from './app.ts';
import { refuse } from './problems.ts';
import type { Counting } from './request-limit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route behind `requireSignIn`. */
    session: Session | undefined;
  }
}

/**
 * Lets only requests with a token that holds reach the routes registered after it, and of each person only as many as
 * are counted; before any body is read.
 */
export const requireSignIn = (app: App, { store, world }: Given, isTooMany: Counting): void => {
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const token = tokenOf(request);
    const session = token && (await store.read(({ sessions }) => sessions.byToken(token, world.now())));
    request.session = session || undefined;
    if (await isTooMany(request, reply)) return reply;
    if (session) return undefined;
    refuse(reply, 'session-expired');
    return reply;
  });
};

/** The bearer token a request carries, if any. */
export const tokenOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];

/** Who is signed in, on a route behind `requireSignIn`. */
export const signedIn = (request: Pick<FastifyRequest, 'session'>): Person => sessionOf(request).person;

/** The same, with how long the session holds. */
export const sessionOf = ({ session }: Pick<FastifyRequest, 'session'>): Session => {
  if (!session) throw new Error('route without sign-in');
  return session;
};
