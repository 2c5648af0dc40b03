import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { failed, ok, type Result } from '#core/result.ts';
import type { App } from './app.ts';
import type { Refusal } from './problems.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

/**
 * Gives what reads answers, on the routes registered after it, an `ETag`: a hash of what it says. Whoever has that answer
 * already is told so by 304. Weak, for a pressed answer is the same answer. Refusals have none: they carry the number of
 * their request, and two refusals that say the same must look the same.
 */
export const tagAnswers = (app: App): void => {
  app.addHook('onSend', async ({ method, headers }, reply, payload) => {
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const tag = `"${hashOf(payload)}"`;
    reply.header('etag', `W/${tag}`);
    if (!tagsIn(headers['if-none-match']).includes(tag)) return payload;
    reply.code(304);
    return '';
  });
};

/** The tags of a list of them, weak or not. */
const tagsIn = (header: string | undefined): readonly string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** The header of a change that is only wanted when what it changes still stands as it was read. */
export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'The ETag that reading it answered; 412 when it stands otherwise now.',
    }),
  ),
});

/**
 * Lets a change be made only when what reading it answers now is what the caller read; of what is not there
 * (`undefined`) the change itself says so. To be asked in the transaction of the change, before it.
 */
export const unchangedSince = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  answerNow: unknown,
): Result<void, Refusal> => {
  const wanted = headers['if-match'];
  if (wanted === undefined || wanted.trim() === '*' || answerNow === undefined) return ok(undefined);
  const now = `"${hashOf(JSON.stringify(answerNow))}"`;
  return tagsIn(wanted).includes(now) ? ok(undefined) : failed({ code: 'changed-since' });
};
