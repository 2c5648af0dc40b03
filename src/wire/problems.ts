import { Type, type Static } from 'typebox';
import { WireCell } from './shapes.ts';

/**
 * The words a refusal is known by, and their HTTP status. `application/problem+json` carries the word as `code`.
 * The pane words them for people; the server's `title` is for logs and people who read JSON.
 */
export const problemCodes = {
  /** Body, path or query does not have the shape asked for. */
  'invalid-request': 400,
  /** No such access code. */
  'code-unknown': 401,
  /** The token is missing, unknown or no longer valid: sign in again. */
  'session-expired': 401,
  /** Signed in, but this is not hers. Also answered for returns that do not exist, so that nothing can be probed. */
  'not-yours': 403,
  'not-found': 404,
  /** The request did not come in in time; nothing was taken. */
  'too-slow': 408,
  /** The round is not open; nothing was taken. */
  'round-closed': 409,
  /** The key was used before for other content. */
  'key-reused': 409,
  /** A newer revision stands; `latest` and `differing` say what differs. */
  conflict: 409,
  /** The state of the return does not allow this move. */
  state: 409,
  /** The person has ended: nothing is given to her any more. */
  'person-ended': 409,
  /** Afterwards nobody could sign in for the project team. */
  'last-way-in': 409,
  /** There is one of this number already, and it is another. */
  'already-there': 409,
  /** The round takes tallies only: of rows nothing is taken, kept or shown. */
  'tally-only': 409,
  /** The round takes rows, no tallies. */
  'rows-needed': 409,
  /** What was collected about pupils in this round is purged. */
  purged: 409,
  /** The round still takes returns: nothing of it can be purged. */
  'round-open': 409,
  /** With If-Match: it does not stand any more as it was read; nothing was changed. */
  'changed-since': 412,
  'too-large': 413,
  /** Nothing of the file can be read; `file` says why. */
  'file-unread': 422,
  /** Errors of the instrument's rules; `issues` lists them. */
  issues: 422,
  /** The fingerprint is not that of the content. */
  'fingerprint-wrong': 422,
  /** The round is closed and takes late returns only with a reason; nothing was taken. */
  'late-reason': 422,
  /** The tallies cannot be those of a return of this round; `detail` says where. */
  'tally-wrong': 422,
  /** The round is kept longer: it is purged earlier only with a reason. */
  'not-due': 422,
  'too-many-tries': 429,
  /** More requests than anybody needs, from this person or this address. */
  'too-many-requests': 429,
  internal: 500,
  /** The server is stopping or cannot reach its database; try again. */
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemCodes;

export const WireIssue = Type.Object({
  kind: Type.Literal('rule'),
  rule: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('advice')]),
  row: Type.String(),
  field: Type.String(),
  value: WireCell,
});

/** One cell that differs: what the server's latest revision holds (`theirs`) and what was sent (`mine`). */
export const WireDifference = Type.Object({
  row: Type.String(),
  field: Type.String(),
  theirs: WireCell,
  mine: WireCell,
});

export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Unsafe<ProblemCode>(Type.Union(Object.keys(problemCodes).map((code) => Type.Literal(code)))),
  /** Where in the request, e.g. `/content/rows/3`. */
  detail: Type.Optional(Type.String()),
  requestId: Type.Optional(Type.String()),
  /** With `issues`. */
  issues: Type.Optional(Type.Array(WireIssue)),
  /** With `conflict`: number, who and when of the revision that stands. */
  latest: Type.Optional(Type.Object({ revision: Type.Integer(), by: Type.String(), at: Type.String() })),
  /** With `conflict`. */
  differing: Type.Optional(Type.Array(WireDifference)),
  /** With `file-unread`: why, the row that breaks it off, the headings it has. */
  file: Type.Optional(
    Type.Object({
      kind: Type.Union([
        Type.Literal('empty'),
        Type.Literal('not-text'),
        Type.Literal('broken'),
        Type.Literal('too-large'),
        Type.Literal('not-a-register'),
        Type.Literal('column-twice'),
      ]),
      row: Type.Optional(Type.Integer()),
      heading: Type.Optional(Type.String()),
      headings: Type.Optional(Type.Array(Type.String())),
    }),
  ),
  /** With `too-many-tries` and `too-many-requests`: seconds to wait. */
  retryAfter: Type.Optional(Type.Integer()),
});
export type Problem = Static<typeof Problem>;
