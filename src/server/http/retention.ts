import { Type } from 'typebox';
import { roundId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import { PurgeRequest, RetentionAnswer, WireCertificate } from '#wire/retention.ts';
import type { App, Given } from './app.ts';
import { wireCertificate, wireRound } from './as-wire.ts';
import { certificateText } from './certificate-text.ts';
import { RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { isDue, purgeRound } from './purge-round.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** Until when rounds are kept, purging one when its time has come, and the certificate of what went. */
export const retentionRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.retention,
    {
      schema: {
        summary: 'Which rounds are due to be purged, and which are purged',
        description: 'Nothing is purged by itself: a round that is due stays due until somebody purges it.',
        response: { 200: RetentionAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const at = world.now();
      return await store.read(async ({ rounds, retention }) => {
        const held = await retention.revisionCounts();
        const lines: RetentionAnswer['rounds'] = [];
        for (const round of await rounds.all()) {
          const certificate = round.purged === undefined ? undefined : await retention.certificate(round.id);
          lines.push({
            ...{ round: wireRound(round, at), due: isDue(round, at), revisions: held.get(round.id) ?? 0 },
            ...(certificate ? { certificate: certificate.hash } : {}),
          });
        }
        return { at, rounds: lines };
      });
    },
  );

  app.post(
    paths.purge(':round'),
    {
      schema: {
        summary: 'Purge what a round holds about pupils',
        description:
          'Rows, explanations, questions, and who submitted, asked and accepted: they are gone for good. How far each return was, receipts’ numbers, fingerprints and what all add up to stay. A round that still takes returns, late ones too, is refused as `round-open`; one whose date has not come as `not-due`, unless a reason is given. 201 with the certificate of what went; 200 with the same when it is purged already.',
        params: RoundPlace,
        body: PurgeRequest,
        response: { 200: WireCertificate, 201: WireCertificate },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const act = { by, at: world.now() };
      const given = { instruments, reason: request.body.reason };
      const outcome = await store.write((records) => purgeRound(records, act, roundId(request.params.round), given));
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      await store.forget();
      return reply.code(outcome.value.first ? 201 : 200).send(wireCertificate(outcome.value.certificate));
    },
  );

  for (const [path, summary, as] of [
    [paths.certificate(':round'), 'The certificate of what went when a round was purged', 'json'],
    [paths.certificateText(':round'), 'The same, to be read and printed', 'text'],
  ] as const) {
    app.get(
      path,
      {
        schema: {
          summary,
          params: RoundPlace,
          ...(as === 'json'
            ? { response: { 200: WireCertificate } }
            : { produces: ['text/plain'], response: { 200: Type.String() } }),
        },
      },
      async (request, reply) => {
        if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
        const round = roundId(request.params.round);
        const certificate = await store.read(({ retention }) => retention.certificate(round));
        if (!certificate) return refuse(reply, 'not-found');
        reply.header(
          'content-disposition',
          `attachment; filename="certificate-${round}.${as === 'json' ? 'json' : 'txt'}"`,
        );
        if (as === 'json') return reply.send(wireCertificate(certificate));
        // The API answers JSON everywhere else: a buffer goes out as it is.
        return reply
          .type('text/plain; charset=utf-8')
          .send(Buffer.from(certificateText(certificate)) as unknown as string);
      },
    );
  }
};
