import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { paths } from '#wire/paths.ts';
import { problemCodes } from '#wire/problems.ts';
import { tablesInOrder } from '../../../src/server/store/copy-tables.ts';
import { engineAt, openStore, type Place } from '../../../src/server/store/store.ts';
import type { Tables } from '../../../src/server/store/tables.ts';
import { contentOf, endpointOver, submission } from './endpoint.ts';
import { asSomebody, malformedRequests, type Document, type Malformed } from './malformed-requests.ts';
import { exchange, type Outcome } from './raw-http.ts';
import { elm, mentorRound, oak, programme, round } from './small-programme.ts';

const callers = ['nobody', 'oak', 'mentor', 'team'] as const;
type Caller = (typeof callers)[number];

/** What is there, by the names of parameters and members. Nobody among the people is one who calls: a request in order may end her. */
const known = {
  round: [round, mentorRound],
  owner: [oak, elm, 'M-1'],
  number: ['1'],
  question: ['q1'],
  person: ['P-far', 'P-ola'],
  log: [oak, 'PROGRAMME'],
  urn: [oak, elm],
  reference: [programme.rounds[0]?.instrument ?? ''],
  instrument: [programme.rounds[0]?.instrument ?? ''],
  row: ['A1'],
  field: ['stage'],
  revision: [1],
  mentor: ['M-1', null],
};

/** Kept although a request is refused: who signs in, and how often somebody could not. */
const mayChange = new Set<keyof Tables>(['about', 'sessions', 'wrong_codes']);

/**
 * An endpoint on a port of this machine, to be sent malformed requests. `isTakenWell` sends one as somebody and throws
 * what is wrong with how it was taken: an answer of 500 or more, none in time, one that is no problem document, or a
 * refusal after which the database holds something else.
 */
export const startMalformedBench = async (place: Place) => {
  const store = await openStore({ place, mode: 'real', now: '2009-06-01T12:00:00.000Z', programme });
  if (!store.ok) throw new Error('not opened');
  const backOff = { freeTries: 1e9, firstWait: 1, longestWait: 1, forgetAfter: 1 };
  const endpoint = endpointOver(store.value, { backOff });
  await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = endpoint.app.server.address() as AddressInfo;
  const document = (await endpoint.app.inject({ url: paths.openApi })).json<Document>();

  const school = await endpoint.signIn('oak');
  const content = contentOf({ A1: { stage: '1 Begun' } });
  await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
  const question = { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: 'Why?' };
  await (await endpoint.signIn('team')).post(paths.questions(round, oak), question);

  const engine = engineAt(place);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const stored = async (): Promise<string> => {
    const hash = createHash('sha256');
    for (const table of tablesInOrder.filter((name) => !mayChange.has(name))) {
      const rows: readonly object[] = await db.selectFrom(table).selectAll().execute();
      hash.update(JSON.stringify(rows.map((row) => JSON.stringify(row)).sort()));
    }
    return hash.digest('hex');
  };

  /** What a caller asked who then went away may still be done after she was refused: until nothing more comes. */
  const storedAtLast = async (): Promise<string> => {
    for (let last = await stored(); ;) {
      await pause(50);
      const now = await stored();
      if (now === last) return now;
      last = now;
    }
  };

  const tokens = {} as Record<Caller, string | undefined>;
  const signIn = async (who: Caller) => {
    tokens[who] = who === 'nobody' ? undefined : (await endpoint.signIn(who)).token;
  };
  for (const who of callers) await signIn(who);
  let before = await stored();
  const requests = malformedRequests(document, known);
  const seen = new Map<number | string, number>();

  const isTakenWell = async (who: Caller, request: Malformed): Promise<void> => {
    const outcome = await exchange(port, request.bytes, { breaksOff: request.breaksOff });
    const status = outcome.kind === 'answered' ? outcome.status : outcome.kind;
    seen.set(status, (seen.get(status) ?? 0) + 1);
    const fault = faultOf(outcome, request);
    if (fault !== undefined) throw new Error(`${fault}: ${JSON.stringify(outcome).slice(0, 2000)}`);
    const after = await (request.breaksOff ? storedAtLast() : stored());
    if (after !== before && (outcome.kind !== 'answered' || outcome.status >= 400) && !request.breaksOff)
      throw new Error(`something was stored: ${JSON.stringify(outcome)}`);
    before = after;
    if (outcome.kind === 'answered' && [200, 204, 401].includes(outcome.status) && who !== 'nobody') {
      // It may have been a request to sign out.
      const held = await endpoint.app.inject({
        url: paths.session,
        headers: { authorization: `Bearer ${tokens[who]}` },
      });
      if (held.statusCode !== 200) {
        await signIn(who);
        before = await stored();
      }
    }
  };

  return {
    /** How many were answered with which status. */
    seen,
    /** Sends so many requests, each as somebody else. */
    send: (count: number) =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...callers), requests, async (who, request) => {
          const authorization = tokens[who] === undefined ? 'X-Nobody: 1' : `Authorization: Bearer ${tokens[who]}`;
          const text = request.bytes.toString('latin1').replace(asSomebody, authorization);
          await isTakenWell(who, { ...request, bytes: Buffer.from(text, 'latin1') });
        }),
        { numRuns: count, endOnFailure: true, reporter },
      ),
    close: async () => {
      await db.destroy();
      await endpoint.close();
    },
  };
};

const reporter = (run: fc.RunDetails<[Caller, Malformed]>) => {
  if (!run.failed) return;
  const [who, request] = run.counterexample ?? [];
  const why = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
  throw new Error(
    `seed ${run.seed}, path "${run.counterexamplePath}": as ${who}, ${request?.what}\n` +
      `${request?.bytes.toString('latin1').slice(0, 3000)}\n${why}`,
  );
};

/** What is wrong with an outcome, if anything. */
const faultOf = (outcome: Outcome, { bytes, breaksOff, mustBeRefused }: Malformed): string | undefined => {
  if (outcome.kind === 'hung') return 'neither answered nor closed';
  if (outcome.kind === 'closed') return breaksOff ? undefined : 'closed without an answer';
  const { status, headers, body } = outcome;
  if (status >= 500) return 'an answer of 500 or more';
  if (status < 400) return mustBeRefused ? 'taken, although it is surely not in order' : undefined;
  if (bytes.subarray(0, 5).toString('latin1') === 'HEAD ') return undefined;
  if (headers.get('content-type') !== 'application/problem+json; charset=utf-8') return 'a refusal of another type';
  const { code, status: told } = JSON.parse(body) as { code: keyof typeof problemCodes; status: number };
  if (!(code in problemCodes) || told !== status) return 'a refusal without its word or status';
  return /node_modules|\.ts:\d|sqlite|postgres|select /i.test(body)
    ? 'a refusal that tells of our insides'
    : undefined;
};
