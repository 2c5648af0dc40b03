import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import type { AddPersonRequest, MadeCode, PeopleAnswer, WireMember } from '#wire/people.ts';
import type { Problem } from '#wire/problems.ts';
import { readCodesArgs, type Asked, type Whose } from './codes-args.ts';
import { codeRefusalWords, codeText, memberLines } from './codes-words.ts';
import { withEndpoint } from './with-data.ts';

/**
 * `stem-returns codes list|make|revoke`: people and their access codes, for whoever holds the data. Answers the exit
 * code; the failure is a line for the person.
 */
export const codes = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readCodesArgs(args);
  if (!asked.ok) return asked;
  return await withEndpoint(async ({ fetch }) => {
    const printed = await answer(asked.value, askBy(fetch));
    if (!printed.ok) return printed;
    console.log(printed.value);
    return ok(0);
  });
};

type Ask = <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Result<T, string>>;

/** Calls the endpoint; a refusal becomes a line. */
const askBy =
  (fetch: typeof globalThis.fetch): Ask =>
  async <T>(method: string, path: string, body?: object) => {
    const sent = body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
    const response = await fetch(path, { method, ...sent });
    const said: unknown = await response.json();
    return response.ok ? ok(said as T) : failed(codeRefusalWords(said as Problem));
  };

/** The people of all pages. */
const everybody = async (ask: Ask): Promise<Result<readonly WireMember[], string>> => {
  const people: WireMember[] = [];
  for (let after = ''; ;) {
    const page = await ask<PeopleAnswer>('GET', `${paths.people}${after}`);
    if (!page.ok) return page;
    people.push(...page.value.people);
    if (page.value.next === undefined) return ok(people);
    after = `?after=${page.value.next}`;
  }
};

/** Does what is asked for and answers what to print. */
const answer = async (asked: Asked, ask: Ask): Promise<Result<string, string>> => {
  const listed = await everybody(ask);
  if (!listed.ok) return listed;
  const people = listed.value;
  switch (asked.act) {
    case 'list':
      return ok(asked.json ? JSON.stringify(people, undefined, 2) : memberLines(people));
    case 'make':
      return await make(asked, people, ask);
    case 'revoke': {
      const whose = people.find(({ codes: hers }) => hers.some(({ id }) => id === asked.code));
      if (!whose) return failed(`There is no code with the id "${asked.code}". See: stem-returns codes list`);
      const revoked = await ask<WireMember>('PUT', paths.codeRevoked(whose.id, asked.code));
      if (!revoked.ok) return revoked;
      return ok(asked.json ? JSON.stringify(revoked.value, undefined, 2) : `${asked.code} of ${whose.name}: revoked`);
    }
  }
};

const make = async (
  { whose, expires, json }: Extract<Asked, { act: 'make' }>,
  people: readonly WireMember[],
  ask: Ask,
): Promise<Result<string, string>> => {
  const person = await personOf(whose, people, ask);
  if (!person.ok) return person;
  const made = await ask<MadeCode>(
    'POST',
    paths.personCodes(person.value.id),
    expires === undefined ? {} : { expires },
  );
  if (!made.ok) return made;
  return ok(
    json
      ? JSON.stringify({ person: person.value.id, ...made.value }, undefined, 2)
      : codeText(made.value, person.value),
  );
};

/** Who is meant: somebody by her id or by role, place and name; somebody new where there is nobody like that. */
const personOf = async (
  whose: Whose,
  people: readonly WireMember[],
  ask: Ask,
): Promise<Result<WireMember, string>> => {
  if ('person' in whose) {
    const found = people.find(({ id }) => id === whose.person);
    return found ? ok(found) : failed(`There is nobody with the id "${whose.person}". See: stem-returns codes list`);
  }
  const owner = whose.role === 'school' ? whose.school : undefined;
  const found = people.find(
    ({ role, name, ended, ...one }) =>
      ended === undefined &&
      role === whose.role &&
      name === whose.name &&
      (owner === undefined || one.owner === owner),
  );
  if (found) return ok(found);
  const { name } = whose;
  const request: AddPersonRequest =
    whose.role === 'school'
      ? { role: 'school', name, owner: whose.school }
      : whose.role === 'mentor'
        ? { role: 'mentor', name, schools: [] }
        : { role: 'project-team', name };
  return await ask<WireMember>('POST', paths.people, request);
};
