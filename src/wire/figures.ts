import { Type, type Static } from 'typebox';
import { closed, Id, Instant } from './shapes.ts';

/**
 * What a figure is, of all returns or of one: `value` absent where its base is 0. `terms` are what it is worked out of and
 * what adds up over returns: of a count itself, of a share how many of how many, of a difference of shares both of each.
 */
const part = {
  value: Type.Optional(Type.Number()),
  terms: Type.Array(Type.Number()),
};

/** The returns behind one figure of a round, by owner's id: those that give something to any of its terms. */
export const FigureAnswer = Type.Object(
  {
    at: Instant,
    measure: Type.String(),
    title: Type.String(),
    line: Type.String(),
    column: Type.String(),
    unit: Type.Union([Type.Literal('count'), Type.Literal('share'), Type.Literal('mean'), Type.Literal('sum')]),
    ...part,
    /** How many returns stand behind it, on all pages. */
    behind: Type.Integer({ minimum: 0 }),
    returns: Type.Array(
      Type.Object({ owner: Id(20), name: Type.String(), revision: Type.Integer({ minimum: 1 }), ...part }, closed),
    ),
    /** There are more: the `after` of the next page. */
    next: Type.Optional(Id(20)),
  },
  closed,
);
export type FigureAnswer = Static<typeof FigureAnswer>;
