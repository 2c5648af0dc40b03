import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { failed, ok, type Result } from '#core/result.ts';
import type { Records } from '../store/store.ts';
import type { Act } from './people-acts.ts';
import type { Refusal } from './problems.ts';

/** The header of a request that makes something whose id the server gives. */
export const IdempotencyKey = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 64,
      pattern: '^[\\x21-\\x7e]+$',
      description:
        'Made by the caller, new for each thing to be made; the same again for 24 hours makes nothing twice.',
    }),
  ),
});

/** A request that makes something, as far as it is needed to know it again. */
type Keyed = Pick<FastifyRequest, 'method' | 'url' | 'body'> & {
  readonly headers: { readonly 'idempotency-key'?: string | undefined };
};

/**
 * Makes something once for each key. A request with a key that was seen before is given the id of what it made then:
 * `again` answers for it. The same key with another request is refused. Without a key it is made anew each time.
 */
export const madeOnce = async <T>(
  { sentKeys }: Records,
  { by, at }: Act,
  { headers: { 'idempotency-key': key }, method, url, body }: Keyed,
  id: string,
  { first, again }: { first: () => Promise<Result<T, Refusal>>; again: (id: string) => Promise<Result<T, Refusal>> },
): Promise<Result<{ readonly status: 200 | 201; readonly made: T }, Refusal>> => {
  const request =
    key === undefined ? undefined : { person: by.id, key, request: JSON.stringify([method, url, body]) };
  const before = request && (await sentKeys.made(request));
  if (before && !before.sameRequest) return failed({ code: 'key-reused' });
  const outcome = before ? await again(before.id) : await first();
  if (!outcome.ok) return outcome;
  if (request && !before) await sentKeys.keep(request, id, at);
  return ok({ status: before ? 200 : 201, made: outcome.value });
};
