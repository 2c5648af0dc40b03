import type { ColumnType } from 'kysely';

/**
 * The tables as Kysely sees them. Keys are made by clients or come from the register, the owner stands first in every
 * key of returns, and only types are used that every SQL database has: instants are ISO texts in UTC (they sort as
 * they are), yes and no are 1 and 0, a cell is a JSON text that SQL never looks into, content is one compressed blob.
 */
export interface Tables {
  /** Facts about the database itself: which mode it belongs to. */
  about: { name: string; value: string };
  migrations: { number: number; title: string; applied_at: string };
  /** What the register knows of a school; of other owners only the first four. */
  owners: {
    owner: string;
    kind: string;
    name: string;
    enlisted: number;
    laestab: string | null;
    status: ColumnType<string, string | undefined, string>;
    opened: string | null;
    closed: string | null;
    phase: string | null;
    local_authority: string | null;
    region: string | null;
    postcode: string | null;
    specialism: string | null;
    /** What a school is found by and sorted by, made by `core/register/search-text.ts`. */
    search_text: ColumnType<string, string | undefined, string>;
    /** Since when it is there; blank where that was before it was written down. It never changes. */
    known_since: ColumnType<string, string | undefined, never>;
  };
  /** What an owner's entry said `until` it was changed. */
  earlier_owners: {
    owner: string;
    until: string;
    name: string;
    laestab: string | null;
    status: string;
    opened: string | null;
    closed: string | null;
    phase: string | null;
    local_authority: string | null;
    region: string | null;
    postcode: string | null;
    specialism: string | null;
    search_text: string;
  };
  /** When an owner took part: `since` is blank where it was before this was written down, `until` is null while it does. */
  enlistments: { owner: string; since: string; until: string | null };
  /** Which school took the place of which. */
  successors: {
    owner: string;
    successor: string;
    name: string | null;
    since: string | null;
    known_since: string;
  };
  earlier_successors: { owner: string; successor: string; until: string; name: string | null; since: string | null };
  people: { person: string; role: string; name: string; owner: string | null; ended_at: string | null };
  /** Which schools a mentor looks after. */
  mentored: { mentor: string; owner: string };
  /** When they did: `since` and `until` as of enlistments. */
  looked_after: { owner: string; mentor: string; since: string; until: string | null };
  /** Codes made before version 4 have neither an id nor an instant of their making; `once` is then empty, thus no. */
  access_codes: {
    code_hash: string;
    person: string;
    code_id: string | null;
    made_at: string | null;
    expires: string | null;
    revoked_at: string | null;
    last_used_at: string | null;
    once: number | null;
  };
  sessions: {
    token_hash: string;
    person: string;
    expires: string;
    code_id: string | null;
    started_at: string | null;
  };
  /** How often an address sent codes that are nobody's; the address itself lies nowhere. */
  wrong_codes: { address_hash: string; count: number; last_at: string };
  rounds: {
    round: string;
    title: string;
    instrument: string;
    academic_year: string;
    opens: string;
    closes: string | null;
    late: number;
    detail: string;
    /** Numbers parted by commas. */
    year_groups: string;
    keep_until: string | null;
    /** Once it is purged: the tally of `each` return, or only their `sum`. */
    keep_tallies: string;
    /** When it was opened; blank where that was before it was written down. */
    known_since: string;
  };
  /** What was decided about a round `until` it was changed. */
  earlier_rounds: Omit<Tables['rounds'], 'known_since'> & { until: string };
  /** Rounds whose pupil-level content is gone: the certificate of what went, and what counted then, as JSON. */
  purges: { round: string; at: string; certificate: string; total: string };
  returns: {
    owner: string;
    round: string;
    state: string;
    latest: number;
    accepted: number | null;
    /** Of the latest revision; empty when there is none. */
    submitted_at: string;
    moved_at: string;
    reopened: number;
  };
  /** The history of returns, one line a move: added to, never changed. Each says how the return stood after it. */
  moves: {
    owner: string;
    round: string;
    number: number;
    at: string;
    person: string;
    person_name: string;
    move: string;
    state: string;
    revision: number;
    accepted: number | null;
    reason: string | null;
  };
  revisions: {
    owner: string;
    round: string;
    number: number;
    submission_key: string;
    fingerprint: string;
    instrument: string;
    based_on: number;
    receipt: string;
    at: string;
    person: string;
    person_name: string;
    add_in: string;
    rows_answered: number;
    rows_in_all: number;
    cells: number;
    explained: number;
    late_reason: string | null;
    /** Year groups parted by commas; '' for none. */
    years_missing: string;
    /** What `content` is: the `rows`, what came with a `tally`, or `nothing` once it is purged. */
    holds: string;
    content: Uint8Array;
  };
  /** One compact line for each revision; `sums` is a JSON list of numbers. */
  tallies: { owner: string; round: string; number: number; definition: string; sums: string };
  /**
   * What a round comes to; `counted` and `sums` are JSON lists: of owners with a revision, and of numbers. `whole` is 1 where
   * it was added up of whole numbers alone.
   */
  totals: { round: string; definition: string; counted: string; sums: string; whole: number };
  questions: {
    owner: string;
    round: string;
    question: string;
    row_key: string;
    field: string;
    text: string;
    revision: number;
    value: string;
    asked_by: string;
    asked_at: string;
    assignee: string | null;
    settled_at: string | null;
    settled_by: string | null;
    settled_value: string | null;
  };
  /** Who was to answer a question, and how it was settled, `until` that was changed. */
  earlier_questions: Pick<
    Tables['questions'],
    'owner' | 'round' | 'question' | 'assignee' | 'settled_at' | 'settled_by' | 'settled_value'
  > & { until: string };
  /** What was said to a question, by either side: added to, never changed. */
  remarks: {
    owner: string;
    round: string;
    question: string;
    remark: string;
    said_at: string;
    said_by: string;
    side: string;
    text: string;
  };
  /** The log of acts; `about` is a JSON object of ids that SQL never looks into. */
  audit: {
    log: string;
    number: number;
    at: string;
    act: string;
    about: string;
    detail: string;
    previous: string;
    hash: string;
  };
  /** What of an act is about a person: may be purged. */
  audit_details: {
    log: string;
    number: number;
    salt: string;
    person: string;
    name: string;
    reason: string | null;
  };
  audit_checkpoints: { number: number; at: string; root: string; previous: string; hash: string };
  /** Of requests that make something: what was made with which key, for a day. */
  sent_keys: { person: string; key_hash: string; request_hash: string; made: string; at: string };
  audit_anchors: { log: string; checkpoint: number; number: number; hash: string };
  /** What somebody handed in on the page and has not submitted yet, sealed so that only her browser can open it. */
  handed_in: { owner: string; round: string; session_hash: string; expires: string; sealed: Uint8Array };
}
