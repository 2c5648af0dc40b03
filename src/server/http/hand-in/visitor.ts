import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OwnerId, RoundId } from '#core/ids.ts';
import { roundId } from '#core/ids.ts';
import type { WirePerson } from '#wire/shapes.ts';
import type { App, Given } from '../app.ts';
import { wirePerson } from '../as-wire.ts';
import { RoundPlace } from '../places.ts';
import type { HandInPlace } from '../../hand-in.ts';
import type { HandedInPlace } from '../../store/handed-in.ts';
import { asVisitor, type AsVisitor } from './as-visitor.ts';
import { showRefusal } from './show-refusal.ts';
import type { Visitor } from './page.ts';
import { formSecretOf, isFormSecret, noCookie, visitorToken } from './visitor-cookie.ts';

/** Somebody signed in at the page. */
export interface SignedInVisitor extends Visitor, AsVisitor {
  readonly token: string;
  readonly expires: string;
  readonly person: WirePerson;
}

/** Lets only browsers with a cookie whose session holds reach the routes registered after it; before any body is read. */
export const requireVisitor = (app: App, { store, world }: Given): void => {
  app.addHook('onRequest', async (request, reply) => {
    const token = visitorToken(request);
    const session = token && (await store.read(({ sessions }) => sessions.byToken(token, world.now())));
    if (session) {
      request.session = session;
      return undefined;
    }
    if (token !== undefined) reply.header('set-cookie', noCookie(request.isSecure));
    return showRefusal(reply, 'session-expired');
  });
};

/** Lets only what a form of her own pages sent reach a route behind `requireVisitor`. */
const requireOwnForm = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
  const token = visitorToken(request);
  const { secret } = (request.body ?? {}) as { secret?: unknown };
  return token !== undefined && isFormSecret(token, secret) ? undefined : showRefusal(reply, 'session-expired');
};

/**
 * What a route is told that a form about one round is sent to. A form that carries a file is looked at while it is read, by
 * `readForm`; signing out answers for itself.
 */
export const formOfRound = { schema: { params: RoundPlace }, preValidation: requireOwnForm };

/** Who asks, on a route behind `requireVisitor`. */
export const visitorOf = (app: App, request: FastifyRequest): SignedInVisitor => {
  const token = visitorToken(request);
  const { session } = request;
  if (token === undefined || !session) throw new Error('route without sign-in');
  const person = wirePerson(session.person);
  return {
    ...{ token, person, name: person.name, expires: session.expires, formSecret: formSecretOf(token) },
    ...asVisitor(app, token, request.ip),
  };
};

/** Her own return of a round, where what she hands in is kept; `undefined` when she fills in none. */
export const placeOf = (
  { person, token }: SignedInVisitor,
  round: string,
): (HandedInPlace & { readonly owner: OwnerId; readonly round: RoundId }) | undefined =>
  person.owner === undefined ? undefined : { owner: person.owner as OwnerId, round: roundId(round), token };

/** The same for what is done with workbooks. */
export const workPlace = (
  { person, expires, fetch }: SignedInVisitor,
  { owner, round }: Pick<HandedInPlace, 'owner' | 'round'>,
): HandInPlace => ({ owner, round, person, expires, fetch });
