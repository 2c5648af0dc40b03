import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { answerHeaders } from './answer-headers.ts';
import { problemCodes, type Problem, type ProblemCode } from '#wire/problems.ts';
import { requestIdHeader } from './request-id.ts';
import { StoreUnavailable } from '../store/transaction.ts';

/** The one table of refusals: what each says to people who read JSON or logs. The pane has words of its own. */
const titles: Readonly<Record<ProblemCode, string>> = {
  'invalid-request': 'The request does not have the shape asked for.',
  'code-unknown': 'There is no such access code.',
  'session-expired': 'Sign in first: the session has run out or was never there.',
  'not-yours': 'This does not belong to the person who is signed in.',
  'not-found': 'There is nothing at this address.',
  'too-slow': 'The request did not come in in time; nothing was taken.',
  'round-closed': 'The round is not open; nothing was taken.',
  'key-reused': 'The key was used before for other content.',
  conflict: 'A newer revision stands than the one this was based on.',
  state: 'The state of the return does not allow this.',
  'person-ended': 'This person has ended; add her anew to let her in again.',
  'last-way-in': 'This is the last code that lets somebody in for the project team: make another one first.',
  'already-there': 'There is one of this number already, and it is not the same.',
  'tally-only': 'This round takes tallies only: no row of a pupil is taken, kept or shown.',
  'rows-needed': 'This round takes rows, not tallies alone.',
  purged: 'What was collected about pupils in this round is purged.',
  'round-open': 'The round still takes returns, or late ones; close it for good first.',
  'changed-since': 'It was changed since it was read; nothing was done.',
  'too-large': 'The request is larger than this server takes.',
  'file-unread': 'This is no file that the register is filled from.',
  issues: 'The rules of the instrument find errors, or warnings without an explanation.',
  'late-reason': 'The round is closed; a late return needs a reason.',
  'fingerprint-wrong': 'The fingerprint is not that of the content.',
  'tally-wrong': 'These cannot be the tallies of a return of this round.',
  'not-due': 'The round is kept longer than until now; purging it earlier needs a reason.',
  'too-many-tries': 'Too many tries; wait before the next one.',
  'too-many-requests': 'More requests than this server takes in a minute; wait before the next one.',
  internal: 'Something went wrong in the server.',
  unavailable: 'The server cannot do this now; try again.',
};

/** What a refusal may say beyond its code. */
export type ProblemDetails = Partial<
  Pick<Problem, 'detail' | 'issues' | 'latest' | 'differing' | 'file' | 'retryAfter' | 'requestId'>
>;

/** The body of a refusal. */
export const problem = (code: ProblemCode, details: ProblemDetails = {}): Problem => ({
  type: `urn:stem-returns:problem:${code}`,
  title: titles[code],
  status: problemCodes[code],
  code,
  ...details,
});

/** A refusal on its way out of a transaction, as a value. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly details?: ProblemDetails;
}

// A route's own reply type names its good answers only; a refusal is the same for all of them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyReply = FastifyReply<any, any, any, any, any, any, any, any>;

/**
 * Answers a refusal, as `application/problem+json`. A handler returns what this returns: the reply itself, for which the
 * server then waits. As a type it is nothing, for a route's answers do not name it.
 */
export const refuse = (reply: AnyReply, code: ProblemCode, details: ProblemDetails = {}): void => {
  const { status } = problem(code);
  if (details.retryAfter !== undefined) reply.header('retry-after', details.retryAfter);
  return reply
    .code(status)
    .headers(answerHeaders)
    .header(requestIdHeader, reply.request.id)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(problem(code, { ...details, requestId: reply.request.id })) as unknown as void;
};

/**
 * What was thrown, as a refusal. Requests that Fastify itself turns away get their word here; everything else is our
 * bug, is logged without any of the request's content, and says nothing of itself.
 */
export const answerThrown = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  if (error.validation) {
    const [first] = error.validation;
    const where = `${error.validationContext ?? 'request'}${first?.instancePath ?? ''}`;
    return refuse(reply, 'invalid-request', { detail: `${where}: ${first?.message ?? 'not as asked for'}` });
  }
  if (error instanceof StoreUnavailable) {
    request.log.warn({ reason: error.message }, 'store unavailable');
    return refuse(reply, 'unavailable', { retryAfter: 5 });
  }
  if (error.statusCode === 413) return refuse(reply, 'too-large');
  if (error.statusCode === 503) return refuse(reply, 'unavailable', { retryAfter: 5 });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return refuse(reply, 'invalid-request', { detail: error.code });
  }
  request.log.error(whereItHappened(error), 'unexpected');
  return refuse(reply, 'internal');
};

/** What may be logged of an error: where it happened, and not what it says, which may quote what somebody sent. */
export const whereItHappened = ({ name, code, stack }: Pick<FastifyError, 'name' | 'code' | 'stack'>) => ({
  ...{ name, code },
  at: stack?.split('\n').filter((line) => /^\s+at /.test(line)),
});
