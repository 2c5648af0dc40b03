import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { ownerId, roundId } from '#core/ids.ts';
import { contentOf, submission } from './endpoint.ts';
import { kiteRound, pupils, tallySubmission } from './pupils.ts';
import { closedRound, codes, elm, far, instruments, mentorRound, oak, programme, round } from './small-programme.ts';

/** What a route is about, by the names of its path's parameters. */
export interface Ids {
  readonly round?: string;
  readonly owner?: string;
  readonly number?: string;
  readonly question?: string;
  readonly person?: string;
  readonly code?: string;
  readonly reference?: string;
  readonly measure?: string;
  readonly urn?: string;
  readonly log?: string;
  readonly hash?: string;
  /** Of a return that was made ready: the number of its latest revision. */
  readonly latest?: number;
}

/**
 * Who may call a route:
 * - `everybody`, signed in or not; `signed-in`: everybody else who is let in;
 * - of one return, `see`: whose it is, her mentor and the project team; `submit`: whose it is; `review`: her mentor and
 *   the project team; `withdraw`: whose it is and the project team;
 * - `chase`: mentors and the project team;
 * - `run`: the project team.
 */
export type Right = 'everybody' | 'signed-in' | 'see' | 'submit' | 'review' | 'withdraw' | 'chase' | 'run';

/** A route as the OpenAPI document names it, who may call it, and a body that is in order. */
export interface Row {
  readonly route: string;
  readonly may: Right;
  readonly body?: (ids: Ids) => object;
  /** The file that is sent instead of a body. */
  readonly csv?: string;
  /** What stands behind the path. */
  readonly query?: string;
  /** How the return must stand for this to be done; it is brought there by whose it is and the project team. */
  readonly ready?: 'submitted' | 'accepted';
  /** What it is called about, where that is not any return, round or person. */
  readonly targets?: readonly Target[];
  /** Calling it ends the caller's session. */
  readonly signsOut?: true;
}

let asked = 0;

const of = (name: string, ids: Ids): Target => ({ name, there: true, ids: { number: '1', question: 'q1', ...ids } });
const guessed = (name: string, ids: Ids): Target => ({ ...of(name, ids), there: false });

/** A round that was purged, which another purge leaves as it is; and its body. */
const purgedRounds = [
  of('a purged round', { round: closedRound }),
  guessed('a guessed round', { round: 'ZZ-999999' }),
];
export const purging = { reason: 'The project has ended.' };

/** Owners as such, whatever they returned. */
const owned = [
  ...[oak, far, 'M-1', 'M-2'].map((owner) => of(`all about ${owner}`, { owner })),
  guessed('a guessed owner', { owner: '123456' }),
];

/** Returns of a round that takes tallies only. */
const tallied = [
  ...[oak, far].map((owner) => of(`the tallies of ${owner}`, { round: kiteRound, owner })),
  guessed('a guessed owner', { round: kiteRound, owner: '123456' }),
  guessed('a mentor in a round for schools', { round: kiteRound, owner: 'M-1' }),
];

