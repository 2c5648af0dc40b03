import type { FastifyRequest } from 'fastify';
import type { Instant } from '#core/ids.ts';
import { ok, type Result } from '#core/result.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';
import { unchangedSince } from './changed-since.ts';
import type { idsOf } from './places.ts';
import type { Refusal } from './problems.ts';
import { returnAnswer } from './returns.ts';

/** A request that may name what it is based on, in `If-Match`. */
export type Conditional = Pick<FastifyRequest, 'headers'>;

/** Whether a return still stands as the caller read it; the whole of it is looked at only when she asks. */
export const returnUnchanged = async (
  records: Records,
  instruments: Given['instruments'],
  ids: ReturnType<typeof idsOf>,
  now: Instant,
  request: Conditional,
): Promise<Result<void, Refusal>> =>
  request.headers['if-match'] === undefined
    ? ok(undefined)
    : unchangedSince(request, await returnAnswer(records, instruments, ids, { at: now }));
