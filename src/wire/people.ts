import { Type, type Static } from 'typebox';

/** People and their access codes, as the project team sees and changes them. Every object is closed. */
const closed = { additionalProperties: false } as const;

const Id = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' });
const Instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$' });
/** One line of text with at least one sign that shows. */
const Name = Type.String({
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f][^\\u0000-\\u001f]*$',
});
const Schools = Type.Array(Id(20), { maxItems: 5000 });

/** What lists say of an access code. The code itself is answered once, when it is made. */
export const WireCode = Type.Object(
  {
    id: Id(40),
    /** Absent for codes made before it was written down. */
    made: Type.Optional(Instant),
    /** From then on it lets nobody in; absent when it holds until it is revoked. */
    expires: Type.Optional(Instant),
    lastUsed: Type.Optional(Instant),
    revoked: Type.Optional(Instant),
    /** Used up by the first sign-in. */
    once: Type.Boolean(),
    /** Whether it lets its person in now, by the server's clock. */
    holds: Type.Boolean(),
  },
  closed,
);
export type WireCode = Static<typeof WireCode>;

export const WireMember = Type.Object(
  {
    id: Id(40),
    role: Type.Union([Type.Literal('school'), Type.Literal('mentor'), Type.Literal('project-team')]),
    name: Type.String(),
    /** The owner this person fills returns for; absent for the project team. */
    owner: Type.Optional(Id(20)),
    /** The schools a mentor looks after; absent for others. */
    schools: Type.Optional(Type.Array(Type.Object({ owner: Id(20), name: Type.String() }, closed))),
    /** Since when she has nothing to do with the programme any more. */
    ended: Type.Optional(Instant),
    codes: Type.Array(WireCode),
  },
  closed,
);
export type WireMember = Static<typeof WireMember>;

/** Which page; `after` is the id of the last person of the page before. */
export const PeopleQuery = Type.Object(
  {
    after: Type.Optional(Id(40)),
    /** People a page, 1 to 1000; 500 when not given. */
    limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]{0,2}|1000)$' })),
  },
  closed,
);

export const PeopleAnswer = Type.Object(
  {
    people: Type.Array(WireMember),
    /** What to ask for as `after` to see the next page; absent on the last one. */
    next: Type.Optional(Id(40)),
  },
  closed,
);
export type PeopleAnswer = Static<typeof PeopleAnswer>;

/** Somebody new. A mentor's own owner is made with her. */
export const AddPersonRequest = Type.Union([
  Type.Object({ role: Type.Literal('school'), name: Name, owner: Id(20) }, closed),
  Type.Object({ role: Type.Literal('mentor'), name: Name, schools: Schools }, closed),
  Type.Object({ role: Type.Literal('project-team'), name: Name }, closed),
]);
export type AddPersonRequest = Static<typeof AddPersonRequest>;

export const RenameRequest = Type.Object({ name: Name }, closed);
export type RenameRequest = Static<typeof RenameRequest>;

/** All the schools that a mentor looks after from now on. */
export const SchoolsRequest = Type.Object({ schools: Schools }, closed);
export type SchoolsRequest = Static<typeof SchoolsRequest>;

export const MakeCodeRequest = Type.Object(
  { expires: Type.Optional(Instant), once: Type.Optional(Type.Boolean()) },
  closed,
);
export type MakeCodeRequest = Static<typeof MakeCodeRequest>;

/** A code in plain, this once, with what lists will say of it. */
export const MadeCode = Type.Object({ code: Type.String(), about: WireCode }, closed);
export type MadeCode = Static<typeof MadeCode>;