/** The table. A new route needs a row here, and a target below when its path has parameters of a new kind. */
export const rows: readonly Row[] = [
  { route: 'get /healthz', may: 'everybody' },
  { route: 'get /readyz', may: 'everybody' },
  { route: 'post /v1/session', may: 'everybody', body: () => ({ code: codes.oak }) },
  { route: 'get /v1/session', may: 'signed-in' },
  { route: 'delete /v1/session', may: 'signed-in', signsOut: true },
  { route: 'get /v1/rounds', may: 'signed-in' },
  { route: 'get /v1/returns', may: 'signed-in' },
  { route: 'get /v1/instruments', may: 'signed-in' },
  { route: 'get /v1/instruments/{reference}', may: 'signed-in' },
  { route: 'get /v1/rounds/{round}/consolidated', may: 'run' },
  { route: 'get /v1/rounds/{round}/tally', may: 'run' },
  { route: 'get /v1/rounds/{round}/export', may: 'run', query: '?format=json' },
  { route: 'get /v1/rounds/{round}/returns/{owner}', may: 'see' },
  { route: 'get /v1/rounds/{round}/returns/{owner}/circumstances', may: 'see' },
  { route: 'get /v1/rounds/{round}/returns/{owner}/revisions/{number}', may: 'see' },
  { route: 'post /v1/rounds/{round}/returns/{owner}/revisions', may: 'submit', body: (ids) => firstSubmission(ids) },
  {
    route: 'post /v1/rounds/{round}/returns/{owner}/questions',
    may: 'review',
    body: () => ({ id: `q-${(asked += 1)}`, row: 'A1', field: 'stage', revision: 1, text: 'Why?' }),
  },
  { route: 'post /v1/rounds/{round}/returns/{owner}/questions/{question}/settled', may: 'review' },
  {
    route: 'put /v1/rounds/{round}/returns/{owner}/acceptance',
    may: 'review',
    ready: 'submitted',
    body: ({ latest = 1 }) => ({ revision: latest }),
  },
  {
    route: 'post /v1/rounds/{round}/returns/{owner}/tallies',
    may: 'submit',
    targets: tallied,
    body: ({ owner = '' }) => tallySubmission(owner, 'k1', 0, pupils('7', 3)),
  },
  { route: 'get /v1/rounds/{round}/returns/{owner}/revisions', may: 'see' },
  { route: 'get /v1/rounds/{round}/returns/{owner}/moves', may: 'see' },
  { route: 'get /v1/rounds/{round}/returns/{owner}/differences', may: 'see', query: '?from=1&to=1' },
  {
    route: 'post /v1/rounds/{round}/returns/{owner}/questions/{question}/remarks',
    may: 'see',
    body: () => ({ id: `r-${(asked += 1)}`, text: 'So it is.' }),
  },
  {
    route: 'put /v1/rounds/{round}/returns/{owner}/questions/{question}/assignee',
    may: 'see',
    body: () => ({ name: 'Ms Patel' }),
  },
  { route: 'put /v1/rounds/{round}/returns/{owner}/started', may: 'submit' },
  {
    route: 'post /v1/rounds/{round}/returns/{owner}/withdrawal',
    may: 'withdraw',
    ready: 'submitted',
    body: () => ({ reason: 'Sent by mistake.' }),
  },
  {
    route: 'post /v1/rounds/{round}/returns/{owner}/reopening',
    may: 'run',
    ready: 'accepted',
    body: () => ({ reason: 'A pupil was missing.' }),
  },
  { route: 'get /v1/rounds/{round}/progress', may: 'chase' },
  {
    route: 'post /v1/rounds/{round}/acceptances',
    may: 'chase',
    body: () => ({ returns: [{ owner: oak, revision: 1 }] }),
  },
  {
    route: 'post /v1/rounds',
    may: 'run',
    body: () => ({
      id: `NEW-${(asked += 1)}`,
      title: 'Another year',
      instrument: programme.rounds[0]?.instrument,
      academicYear: '200910',
      opens: '2009-09-01T00:00:00.000Z',
    }),
  },
  { route: 'get /v1/rounds/{round}', may: 'signed-in' },
  { route: 'patch /v1/rounds/{round}', may: 'run', body: () => ({ late: true }) },
  { route: 'get /v1/rounds/{round}/figures', may: 'run' },
  { route: 'get /v1/rounds/{round}/figures/{measure}', may: 'run', query: '?line=1&column=1' },
  { route: 'get /v1/people', may: 'run' },
  { route: 'post /v1/people', may: 'run', body: () => ({ role: 'school', name: 'Ann', owner: oak }) },
  { route: 'get /v1/people/{person}', may: 'run' },
  { route: 'put /v1/people/{person}/name', may: 'run', body: () => ({ name: 'Bea' }) },
  { route: 'put /v1/people/{person}/schools', may: 'run', body: () => ({ schools: [far] }) },
  { route: 'put /v1/people/{person}/ended', may: 'run' },
  { route: 'delete /v1/people/{person}/sessions', may: 'run' },
  { route: 'post /v1/people/{person}/codes', may: 'run', body: () => ({}) },
  { route: 'put /v1/people/{person}/codes/{code}/revoked', may: 'run' },
  { route: 'get /v1/audit/{log}', may: 'run' },
  { route: 'get /v1/audit-verification', may: 'run' },
  {
    route: 'get /v1/checkpoints/{hash}',
    may: 'run',
    targets: [guessed('a guessed checkpoint', { hash: 'a1'.repeat(32) })],
  },
  { route: 'get /v1/retention', may: 'run' },
  { route: 'post /v1/rounds/{round}/purge', may: 'run', targets: purgedRounds, body: () => purging },
  { route: 'get /v1/rounds/{round}/certificate', may: 'run', targets: purgedRounds },
  { route: 'get /v1/rounds/{round}/certificate/text', may: 'run', targets: purgedRounds },
  { route: 'get /v1/owners/{owner}/everything', may: 'withdraw', targets: owned },
  { route: 'get /v1/register', may: 'run' },
  { route: 'post /v1/register', may: 'run', body: () => ({ urn: '999950', name: 'Reedham' }) },
  { route: 'get /v1/register/{urn}', may: 'run' },
  { route: 'patch /v1/register/{urn}', may: 'run', body: () => ({ region: 'North' }) },
  { route: 'post /v1/register/preview', may: 'run', csv: 'URN\n999901' },
  { route: 'post /v1/register/import', may: 'run', csv: 'URN,Region\n999901,North' },
];

/** Routes that stand in no OpenAPI document and hold nothing of anybody: everybody may call them, and no test asks who. */
export const publicRoutes = [
  'get /',
  'get /*',
  'get /docs',
  'get /manifest.xml',
  'get /openapi.json',
  // What browsers of other origins ask first, whatever it is about.
  'options *',
] as const;

