import { Type, type Static } from 'typebox';
import { closed, Instant, WireRound, Words } from './shapes.ts';

/** Ids stand in the codes of sheets, which are read in capitals. */
const RoundId = Type.String({ minLength: 1, maxLength: 20, pattern: '^[A-Z0-9][A-Z0-9-]*$' });

const settings = {
  /** From then on its returns are taken. */
  opens: Instant,
  late: WireRound.properties.late,
  yearGroups: Type.Array(Type.Integer({ minimum: 0, maximum: 14 }), { maxItems: 15, uniqueItems: true }),
} as const;

/**
 * A new round. Left out: without an end, nothing late, every row leaves the school, any year group, kept until decided,
 * and the tally of each return even longer.
 */
export const OpenRoundRequest = Type.Object(
  {
    id: RoundId,
    title: Words(200),
    instrument: Type.String({ minLength: 1, maxLength: 80 }),
    academicYear: WireRound.properties.academicYear,
    opens: settings.opens,
    closes: Type.Optional(Instant),
    late: Type.Optional(settings.late),
    detail: Type.Optional(WireRound.properties.detail),
    yearGroups: Type.Optional(settings.yearGroups),
    keepUntil: Type.Optional(Instant),
    keepTallies: WireRound.properties.keepTallies,
  },
  closed,
);
export type OpenRoundRequest = Static<typeof OpenRoundRequest>;

/**
 * What changes of a round; what is left out stays. `closes` may be `now`, by the server's clock, and `null` is without
 * end. Another instrument may only be a later version of the same.
 */
export const ChangeRoundRequest = Type.Object(
  {
    title: Type.Optional(Words(200)),
    instrument: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    opens: Type.Optional(settings.opens),
    closes: Type.Optional(Type.Union([Instant, Type.Literal('now'), Type.Null()])),
    late: Type.Optional(settings.late),
    yearGroups: Type.Optional(settings.yearGroups),
    keepUntil: Type.Optional(Type.Union([Instant, Type.Null()])),
    keepTallies: WireRound.properties.keepTallies,
  },
  closed,
);
export type ChangeRoundRequest = Static<typeof ChangeRoundRequest>;
