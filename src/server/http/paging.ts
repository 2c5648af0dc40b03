import { Type } from 'typebox';

/** How long a page may be, as a query says it: `limit`, 1 to 9,999. */
export const Limit = Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$' }));

/** The `next` of the page before, where it stands for a place in an order of names: `after`. */
export const After = Type.Optional(Type.String({ maxLength: 2000 }));

/** Lines on a page: as many as were asked for, or as usual. */
export const pageLength = (limit: string | undefined, usual = 500): number =>
  limit === undefined ? usual : Number(limit);