/** The same, of the demo alone. */
export const demoRoutes = ['get /office-js/*', 'get /workbench/demo-codes.json'] as const;

/** The first revision of a return as its owner submits it; the same again is a resend. */
export const firstSubmission = ({ round: of = '', owner = '' }: Ids): object => {
  const content = contentOf({ A1: { stage: '1 Begun' } });
  const instrument = programme.rounds.find(({ id }) => id === of)?.instrument ?? '';
  const fingerprint = fingerprintOf({ instrument, round: roundId(of), owner: ownerId(owner), content });
  return submission(of, owner, 'k1', 0, content, { fingerprint });
};

/** Who calls. The last two were of the project team, and signed in, until she ended or her code was revoked. */
export const roles = [
  'nobody',
  'school',
  'otherSchool',
  'mentor',
  'otherMentor',
  'team',
  'ended',
  'revoked',
] as const;
export type Role = (typeof roles)[number];

/** Whose returns each role fills, and whose she looks after. */
const owners: Partial<Record<Role, { readonly own: string; readonly looksAfter?: readonly string[] }>> = {
  school: { own: oak },
  otherSchool: { own: far },
  mentor: { own: 'M-1', looksAfter: [oak, elm] },
  otherMentor: { own: 'M-2', looksAfter: [far] },
};

/** Whether a role may call a route about something, whether or not there is such a thing. */
export const isAllowed = (role: Role, may: Right, { owner = '' }: Ids): boolean => {
  if (may === 'everybody') return true;
  if (!isLetIn(role)) return false;
  if (may === 'signed-in') return true;
  const own = owners[role]?.own === owner;
  const reviews = role === 'team' || owners[role]?.looksAfter?.includes(owner) === true;
  const team = role === 'team';
  const rights = { run: team, submit: own, review: reviews, see: own || reviews, withdraw: own || team };
  return may === 'chase' ? team || role === 'mentor' || role === 'otherMentor' : rights[may];
};

export const isLetIn = (role: Role): boolean => !['nobody', 'ended', 'revoked'].includes(role);

/** Something that a route can be called about. */
export interface Target {
  readonly name: string;
  readonly there: boolean;
  readonly ids: Ids;
  /** A person made for this one call, with a code. */
  readonly newPerson?: true;
}

/** The returns that stand, one revision and one question each. */
export const standing = [
  { round, owner: oak, by: 'oak' },
  { round, owner: far, by: 'far' },
  { round: mentorRound, owner: 'M-1', by: 'mentor' },
  { round: mentorRound, owner: 'M-2', by: 'otherMentor' },
] as const;

const returns: readonly Target[] = [
  ...standing.map((ids) => of(`the return of ${ids.owner}`, ids)),
  guessed('a guessed owner', { round, owner: '123456' }),
  guessed('a guessed mentor', { round: mentorRound, owner: 'M-3' }),
  guessed('a school in a round for mentors', { round: mentorRound, owner: oak }),
  guessed('a school in a guessed round', { round: 'ZZ-999999', owner: oak }),
];

/** Everything that a route is called about, by the parameters of its path. */
export const targetsOf = ({ route, targets }: Row): readonly Target[] => {
  if (targets) return targets;
  const has = (parameter: string) => route.includes(`{${parameter}}`);
  if (has('owner')) {
    const inside = guessed('a guessed part of a return', { round, owner: oak, number: '9', question: 'q9' });
    return has('number') || has('question') ? [...returns, inside] : returns;
  }
  if (has('measure')) {
    return [
      of('a figure', { round, measure: 'stages' }),
      guessed('a guessed measure', { round, measure: 'nothing' }),
      guessed('a guessed round', { round: 'ZZ-999999', measure: 'stages' }),
    ];
  }
  if (has('round')) return [of('a round', { round }), guessed('a guessed round', { round: 'ZZ-999999' })];
  if (has('reference')) {
    const known = [round, mentorRound].map((id) => programme.rounds.find((one) => one.id === id)?.instrument ?? '');
    const there = known
      .filter((reference) => instruments(reference))
      .map((reference) => of(reference, { reference }));
    return [...there, guessed('a guessed instrument', { reference: 'nothing@1' })];
  }
  if (has('log')) return [of('a log', { log: oak }), guessed('a guessed log', { log: '123456' })];
  if (has('urn')) return [of('a school', { urn: oak }), guessed('a guessed school', { urn: '123456' })];
  if (has('person')) {
    const nobody = guessed('a guessed person', { person: 'P-0000000000', code: '0000000000' });
    const noCode: Target = { ...guessed('a guessed code', { code: '0000000000' }), newPerson: true };
    return [{ ...of('a person', {}), newPerson: true }, nobody, ...(has('code') ? [noCode] : [])];
  }
  return [of('nothing', {})];
};
