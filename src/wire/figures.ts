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

const Unit = Type.Union([Type.Literal('count'), Type.Literal('share'), Type.Literal('mean'), Type.Literal('sum')]);
const Place = Type.Integer({ minimum: 1 });

/**
 * What a round comes to: the table of each measure as it is read, without lines and columns that are not shown. The `line` and the
 * `column` of a figure are the numbers by which it is asked for.
 */
export const FiguresAnswer = Type.Object(
  {
    at: Instant,
    /** How many returns are in it, and how many that count are not: nothing is known of what they come to. */
    returns: Type.Integer({ minimum: 0 }),
    leftOut: Type.Integer({ minimum: 0 }),
    tables: Type.Array(
      Type.Object(
        {
          measure: Type.String(),
          title: Type.String(),
          /** What the lines are: "Area", "Sex". */
          corner: Type.String(),
          columns: Type.Array(Type.Object({ column: Place, label: Type.String(), unit: Unit }, closed)),
          lines: Type.Array(
            Type.Object(
              {
                line: Place,
                label: Type.String(),
                /** In the order of `columns`; null where a base is 0. */
                values: Type.Array(Type.Union([Type.Number(), Type.Null()])),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type FiguresAnswer = Static<typeof FiguresAnswer>;

/** The returns behind one figure of a round, by owner's id: those that give something to any of its terms. */
export const FigureAnswer = Type.Object(
  {
    at: Instant,
    measure: Type.String(),
    title: Type.String(),
    line: Type.String(),
    column: Type.String(),
    unit: Unit,
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
