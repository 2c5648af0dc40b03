import { SessionAnswer, SignInAnswer, SignInRequest } from '#wire/shapes.ts';
import { Type } from 'typebox';
import { paths } from '#wire/paths.ts';
import type { App, Given } from './app.ts';
import { wirePerson } from './as-wire.ts';
import { refuse } from './problems.ts';
import type { BackOffSettings } from './sign-in-back-off.ts';
import { signIn } from './sign-in.ts';
import { sessionOf, tokenOf } from './signed-in.ts';

/** Signing in with an access code, against a token; the code itself is never kept nor logged. */
export const signInRoutes = (app: App, { store, world }: Given, settings: BackOffSettings): void => {
  app.post(
    paths.session,
    {
      bodyLimit: 2048,
      compress: false,
      schema: { summary: 'Sign in with an access code', body: SignInRequest, response: { 200: SignInAnswer } },
    },
    async (request, reply) => {
      const token = Buffer.from(world.random(32)).toString('base64url');
      const newSalt = Buffer.from(world.random(16)).toString('hex');
      const at = world.now();
      const signingIn = { code: request.body.code, address: request.ip, at, token, newSalt };
      const outcome = await store.write((records) => signIn(records, signingIn, settings));
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      const { expires, person } = outcome.value;
      return { token, expires, person: wirePerson(person) };
    },
  );
};

/** The session of whoever asks: who she is, and signing out, after which the token is worth nothing. */
export const sessionRoutes = (app: App, { store }: Given): void => {
  app.get(
    paths.session,
    { schema: { summary: 'Who is signed in, and until when', response: { 200: SessionAnswer } } },
    (request) => {
      const { expires, person } = sessionOf(request);
      return { expires, person: wirePerson(person) };
    },
  );

  app.delete(
    paths.session,
    { schema: { summary: 'Sign out', response: { 204: Type.Null() } } },
    async (request, reply) => {
      const token = tokenOf(request);
      if (token) await store.write(({ sessions }) => sessions.end(token));
      return reply.code(204).send(null);
    },
  );
};
