import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const Count = Type.Integer({ minimum: 0 });
const Name = Type.String({ minLength: 1, maxLength: 64 });

/** Rows with at least one answer, rows in all, cells filled. */
const counts = { rowsAnswered: Count, rows: Count, cells: Count } as const;

/** What a receipt says of a return; `explained`: warnings explained. */
export const WireCounts = Type.Object({ ...counts, explained: Count }, closed);

/** All that leaves a school in a round that takes tallies only; see `core/returns/tallied.ts`. There is no place for a row. */
export const WireTallied = Type.Object(
  {
    definition: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    sums: Type.Array(Type.Number(), { maxItems: 50_000 }),
    counts: Type.Object(counts, closed),
    issues: Type.Object({ errors: Count, warnings: Count, advice: Count }, closed),
    explanations: Type.Array(
      Type.Object({ field: Name, rule: Name, text: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
      { maxItems: 5000 },
    ),
  },
  closed,
);
export type WireTallied = Static<typeof WireTallied>;
