/** The endpoint's paths, for the server's routes (with `:name` parameters) and the pane's calls alike. */
const returnAt = (round: string, owner: string): string => `/v1/rounds/${round}/returns/${owner}`;
const personAt = (person: string): string => `/v1/people/${person}`;

export const paths = {
  session: '/v1/session',
  rounds: '/v1/rounds',
  round: (round: string): string => `/v1/rounds/${round}`,
  /** Those that a new round may ask. */
  instruments: '/v1/instruments',
  instrument: (reference: string): string => `/v1/instruments/${reference}`,
  /** All returns the person may see. */
  returns: '/v1/returns',
  return: returnAt,
  circumstances: (round: string, owner: string): string => `${returnAt(round, owner)}/circumstances`,
  revisions: (round: string, owner: string): string => `${returnAt(round, owner)}/revisions`,
  revision: (round: string, owner: string, number: number | string): string =>
    `${returnAt(round, owner)}/revisions/${number}`,
  /** Revisions of a round that takes tallies only. */
  tallies: (round: string, owner: string): string => `${returnAt(round, owner)}/tallies`,
  questions: (round: string, owner: string): string => `${returnAt(round, owner)}/questions`,
  settled: (round: string, owner: string, question: string): string =>
    `${returnAt(round, owner)}/questions/${question}/settled`,
  remarks: (round: string, owner: string, question: string): string =>
    `${returnAt(round, owner)}/questions/${question}/remarks`,
  assignee: (round: string, owner: string, question: string): string =>
    `${returnAt(round, owner)}/questions/${question}/assignee`,
  started: (round: string, owner: string): string => `${returnAt(round, owner)}/started`,
  withdrawal: (round: string, owner: string): string => `${returnAt(round, owner)}/withdrawal`,
  reopening: (round: string, owner: string): string => `${returnAt(round, owner)}/reopening`,
  moves: (round: string, owner: string): string => `${returnAt(round, owner)}/moves`,
  /** Of two revisions, `?from=1&to=2`. */
  differences: (round: string, owner: string): string => `${returnAt(round, owner)}/differences`,
  acceptance: (round: string, owner: string): string => `${returnAt(round, owner)}/acceptance`,
  acceptances: (round: string): string => `/v1/rounds/${round}/acceptances`,
  progress: (round: string): string => `/v1/rounds/${round}/progress`,
  consolidated: (round: string): string => `/v1/rounds/${round}/consolidated`,
  /** A table of a round as a file, `?table=answers&format=csv`. */
  export: (round: string): string => `/v1/rounds/${round}/export`,
  tally: (round: string): string => `/v1/rounds/${round}/tally`,
  /** Which rounds are due to be purged, and which are. */
  retention: '/v1/retention',
  purge: (round: string): string => `/v1/rounds/${round}/purge`,
  certificate: (round: string): string => `/v1/rounds/${round}/certificate`,
  certificateText: (round: string): string => `/v1/rounds/${round}/certificate/text`,
  /** All that is held about one owner. */
  everything: (owner: string): string => `/v1/owners/${owner}/everything`,
  /** The tables of all measures. */
  figures: (round: string): string => `/v1/rounds/${round}/figures`,
  /** The returns behind one figure of a measure, `?line=1&column=2`. */
  figure: (round: string, measure: string): string => `/v1/rounds/${round}/figures/${measure}`,
  people: '/v1/people',
  person: personAt,
  personName: (person: string): string => `${personAt(person)}/name`,
  personSchools: (person: string): string => `${personAt(person)}/schools`,
  personEnded: (person: string): string => `${personAt(person)}/ended`,
  personSessions: (person: string): string => `${personAt(person)}/sessions`,
  personCodes: (person: string): string => `${personAt(person)}/codes`,
  codeRevoked: (person: string, code: string): string => `${personAt(person)}/codes/${code}/revoked`,
  /** Of an owner, or of `PROGRAMME`. */
  audit: (log: string): string => `/v1/audit/${log}`,
  /** All logs gone through. */
  auditVerification: '/v1/audit-verification',
  checkpoint: (hash: string): string => `/v1/checkpoints/${hash}`,
  register: '/v1/register',
  school: (urn: string): string => `/v1/register/${urn}`,
  registerPreview: '/v1/register/preview',
  registerImport: '/v1/register/import',
  health: '/healthz',
  ready: '/readyz',
  openApi: '/openapi.json',
  /** The same for people to read. */
  docs: '/docs',
} as const;
