import { Type } from 'typebox';
import { ownerId, type OwnerId } from '#core/ids.ts';
import { changeOf, type SchoolChange } from '#core/register/plan-schools.ts';
import { newSchool, type School, type SchoolSays } from '#core/register/school.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import {
  NewSchoolRequest,
  RegisterAnswer,
  RegisterQuery,
  SchoolAnswer,
  SchoolChangeRequest,
  Urn,
} from '#wire/register.ts';
import { noteStanding, standingAfter } from '../register/note-standing.ts';
import { programmeLog } from '../store/audit.ts';
import type { SchoolFilter } from '../store/schools.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import type { Act } from './people-acts.ts';
import { IfMatch, unchangedSince } from './changed-since.ts';
import { pageLength } from './paging.ts';
import { refuse, type Refusal } from './problems.ts';
import { schoolAnswer } from './register-wire.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

const SchoolPlace = Type.Object({ urn: Urn });
const Asked = Type.Object({ ...AsAt.properties, ...RegisterQuery.properties }, { additionalProperties: false });

/** What as-at tells of days before entries were kept. */
const beforeKept =
  'As at a day: what the register said then, and who took part. Entries are kept since version 14 of the database; of days before, what is told is what stood when that began.';

/** The schools there are: found, added by hand, and taken into the programme or out of it. */
export const registerRoutes = (app: App, { store, world }: Given): void => {
  app.get(
    paths.register,
    {
      schema: {
        summary: 'Schools of the register, in pages',
        description: beforeKept,
        querystring: Asked,
        response: { 200: RegisterAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const { after, limit, 'as-at': _day, ...asked } = request.query;
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const most = pageLength(limit, 50);
      return store.read(async (records) => {
        const register = records.register.asAt(moment.value.before);
        const filter = filterOf(asked);
        // One more than is shown tells whether there is a next page.
        const found = await register.page(filter, most + 1, after === undefined ? undefined : ownerId(after));
        const schools = found.slice(0, most).map((school) => ({ ...school }));
        const last = schools.at(-1);
        return {
          schools,
          total: await register.count(filter),
          ...(found.length > most && last ? { next: last.urn } : {}),
        };
      });
    },
  );

  app.get(
    paths.school(':urn'),
    {
      schema: {
        summary: 'One school, with what took its place and whose place it took',
        description: beforeKept,
        params: SchoolPlace,
        querystring: AsAt,
        response: { 200: SchoolAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const answer = await store.read(async (records) => {
        const register = records.register.asAt(moment.value.before);
        const school = await register.one(ownerId(request.params.urn));
        return school && (await schoolAnswer(register, school));
      });
      return answer ?? refuse(reply, 'not-found');
    },
  );

  app.post(
    paths.register,
    {
      schema: {
        summary: 'Add a school by hand',
        description: 'Adding the very same school again changes nothing.',
        body: NewSchoolRequest,
        response: { 200: SchoolAnswer, 201: SchoolAnswer },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      if (!mayRun(person)) return refuse(reply, 'not-yours');
      const { urn, name, ...says } = request.body;
      const school = newSchool(ownerId(urn), name, says as SchoolSays);
      const added = await store.write((records) => addSchool(records, { by: person, at: world.now() }, school));
      if (!added.ok) return refuse(reply, added.failure.code, added.failure.details);
      return reply.code(added.value.isNew ? 201 : 200).send(added.value.answer);
    },
  );

  app.patch(
    paths.school(':urn'),
    {
      schema: {
        summary: 'Enlist, withdraw or close a school, and say its mentor, specialism and region',
        description: 'What is left out stays. A school that is withdrawn or closed keeps its returns.',
        params: SchoolPlace,
        headers: IfMatch,
        body: SchoolChangeRequest,
        response: { 200: SchoolAnswer },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      if (!mayRun(person)) return refuse(reply, 'not-yours');
      const urn = ownerId(request.params.urn);
      const says = request.body as SchoolSays;
      const changed = await store.write(async (records) => {
        const act = { by: person, at: world.now() };
        const known = await records.register.one(urn);
        const unchanged = unchangedSince(request, known && (await schoolAnswer(records.register, known)));
        return known && !unchanged.ok ? unchanged : changeSchool(records, act, urn, says);
      });
      return changed.ok ? changed.value : refuse(reply, changed.failure.code, changed.failure.details);
    },
  );
};

const filterOf = (asked: Omit<RegisterQuery, 'after' | 'limit'>): SchoolFilter => ({
  ...(asked.search === undefined ? {} : { search: asked.search }),
  ...(asked.enlisted === undefined ? {} : { enlisted: asked.enlisted === 'yes' }),
  ...(asked.mentor === undefined ? {} : { mentor: asked.mentor === 'none' ? null : ownerId(asked.mentor) }),
  ...(asked.status === undefined ? {} : { status: asked.status }),
});

/** The act of adding a school; the same again is no failure. */
const addSchool = async (
  { register, audit }: Records,
  act: Act,
  school: School,
): Promise<Result<{ isNew: boolean; answer: SchoolAnswer }, Refusal>> => {
  if (!(await mentorIsThere(register, school.mentor))) return failed(noMentor);
  const known = await register.one(school.urn);
  if (known && changeOf(known, school).kind !== 'unchanged') return failed({ code: 'already-there' });
  if (!known) {
    await register.put([school], act.at, school.mentor === null ? [] : [school.urn]);
    const added: SchoolChange = { kind: 'new', school, fields: [] };
    const about = { school: school.urn, ...standingAfter(added) };
    await audit.note({ ...act, log: programmeLog, act: 'add-school', about });
    await noteStanding(audit, act, [added]);
  }
  return ok({ isNew: !known, answer: await schoolAnswer(register, school) });
};

/** The act of changing what the programme says of a school. */
const changeSchool = async (
  { register, audit }: Records,
  act: Act,
  urn: OwnerId,
  says: SchoolSays,
): Promise<Result<SchoolAnswer, Refusal>> => {
  const known = await register.one(urn);
  if (!known) return failed({ code: 'not-found' });
  if (!(await mentorIsThere(register, says.mentor ?? null))) return failed(noMentor);
  const change = changeOf(known, says);
  const { kind, school, fields } = change;
  if (kind !== 'unchanged') {
    await register.put([school], act.at, known.mentor === school.mentor ? [] : [urn]);
    const changed = fields.map(({ field }) => field).sort();
    const about = { school: urn, changed: changed.join(','), ...standingAfter(change) };
    await audit.note({ ...act, log: programmeLog, act: 'change-school', about });
    await noteStanding(audit, act, [change]);
  }
  return ok(await schoolAnswer(register, school));
};

const mentorIsThere = async (register: Records['register'], mentor: OwnerId | null): Promise<boolean> =>
  mentor === null || (await register.mentors()).some(({ owner }) => owner === mentor);

const noMentor: Refusal = { code: 'invalid-request', details: { detail: 'body/mentor: there is no such mentor' } };
