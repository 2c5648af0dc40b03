import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import { Problem, problemCodes, type ProblemCode } from '#wire/problems.ts';
import {
  CircumstancesAnswer,
  ConsolidatedAnswer,
  ReturnAnswer,
  ReturnsAnswer,
  RoundsAnswer,
  SignInAnswer,
  TallyAnswer,
  WireQuestion,
  WireReceipt,
  WireReturnLine,
  WireRevision,
  WireRound,
} from '#wire/shapes.ts';
import type { ApiFailure, CollectionApi } from './collection-api.ts';
import { asked, everyPage, type Call, type CallHow, type Method } from './http-calls.ts';
import { httpProgrammeApi } from './http-programme-api.ts';
import { sessionMemory, type KeyedStorage } from './session-memory.ts';

/** What the adapter needs from the place it runs in. */
export interface HttpParts {
  /** Before every path: `https://returns.example.org`, or nothing when the endpoint served the page itself. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  /** The present instant, to know when the session has run out. */
  readonly now: () => Instant;
  /** The tab's storage, so that a reloaded pane is still signed in; its failing is no failure. */
  readonly storage?: KeyedStorage | undefined;
  /** Before storage keys, where several documents share one storage. */
  readonly partition?: string | undefined;
  /** Milliseconds until an answer is given up; 20,000 when not given. */
  readonly patience?: number;
}

/**
 * The collection endpoint over HTTP: the only place that calls `fetch`. Answers are checked against the wire's shapes
 * by interpretation, because the pane's content security policy forbids compiled checks.
 */
export const httpCollectionApi = (parts: HttpParts): CollectionApi => {
  const memory = sessionMemory(parts.storage, parts.partition);
  const session = () => {
    const held = memory.get();
    return held && held.expires > parts.now() ? held : undefined;
  };

  const call: Call = async (method, path, answer, body, how = {}) => {
    const token = session()?.token;
    if (token === undefined) return failed(refusal('session-expired'));
    const result = await exchange({ ...parts, ...how }, method, path, answer, body, token);
    if (!result.ok && result.failure.kind === 'problem' && result.failure.problem.code === 'session-expired') {
      // A slow refusal of an old token must not throw away the newer one.
      if (memory.get()?.token === token) memory.forget();
    }
    return result;
  };

  return {
    async signIn(code) {
      const result = await exchange(parts, 'POST', paths.session, SignInAnswer, { code }, undefined);
      if (!result.ok) return result;
      memory.keep(result.value);
      return ok(result.value.person);
    },
    person: () => session()?.person,
    signOut() {
      const token = session()?.token;
      memory.forget();
      // The token runs out by itself; that the server forgets it at once is welcome, not needed.
      if (token !== undefined) void exchange(parts, 'DELETE', paths.session, Type.Unknown(), undefined, token);
    },
    async rounds() {
      const result = await call('GET', paths.rounds, RoundsAnswer);
      return result.ok ? ok(result.value.rounds) : result;
    },
    returns: () => everyPage(call, paths.returns, ReturnsAnswer, ({ returns }) => returns),
    instrument: (reference) => call('GET', paths.instrument(reference), Type.Unknown()),
    return: (round, owner) => call('GET', paths.return(round, owner), ReturnAnswer),
    circumstances: (round, owner) => call('GET', paths.circumstances(round, owner), CircumstancesAnswer),
    revision: (round, owner, number) => call('GET', paths.revision(round, owner, number), WireRevision),
    submit: (round, owner, request) => call('POST', paths.revisions(round, owner), WireReceipt, request),
    submitTally: (round, owner, request) => call('POST', paths.tallies(round, owner), WireReceipt, request),
    ask: (round, owner, request) => call('POST', paths.questions(round, owner), WireQuestion, request),
    settle: (round, owner, question) => call('POST', paths.settled(round, owner, question), WireQuestion, {}),
    remark: (round, owner, question, request) =>
      call('POST', paths.remarks(round, owner, question), WireQuestion, request),
    assign: (round, owner, question, name) =>
      call('PUT', paths.assignee(round, owner, question), WireQuestion, { name }),
    start: (round, owner) => call('PUT', paths.started(round, owner), WireReturnLine),
    withdraw: (round, owner, reason) => call('POST', paths.withdrawal(round, owner), WireReturnLine, { reason }),
    reopen: (round, owner, reason) => call('POST', paths.reopening(round, owner), WireReturnLine, { reason }),
    openRound: (request) => call('POST', paths.rounds, WireRound, request),
    changeRound: (round, request) => call('PATCH', paths.round(round), WireRound, request),
    accept: (round, owner, revision) => call('PUT', paths.acceptance(round, owner), WireReturnLine, { revision }),
    tally: (round, of = {}) => call('GET', paths.tally(round) + asked({ ...of }), TallyAnswer),
    consolidated: (round, of = {}) =>
      call('GET', paths.consolidated(round) + asked({ ...of }), ConsolidatedAnswer, undefined, {
        patience: 60_000,
      }),
    programme: httpProgrammeApi(call),
  };
};

const refusal = (code: ProblemCode): ApiFailure => ({
  kind: 'problem',
  problem: { type: 'about:blank', title: code, status: problemCodes[code], code },
});

/** One request and its answer, checked. Nothing is thrown: no answer at all is `offline`. */
const exchange = async <S extends TSchema>(
  { base, fetch, patience = 20_000, key }: HttpParts & CallHow,
  method: Method,
  path: string,
  shape: S,
  body: unknown,
  token: string | undefined,
): Promise<Result<Static<S>, ApiFailure>> => {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), patience);
  let status: number;
  let answer: unknown;
  try {
    const response = await fetch(base + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': body instanceof Blob ? 'text/csv' : 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      credentials: 'omit',
      cache: 'no-store',
      signal: impatience.signal,
    });
    status = response.status;
    const text = await response.text();
    answer = response.headers.get('content-type')?.startsWith('text/') ? text : parsed(text);
  } catch {
    return failed({ kind: 'offline' });
  } finally {
    clearTimeout(timer);
  }
  if (status >= 200 && status < 300 && Value.Check(shape, answer)) return ok(answer as Static<S>);
  if (status >= 400 && Value.Check(Problem, answer)) return failed({ kind: 'problem', problem: answer });
  return failed({ kind: 'not-understood', status });
};

/** JSON, or `undefined` for anything else. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
