import { ownerId, type Instant, type OwnerId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { AddPersonRequest } from '#wire/people.ts';
import { programmeLog } from '../store/audit.ts';
import type { Code } from '../store/codes.ts';
import type { Person } from '../store/people.ts';
import type { Records } from '../store/store.ts';
import { setUpPerson } from '../store/set-up.ts';
import { waysIn } from '../store/ways-in.ts';
import type { Refusal } from './problems.ts';

/** Who does something, and when. */
export interface Act {
  readonly by: Person;
  readonly at: Instant;
}

/** Adds somebody. `id` and `mentorOwner` are new: the latter becomes the owner of a mentor's own returns. */
export const addPerson = async (
  { people, audit }: Records,
  act: Act,
  { id, mentorOwner, asked }: { id: string; mentorOwner: OwnerId; asked: AddPersonRequest },
): Promise<Result<Person, Refusal>> => {
  const { role, name } = asked;
  const wanted = role === 'school' ? [asked.owner] : role === 'mentor' ? asked.schools : [];
  const schools = await schoolsOf({ people }, wanted);
  if (!schools.ok) return failed(misplaced(role === 'school' ? '/owner' : `/schools/${schools.failure}`));
  const owner = role === 'school' ? ownerId(asked.owner) : role === 'mentor' ? mentorOwner : undefined;
  const theirs = role === 'mentor' ? schools.value : [];
  await people.add({ id, role, name: name.trim(), owner, schools: theirs }, act.at);
  const about = { person: id, role, ...rightsOf(asked.role, owner, schools.value) };
  await audit.note({ ...act, log: programmeLog, act: 'add-person', about });
  if (role === 'mentor') await noteMentor(audit, act, mentorOwner, [], schools.value);
  return found(await people.one(id));
};

/** Somebody who is there. */
export const personOf = async ({ people }: Records, id: string): Promise<Result<Person, Refusal>> =>
  found(await people.one(id));

export const renamePerson = async (
  { people, audit }: Records,
  act: Act,
  id: string,
  name: string,
): Promise<Result<Person, Refusal>> => {
  const person = await people.one(id);
  if (!person) return failed({ code: 'not-found' });
  await people.rename(person, name.trim(), act.at);
  await audit.note({ ...act, log: programmeLog, act: 'rename-person', about: { person: id } });
  return found(await people.one(id));
};

/** Says which schools a mentor looks after, from now on. */
export const lookAfter = async (
  { people, audit }: Records,
  act: Act,
  id: string,
  wanted: readonly string[],
): Promise<Result<Person, Refusal>> => {
  const person = await people.one(id);
  if (person?.role !== 'mentor' || !person.owner) return failed({ code: 'not-found' });
  const schools = await schoolsOf({ people }, wanted);
  if (!schools.ok) return failed(misplaced(`/schools/${schools.failure}`));
  await people.lookAfter(
    person.owner,
    schools.value.map(({ owner }) => owner),
    act.at,
  );
  const about = { person: id, ...rightsOf('mentor', person.owner, schools.value) };
  await audit.note({ ...act, log: programmeLog, act: 'look-after', about });
  await noteMentor(audit, act, person.owner, person.schools, schools.value);
  return found(await people.one(id));
};

/** Ends somebody: from now on neither her codes nor her sessions let her in. What she did stays. */
export const endPerson = async (records: Records, act: Act, id: string): Promise<Result<Person, Refusal>> => {
  const person = await records.people.one(id);
  if (!person) return failed({ code: 'not-found' });
  if (person.endedAt !== undefined) return ok(person);
  if (await wouldShutOut(records, act.at, (code) => code.person === id)) return failed({ code: 'last-way-in' });
  await records.people.end(id, act.at);
  await records.sessions.endAllOf(id);
  await records.audit.note({ ...act, log: programmeLog, act: 'end-person', about: { person: id } });
  return found(await records.people.one(id));
};

/** Signs somebody out everywhere; her codes let her in again. */
export const endSessions = async (
  { people, sessions, audit }: Records,
  act: Act,
  id: string,
): Promise<Result<Person, Refusal>> => {
  const person = await people.one(id);
  if (!person) return failed({ code: 'not-found' });
  await sessions.endAllOf(id);
  await audit.note({ ...act, log: programmeLog, act: 'end-sessions', about: { person: id } });
  return ok(person);
};

/** Keeps a new code of somebody. When she is the first real one of the project team, codes for setting up are void. */
export const makeCode = async (
  records: Records,
  act: Act,
  { text, ...code }: { text: string; id: string; person: string; expires: Instant | undefined; once: boolean },
): Promise<Result<{ readonly person: Person; readonly code: Code }, Refusal>> => {
  const person = await records.people.one(code.person);
  if (!person) return failed({ code: 'not-found' });
  if (person.endedAt !== undefined) return failed({ code: 'person-ended' });
  const { at } = act;
  await records.codes.add(text, { ...code, madeAt: at });
  const about = { person: person.id, code: code.id };
  await records.audit.note({ ...act, log: programmeLog, act: 'make-code', about });
  if (person.role === 'project-team' && !code.once) {
    for (const old of await records.codes.all(setUpPerson))
      if (old.once && old.revokedAt === undefined) await records.codes.revoke(old, at);
  }
  return ok({ person, code: { ...code, madeAt: at, revokedAt: undefined, lastUsedAt: undefined } });
};

/**
 * A code that was made before and may never have been seen by anybody, since its answer was lost: it gets another text,
 * and the one before is worth nothing. A code that somebody signed in with, or that was revoked, is left as it is.
 */
export const renewCode = async (
  records: Records,
  act: Act,
  { text, id, person }: { text: string; id: string; person: string },
): Promise<Result<{ readonly person: Person; readonly code: Code }, Refusal>> => {
  const owner = await records.people.one(person);
  const code = await records.codes.one(person, id);
  if (!owner || !code) return failed({ code: 'not-found' });
  if (owner.endedAt !== undefined) return failed({ code: 'person-ended' });
  if (code.lastUsedAt !== undefined || code.revokedAt !== undefined) return failed({ code: 'key-reused' });
  await records.codes.rewrite(code, text);
  await records.audit.note({ ...act, log: programmeLog, act: 'make-code', about: { person, code: id } });
  return ok({ person: owner, code });
};

/** Revokes a code, and ends the sessions that it began. */
export const revokeCode = async (
  records: Records,
  act: Act,
  { person, id }: { person: string; id: string },
): Promise<Result<Person, Refusal>> => {
  const owner = await records.people.one(person);
  const code = await records.codes.one(person, id);
  if (!owner || !code) return failed({ code: 'not-found' });
  if (code.revokedAt !== undefined) return ok(owner);
  if (await wouldShutOut(records, act.at, (other) => other.person === person && other.id === id))
    return failed({ code: 'last-way-in' });
  await records.codes.revoke(code, act.at);
  await records.sessions.endThoseOf(code);
  await records.audit.note({ ...act, log: programmeLog, act: 'revoke-code', about: { person, code: id } });
  return ok(owner);
};

/** Whose rows somebody may see from now on, as ids for the log of acts. */
const rightsOf = (
  role: Person['role'],
  owner: OwnerId | undefined,
  schools: Person['schools'],
): Readonly<Record<string, string>> => {
  if (!owner) return {};
  return role === 'school'
    ? { school: owner }
    : { mentor: owner, schools: schools.map((school) => school.owner).join(',') };
};

/** Writes into the logs of the schools themselves which of them a mentor looks after now and did not before, or no more. */
const noteMentor = async (
  audit: Records['audit'],
  act: Act,
  mentor: OwnerId,
  before: Person['schools'],
  now: Person['schools'],
): Promise<void> => {
  const [had, has] = [before, now].map((schools) => new Set(schools.map(({ owner }) => owner)));
  const told = (log: OwnerId, what: string) => ({ ...act, log, act: 'look-after', about: { [what]: mentor } });
  await audit.noteAll([
    ...[...(has ?? [])].filter((owner) => !had?.has(owner)).map((owner) => told(owner, 'mentor-added')),
    ...[...(had ?? [])].filter((owner) => !has?.has(owner)).map((owner) => told(owner, 'mentor-gone')),
  ]);
};

/** Whether without these codes nobody of the project team could sign in any more who can now. */
const wouldShutOut = async ({ codes }: Records, now: Instant, goes: (code: Code) => boolean): Promise<boolean> => {
  const ways = waysIn(await codes.ofProjectTeam(), now);
  return ways.length > 0 && ways.every(goes);
};

/** The schools of these ids; else the place of the first that is none. */
const schoolsOf = async (
  { people }: Pick<Records, 'people'>,
  wanted: readonly string[],
): Promise<Result<Person['schools'], number>> => {
  const schools: { owner: OwnerId; name: string }[] = [];
  for (const [at, id] of wanted.entries()) {
    const owner = await people.owner(ownerId(id));
    if (owner?.kind !== 'school') return failed(at);
    schools.push(owner);
  }
  return ok(schools);
};

const misplaced = (detail: string): Refusal => ({ code: 'invalid-request', details: { detail } });

const found = <T>(one: T | undefined): Result<T, Refusal> =>
  one === undefined ? failed({ code: 'not-found' }) : ok(one);
