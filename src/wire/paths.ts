/** The endpoint's paths, for the server's routes (with `:name` parameters) and the pane's calls alike. */
const returnAt = (round: string, owner: string): string => `/v1/rounds/${round}/returns/${owner}`;

export const paths = {
  session: '/v1/session',
  rounds: '/v1/rounds',
  instrument: (reference: string): string => `/v1/instruments/${reference}`,
  /** All returns the person may see. */
  returns: '/v1/returns',
  return: returnAt,
  circumstances: (round: string, owner: string): string => `${returnAt(round, owner)}/circumstances`,
  revisions: (round: string, owner: string): string => `${returnAt(round, owner)}/revisions`,
  revision: (round: string, owner: string, number: number | string): string =>
    `${returnAt(round, owner)}/revisions/${number}`,
  questions: (round: string, owner: string): string => `${returnAt(round, owner)}/questions`,
  settled: (round: string, owner: string, question: string): string =>
    `${returnAt(round, owner)}/questions/${question}/settled`,
  acceptance: (round: string, owner: string): string => `${returnAt(round, owner)}/acceptance`,
  consolidated: (round: string): string => `/v1/rounds/${round}/consolidated`,
  tally: (round: string): string => `/v1/rounds/${round}/tally`,
  health: '/healthz',
  openApi: '/openapi.json',
} as const;
