import { SignInAnswer, SignInRequest } from '#wire/shapes.ts';
import { Type } from 'typebox';
import { paths } from '#wire/paths.ts';
import { secondsAfter } from '../world.ts';
import type { App, Given } from './app.ts';
import { wirePerson } from './as-wire.ts';
import { refuse } from './problems.ts';
import { signInBackOff, type BackOffSettings } from './sign-in-back-off.ts';
import { tokenOf } from './signed-in.ts';

/** A school day: nobody signs in twice before going home. */
const sessionSeconds = 8 * 60 * 60;

/** Signing in with an access code, against a token; the code itself is never kept nor logged. */
export const signInRoutes = (app: App, { store, world }: Given, settings: BackOffSettings): void => {
  const backOff = signInBackOff(settings);

  app.post(
    paths.session,
    {
      bodyLimit: 2048,
      schema: { summary: 'Sign in with an access code', body: SignInRequest, response: { 200: SignInAnswer } },
    },
    async (request, reply) => {
      const now = world.now();
      const wait = backOff.secondsToWait(request.ip, now);
      if (wait > 0) return refuse(reply, 'too-many-tries', { retryAfter: wait });
      const token = Buffer.from(world.random(32)).toString('base64url');
      const expires = secondsAfter(now, sessionSeconds);
      const person = await store.write(async ({ people }) => {
        const found = await people.byCode(request.body.code);
        if (found) await people.startSession(token, found.id, now, expires);
        return found;
      });
      if (!person) {
        backOff.wrongCode(request.ip, now);
        return refuse(reply, 'code-unknown');
      }
      return { token, expires, person: wirePerson(person) };
    },
  );
};

/** Signing out: the token is worth nothing afterwards. */
export const signOutRoute = (app: App, { store }: Given): void => {
  app.delete(
    paths.session,
    { schema: { summary: 'Sign out', response: { 204: Type.Null() } } },
    async (request, reply) => {
      const token = tokenOf(request);
      if (token) await store.write(({ people }) => people.endSession(token));
      return reply.code(204).send(null);
    },
  );
};
