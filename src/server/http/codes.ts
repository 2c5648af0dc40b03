import { ok } from '#core/result.ts';
import { accessCodeBytes, newAccessCode } from '#core/people/access-code.ts';
import { paths } from '#wire/paths.ts';
import { MadeCode, MakeCodeRequest, WireMember } from '#wire/people.ts';
import { secondsAfter, wholeInstant } from '../world.ts';
import type { App, Given } from './app.ts';
import { wireCode } from './as-wire.ts';
import { IdempotencyKey, madeOnce } from './made-once.ts';
import { newId } from './new-id.ts';
import { makeCode, renewCode, revokeCode } from './people-acts.ts';
import { memberOf } from './people.ts';
import { CodePlace, PersonPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** How long a code holds when nothing else is said: a round of a year, and some weeks to hand out the next one. */
const usualCodeSeconds = 400 * 24 * 60 * 60;

/** Access codes of people: making one, which is the only time it is told, and revoking one. */
export const codeRoutes = (app: App, { store, world }: Given): void => {
  app.post(
    paths.personCodes(':person'),
    {
      compress: false,
      schema: {
        summary: 'Make an access code',
        description:
          'The code is answered this once and kept nowhere. It holds for 400 days unless said otherwise. Sent again with ' +
          'the same Idempotency-Key, the code gets another text (200), and the one before lets nobody in.',
        headers: IdempotencyKey,
        params: PersonPlace,
        body: MakeCodeRequest,
        response: { 200: MadeCode, 201: MadeCode },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const at = world.now();
      const { person } = request.params;
      const { once = false, expires: asked } = request.body;
      const expires = asked === undefined ? secondsAfter(at, usualCodeSeconds) : wholeInstant(asked);
      if (expires === undefined || expires <= at) return refuse(reply, 'invalid-request', { detail: '/expires' });
      const text = newAccessCode(world.random(accessCodeBytes));
      const id = newId(world);
      const outcome = await store.write(async (records) => {
        const act = { by, at };
        const done = await madeOnce(records, act, request, id, {
          first: () => makeCode(records, act, { text, id, person, expires, once }),
          again: (before) => renewCode(records, act, { text, id: before, person }),
        });
        if (!done.ok) return done;
        const { status, made } = done.value;
        return ok({ status, about: wireCode(made.code, made.person, at) });
      });
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return reply.code(outcome.value.status).send({ code: text, about: outcome.value.about });
    },
  );

  app.put(
    paths.codeRevoked(':person', ':code'),
    {
      schema: {
        summary: 'Revoke an access code',
        description: 'The sessions that it began end at once. Revoking again changes nothing.',
        params: CodePlace,
        response: { 200: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const act = { by, at: world.now() };
      const { person, code } = request.params;
      const outcome = await store.write(async (records) => {
        const done = await revokeCode(records, act, { person, id: code });
        return done.ok ? ok(await memberOf(records, done.value, act)) : done;
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};
