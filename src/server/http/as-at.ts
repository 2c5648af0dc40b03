import { Type } from 'typebox';
import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { endOfLondonDay } from '#core/returns/london-day.ts';
import type { Refusal } from './problems.ts';

/** `?as-at=2009-06-30`: as things stood at the end of that day in London. */
export const AsAt = Type.Object({ 'as-at': Type.Optional(Type.String()) }, { additionalProperties: false });

/** A moment that is asked about: what came `before` it is told, or, where that is absent, all until now. */
export interface Moment {
  readonly at: Instant;
  readonly before?: Instant;
}

/** The last instant that a moment tells of: a day is over when the next one begins. */
export const lastOf = ({ at, before }: Moment): Instant =>
  before === undefined ? at : new Date(Date.parse(before) - 1).toISOString();

/** The moment that a query asks about. */
export const momentOf = (query: { readonly 'as-at'?: string }, now: Instant): Result<Moment, Refusal> => {
  const { 'as-at': day } = query;
  if (day === undefined) return ok({ at: now });
  const end = endOfLondonDay(day);
  if (end === undefined) {
    return failed({ code: 'invalid-request', details: { detail: 'querystring/as-at: a day such as 2009-06-30' } });
  }
  // A day that is not over yet is told as far as it has come.
  return ok(end > now ? { at: now } : { at: end, before: end });
};
