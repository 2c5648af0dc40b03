import type { OwnerId } from '../ids.ts';

/** `proposed`: it is to open. A school that is proposed to close is still open. */
export const schoolStatuses = ['open', 'closed', 'proposed'] as const;
export type SchoolStatus = (typeof schoolStatuses)[number];

/** A school as the register knows it; `null` where it has none, or nobody said. Days are ISO days, such as 2008-09-01. */
export interface School {
  /** Six digits, as text. Names are not unique, URNs are; a closed school keeps its own. */
  readonly urn: OwnerId;
  readonly name: string;
  /** Local authority and establishment number, such as `201/3614`. */
  readonly laestab: string | null;
  readonly status: SchoolStatus;
  readonly opened: string | null;
  readonly closed: string | null;
  readonly phase: string | null;
  readonly localAuthority: string | null;
  readonly region: string | null;
  readonly postcode: string | null;
  /** What follows is the programme's own: no file of the government's changes it. */
  readonly specialism: string | null;
  /** Whether it takes part. */
  readonly enlisted: boolean;
  /** The owner id of the mentor who looks after it. */
  readonly mentor: OwnerId | null;
}

export type SchoolField = Exclude<keyof School, 'urn'>;

/** All that can change of a school, in the order in which changes are told. */
export const schoolFields = [
  'name',
  'laestab',
  'status',
  'opened',
  'closed',
  'phase',
  'localAuthority',
  'region',
  'postcode',
  'specialism',
  'enlisted',
  'mentor',
] as const satisfies readonly SchoolField[];

/** How many characters each text may have at most. */
export const mostCharacters = {
  name: 200,
  phase: 80,
  localAuthority: 120,
  region: 80,
  postcode: 20,
  specialism: 120,
} as const satisfies Partial<Record<SchoolField, number>>;

/** What somebody says of a school: what is left out stays as it is known, `null` says that there is none. */
export type SchoolSays = Partial<Omit<School, 'urn'>>;

/** A school of which only this is known: open, and not part of the programme, unless it is said otherwise. */
export const newSchool = (urn: OwnerId, name: string, says: SchoolSays = {}): School => ({
  laestab: null,
  status: 'open',
  opened: null,
  closed: null,
  phase: null,
  localAuthority: null,
  region: null,
  postcode: null,
  specialism: null,
  enlisted: false,
  mentor: null,
  ...says,
  urn,
  name,
});
