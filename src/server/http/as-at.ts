import { Type } from 'typebox';
import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { endOfLondonDay } from '#core/returns/london-day.ts';
import type { Refusal } from './problems.ts';

/** `?as-at=2009-06-30`: as things stood at the end of that day in London. */
export const AsAt = Type.Object({ 'as-at': Type.Optional(Type.String()) }, { additionalProperties: false });

/** The moment that is asked about: `before` is absent when it is the present one. */
export const momentOf = (
  query: { readonly 'as-at'?: string },
  now: Instant,
): Result<{ readonly at: Instant; readonly before?: Instant }, Refusal> => {
  const { 'as-at': day } = query;
  if (day === undefined) return ok({ at: now });
  const end = endOfLondonDay(day);
  if (end === undefined) {
    return failed({ code: 'invalid-request', details: { detail: 'querystring/as-at: a day such as 2009-06-30' } });
  }
  // A day that is not over yet is told as far as it has come.
  return ok(end > now ? { at: now } : { at: end, before: end });
};
