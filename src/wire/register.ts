import { Type, type Static } from 'typebox';
import { schoolStatuses } from '#core/register/school.ts';

/** What travels about the register of schools. Every object is closed; `null` says that there is none. */
const closed = { additionalProperties: false } as const;

export const Urn = Type.String({ pattern: '^[0-9]{6}$' });
const MentorId = Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' });
/** No NUL, which databases cut off at or refuse; and not only spaces. */
const Text = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const orNone = <T extends ReturnType<typeof Type.String>>(type: T) => Type.Union([type, Type.Null()]);
const Status = Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('proposed')]);
type Status = Static<typeof Status>;
// The wire's words are the core's.
schoolStatuses satisfies readonly Status[];

export const WireSchool = Type.Object(
  {
    urn: Urn,
    name: Text(200),
    /** Such as `201/3614`. */
    laestab: orNone(Type.String({ pattern: '^[0-9]{3}/[0-9]{4}$' })),
    status: Status,
    opened: orNone(Day),
    closed: orNone(Day),
    phase: orNone(Text(80)),
    localAuthority: orNone(Text(120)),
    region: orNone(Text(80)),
    postcode: orNone(Text(20)),
    specialism: orNone(Text(120)),
    enlisted: Type.Boolean(),
    /** Owner id of the mentor who looks after it; where several do, the first by id: the people say which schools each has. */
    mentor: orNone(MentorId),
  },
  closed,
);
export type WireSchool = Static<typeof WireSchool>;

/** Which schools, in the order of names; `after` is the URN of the last one of the page before. */
export const RegisterQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 100, pattern: '^[^\\u0000]*$' })),
    enlisted: Type.Optional(Type.Union([Type.Literal('yes'), Type.Literal('no')])),
    /** An owner id, or `none` for schools that nobody looks after. */
    mentor: Type.Optional(MentorId),
    status: Type.Optional(Status),
    after: Type.Optional(Urn),
    /** Schools a page, 1 to 200; 50 when not given. */
    limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|1[0-9]{2}|200)$' })),
  },
  closed,
);
export type RegisterQuery = Static<typeof RegisterQuery>;

export const RegisterAnswer = Type.Object(
  {
    schools: Type.Array(WireSchool),
    /** How many there are on all pages. */
    total: Type.Integer({ minimum: 0 }),
    /** What to ask for as `after` to see the next page; absent on the last one. */
    next: Type.Optional(Urn),
  },
  closed,
);
export type RegisterAnswer = Static<typeof RegisterAnswer>;

/** A school that took the place of another, or whose place was taken; `status` absent when the register does not have it. */
const WireLinkedSchool = Type.Object(
  { urn: Urn, name: orNone(Text(200)), status: Type.Optional(Status), since: orNone(Day) },
  closed,
);
export type WireLinkedSchool = Static<typeof WireLinkedSchool>;

export const SchoolAnswer = Type.Object(
  { school: WireSchool, successors: Type.Array(WireLinkedSchool), predecessors: Type.Array(WireLinkedSchool) },
  closed,
);
export type SchoolAnswer = Static<typeof SchoolAnswer>;

/** A school added by hand: what is left out is not known. It is open, and takes part only if it is said. */
export const NewSchoolRequest = Type.Object(
  { urn: Urn, name: Text(200), ...Type.Partial(Type.Omit(WireSchool, ['urn', 'name'])).properties },
  closed,
);
export type NewSchoolRequest = Static<typeof NewSchoolRequest>;

/** What the programme says of a school; what is left out stays. It may close one before the government's list does. */
export const SchoolChangeRequest = Type.Partial(
  Type.Pick(WireSchool, ['enlisted', 'mentor', 'specialism', 'region', 'status', 'closed']),
  closed,
);
export type SchoolChangeRequest = Static<typeof SchoolChangeRequest>;

const Count = Type.Integer({ minimum: 0 });
const FieldValue = Type.Union([Type.String(), Type.Boolean(), Type.Null()]);

/** What importing a file did, or would do. */
export const ImportAnswer = Type.Object(
  {
    kind: Type.Union([Type.Literal('gias'), Type.Literal('list'), Type.Literal('links')]),
    /** Schools, or of a links file successions. */
    counts: Type.Object({ new: Count, changed: Count, closed: Count, reopened: Count, unchanged: Count }, closed),
    /** Rows that were not taken; `problems` says why. */
    refused: Count,
    /** Of a links file: rows that say nothing about a school of the register. */
    passedOver: Count,
    /** The first hundred of each kind, by URN. */
    changes: Type.Array(
      Type.Object(
        {
          kind: Type.Union([
            Type.Literal('new'),
            Type.Literal('changed'),
            Type.Literal('closed'),
            Type.Literal('reopened'),
          ]),
          urn: Urn,
          name: Type.String(),
          fields: Type.Array(Type.Object({ field: Type.String(), from: FieldValue, to: FieldValue }, closed)),
        },
        closed,
      ),
    ),
    /** The first thousand, by row; rows count from 1, as in a spreadsheet. */
    problems: Type.Array(
      Type.Object({ row: Count, column: Type.String(), fault: Type.String(), value: Type.String() }, closed),
    ),
  },
  closed,
);
export type ImportAnswer = Static<typeof ImportAnswer>;
