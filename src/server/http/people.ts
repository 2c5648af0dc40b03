import { ownerId } from '#core/ids.ts';
import type { Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import { AddPersonRequest, PeopleAnswer, RenameRequest, SchoolsRequest, WireMember } from '#wire/people.ts';
import type { Person } from '../store/people.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireMember } from './as-wire.ts';
import { newId } from './new-id.ts';
import { addPerson, endPerson, endSessions, lookAfter, renamePerson, type Act } from './people-acts.ts';
import { PersonPlace } from './places.ts';
import { refuse, type AnyReply, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** Who takes part: the project team lists, adds and changes people, and ends them. */
export const peopleRoutes = (app: App, { store, world }: Given): void => {
  app.get(
    paths.people,
    { schema: { summary: 'Everybody, with their access codes', response: { 200: PeopleAnswer } } },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const now = world.now();
      return await store.read(async ({ people, codes }) => {
        const every = await codes.all();
        const byPerson = new Map<string, (typeof every)[number][]>();
        for (const code of every) byPerson.set(code.person, [...(byPerson.get(code.person) ?? []), code]);
        const members = (await people.all()).map((one) => wireMember(one, byPerson.get(one.id) ?? [], now));
        return { people: members };
      });
    },
  );

  app.post(
    paths.people,
    { schema: { summary: 'Add somebody', body: AddPersonRequest, response: { 201: WireMember } } },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const asked = request.body;
      const id = `P-${newId(world)}`;
      const mentorOwner = ownerId(`M-${newId(world)}`);
      return await change(reply, 201, { by, at: world.now() }, (records, act) =>
        addPerson(records, act, { id, mentorOwner, asked }),
      );
    },
  );

  app.put(
    paths.personName(':person'),
    {
      schema: { summary: 'Rename somebody', params: PersonPlace, body: RenameRequest, response: { 200: WireMember } },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(reply, 200, { by, at: world.now() }, (records, act) =>
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
        body: SchoolsRequest,
        response: { 200: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(reply, 200, { by, at: world.now() }, (records, act) =>
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
        response: { 200: WireMember },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(reply, 200, { by, at: world.now() }, (records, act) =>
        endPerson(records, act, request.params.person),
      );
    },
  );

  app.delete(
    paths.personSessions(':person'),
    { schema: { summary: 'Sign somebody out everywhere', params: PersonPlace, response: { 200: WireMember } } },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      return await change(reply, 200, { by, at: world.now() }, (records, act) =>
        endSessions(records, act, request.params.person),
      );
    },
  );

  /** Does one act in a transaction and answers the person as she then stands. */
  const change = async (
    reply: AnyReply,
    status: 200 | 201,
    act: Act,
    work: (records: Records, act: Act) => Promise<Result<Person, Refusal>>,
  ) => {
    const outcome = await store.write(async (records) => {
      const done = await work(records, act);
      return done.ok ? { ok: true as const, value: await memberOf(records, done.value, act) } : done;
    });
    if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
    return reply.code(status).send(outcome.value);
  };
};

/** Somebody with her codes, after an act. */
export const memberOf = async ({ codes }: Records, person: Person, { at }: Act): Promise<WireMember> =>
  wireMember(person, await codes.all(person.id), at);
