import type { FastifyRequest } from 'fastify';
import { ownerId } from '#core/ids.ts';
import { ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import {
  AddPersonRequest,
  PeopleAnswer,
  PeopleQuery,
  RenameRequest,
  SchoolsRequest,
  WireMember,
} from '#wire/people.ts';
import type { Person } from '../store/people.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireMember } from './as-wire.ts';
import { IfMatch, unchangedSince } from './changed-since.ts';
import { IdempotencyKey, madeOnce } from './made-once.ts';
import { newId } from './new-id.ts';
import { addPerson, endPerson, endSessions, lookAfter, personOf, renamePerson, type Act } from './people-acts.ts';
import { pageLength } from './paging.ts';
import { PersonPlace } from './places.ts';
import { refuse, type AnyReply, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** Who takes part: the project team lists, adds and changes people, and ends them. */
export const peopleRoutes = (app: App, { store, world }: Given): void => {
  app.get(
    paths.people,
    {
      schema: {
        summary: 'Everybody, with their access codes, in pages',
        description: 'In the order of names; at most `limit` people (500 when not given).',
        querystring: PeopleQuery,
        response: { 200: PeopleAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const now = world.now();
      const { after, limit } = request.query;
      const most = pageLength(limit);
      return await store.read(async ({ people, codes }) => {
        // One more than is shown tells whether there is a next page.
        const found = await people.page(most + 1, after);
        const shown = found.slice(0, most);
        const theirs = await codes.byPerson(shown.map(({ id }) => id));
        const last = shown.at(-1);
        return {
          people: shown.map((one) => wireMember(one, theirs.get(one.id) ?? [], now)),
          ...(found.length > most && last ? { next: last.id } : {}),
        };
      });
    },
  );

  app.get(
    paths.person(':person'),
    { schema: { summary: 'One person, with her access codes', params: PersonPlace, response: { 200: WireMember } } },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const at = world.now();
      const member = await store.read(async (records) => {
        const person = await records.people.one(request.params.person);
        return person && (await memberOf(records, person, { at }));
      });
      return member ?? refuse(reply, 'not-found');
    },
  );

  app.post(
    paths.people,
    {
      schema: {
        summary: 'Add somebody',
        description:
          '201 the first time; 200 with her as she stands when it is sent again with the same Idempotency-Key.',
        headers: IdempotencyKey,
        body: AddPersonRequest,
        response: { 200: WireMember, 201: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const asked = request.body;
      const id = `P-${newId(world)}`;
      const mentorOwner = ownerId(`M-${newId(world)}`);
      const outcome = await store.write(async (records) => {
        const act = { by, at: world.now() };
        const done = await madeOnce(records, act, request, id, {
          first: () => addPerson(records, act, { id, mentorOwner, asked }),
          again: (before) => personOf(records, before),
        });
        return done.ok ? ok({ ...done.value, made: await memberOf(records, done.value.made, act) }) : done;
      });
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return reply.code(outcome.value.status).send(outcome.value.made);
    },
  );

  app.put(
    paths.personName(':person'),
    {
      schema: {
        summary: 'Rename somebody',
        params: PersonPlace,
        headers: IfMatch,
        body: RenameRequest,
        response: { 200: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(request, reply, by, (records, act) =>
        renamePerson(records, act, request.params.person, request.body.name),
      );
    },
  );

  app.put(
    paths.personSchools(':person'),
    {
      schema: {
        summary: 'Say which schools a mentor looks after',
        params: PersonPlace,
        headers: IfMatch,
        body: SchoolsRequest,
        response: { 200: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(request, reply, by, (records, act) =>
        lookAfter(records, act, request.params.person, request.body.schools),
      );
    },
  );

  app.put(
    paths.personEnded(':person'),
    {
      schema: {
        summary: 'End somebody',
        description: 'Her codes and sessions let her in no more, at once. What she did stays.',
        params: PersonPlace,
        headers: IfMatch,
        response: { 200: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(request, reply, by, (records, act) => endPerson(records, act, request.params.person));
    },
  );

  app.delete(
    paths.personSessions(':person'),
    { schema: { summary: 'Sign somebody out everywhere', params: PersonPlace, response: { 200: WireMember } } },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(request, reply, by, (records, act) => endSessions(records, act, request.params.person));
    },
  );

  /** Does one act in a transaction and answers the person as she then stands. */
  const change = async (
    request: Pick<FastifyRequest, 'headers'> & { readonly params: { readonly person: string } },
    reply: AnyReply,
    by: Person,
    work: (records: Records, act: Act) => Promise<Result<Person, Refusal>>,
  ) => {
    const outcome = await store.write(async (records) => {
      const act = { by, at: world.now() };
      const before = await records.people.one(request.params.person);
      const unchanged = unchangedSince(request, before && (await memberOf(records, before, act)));
      if (before && !unchanged.ok) return unchanged;
      const done = await work(records, act);
      return done.ok ? { ok: true as const, value: await memberOf(records, done.value, act) } : done;
    });
    if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
    return reply.send(outcome.value);
  };
};

/** Somebody with her codes, after an act. */
export const memberOf = async (
  { codes }: Pick<Records, 'codes'>,
  person: Person,
  { at }: Pick<Act, 'at'>,
): Promise<WireMember> => wireMember(person, await codes.all(person.id), at);
