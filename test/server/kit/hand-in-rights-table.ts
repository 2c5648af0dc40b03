import type { Role } from './rights-table.ts';

/** A route of the page for handing in, who may call it, and what she then gets. */
export interface PageRow {
  readonly route: string;
  /** `everybody`, signed in or not; `own`: only about the caller's own return, which no address names. */
  readonly may: 'everybody' | 'own';
  /** The status when it is done, with the form below and nothing handed in yet. */
  readonly done: number;
  readonly form?: Readonly<Record<string, string>>;
}

/** The table. A new route of the page needs a row here. */
export const pageRows: readonly PageRow[] = [
  { route: 'GET /hand-in', may: 'everybody', done: 200 },
  { route: 'POST /hand-in/sign-in', may: 'everybody', done: 303, form: { code: 'OAK-CODE' } },
  { route: 'POST /hand-in/sign-out', may: 'everybody', done: 303, form: { secret: 'not hers' } },
  { route: 'GET /hand-in/*', may: 'everybody', done: 404 },
  { route: 'GET /hand-in/:round', may: 'own', done: 200 },
  { route: 'POST /hand-in/:round/workbook.xlsx', may: 'own', done: 200 },
  { route: 'GET /hand-in/:round/receipt/:number', may: 'own', done: 200 },
  { route: 'GET /hand-in/:round/check', may: 'own', done: 303 },
  { route: 'POST /hand-in/:round/check', may: 'own', done: 400 },
  { route: 'GET /hand-in/:round/moved.xlsx', may: 'own', done: 404 },
  { route: 'POST /hand-in/:round/give-up', may: 'own', done: 303 },
  { route: 'GET /hand-in/:round/withdraw', may: 'own', done: 200 },
  { route: 'POST /hand-in/:round/withdraw', may: 'own', done: 303, form: { reason: 'By mistake.' } },
];

/** Who fills in returns in a round for schools. */
export const handsIn = (role: Role): boolean => role === 'school' || role === 'otherSchool';
