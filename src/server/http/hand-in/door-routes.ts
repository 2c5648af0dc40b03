import { paths } from '#wire/paths.ts';
import { problemCodes } from '#wire/problems.ts';
import type { ReturnsAnswer, RoundsAnswer, SignInAnswer } from '#wire/shapes.ts';
import type { App } from '../app.ts';
import { asVisitor } from './as-visitor.ts';
import { handInHeaders, show } from './page.ts';
import type { HandInGiven } from './hand-in-given.ts';
import { showRefusal } from './show-refusal.ts';
import { textOf } from './read-form.ts';
import { refusedWords } from './refused-words.ts';
import { returnsPage } from './returns-page.ts';
import { signInPage } from './sign-in-page.ts';
import { visitorOf } from './visitor.ts';
import { cookieOf, isFormSecret, noCookie, visitorToken } from './visitor-cookie.ts';

/** Coming in and going out, and the list of returns that stands behind the door. */
export const doorRoutes = (app: App, { store, world }: HandInGiven): void => {
  /** Ends a session, and lets go of what it holds. */
  const end = (token: string) =>
    store.write(async ({ sessions, handedIn }) => {
      await handedIn.dropAllOf(token);
      await sessions.end(token);
    });

  app.get('/hand-in', async (request, reply) => {
    const token = visitorToken(request);
    const session = token && (await store.read(({ sessions }) => sessions.byToken(token, world.now())));
    if (!session) {
      if (token !== undefined) reply.header('set-cookie', noCookie(request.isSecure));
      return show(reply, signInPage());
    }
    request.session = session;
    const visitor = visitorOf(app, request);
    const [returns, rounds] = [
      await visitor.call<ReturnsAnswer>(
        'GET',
        `${paths.returns}?owner=${visitor.person.owner ?? 'nobody'}&limit=1000`,
      ),
      await visitor.call<RoundsAnswer>('GET', paths.rounds),
    ];
    if (!returns.ok) return showRefusal(reply, returns.failure);
    if (!rounds.ok) return showRefusal(reply, rounds.failure);
    const own = returns.value.returns
      .filter(({ owner }) => owner === visitor.person.owner)
      .flatMap((line) => {
        const round = rounds.value.rounds.find(({ id }) => id === line.round);
        return round ? [{ line, round }] : [];
      });
    return show(reply, returnsPage(own, visitor.person.role, world.now()), visitor);
  });

  app.post<{ Body: unknown }>('/hand-in/sign-in', { bodyLimit: 2048 }, async (request, reply) => {
    const code = textOf((request.body as { code?: unknown } | undefined)?.code).trim();
    const answer = await asVisitor(app, undefined, request.ip).call<SignInAnswer>('POST', paths.session, { code });
    if (!answer.ok) {
      const { code: word, retryAfter, requestId } = answer.failure;
      const known = word === 'invalid-request' ? 'code-unknown' : word;
      if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
      const words = refusedWords(known, requestId);
      const todo = retryAfter === undefined ? words.todo : `Wait ${retryAfter} seconds, then try again.`;
      return show(reply, signInPage({ ...words, todo }), undefined, problemCodes[known]);
    }
    // What that one holds nobody could open any more.
    const before = visitorToken(request);
    if (before !== undefined) await end(before);
    return reply
      .headers({
        ...handInHeaders,
        'set-cookie': cookieOf(answer.value.token, request.isSecure),
      })
      .redirect('/hand-in', 303);
  });

  app.post<{ Body: unknown }>('/hand-in/sign-out', async (request, reply) => {
    const token = visitorToken(request);
    const sent = (request.body as { secret?: unknown } | undefined)?.secret;
    if (token !== undefined && isFormSecret(token, sent)) {
      await end(token);
      reply.header('set-cookie', noCookie(request.isSecure));
    }
    return reply.headers(handInHeaders).redirect('/hand-in', 303);
  });
};
