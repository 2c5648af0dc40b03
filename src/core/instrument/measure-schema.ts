import { Type } from 'typebox';
import { closed, Code, KebabId, RowKey, Words } from './name-schemas.ts';

const measureOf = { id: KebabId, title: Words(100) };
const Breakdown = Type.Union([Type.Literal('#group'), KebabId]);
const byUpTo = (most: number) => Type.Optional(Type.Array(Breakdown, { minItems: 1, maxItems: most }));
const Codes = Type.Array(Code, { minItems: 1 });

/** The shape of a measure, by its kind. Whatever has the choices of its field as columns takes one breakdown. */
export const measureSchemas = {
  distribution: Type.Object(
    { ...measureOf, kind: Type.Literal('distribution'), field: KebabId, by: byUpTo(1) },
    closed,
  ),
  count: Type.Object(
    {
      ...measureOf,
      kind: Type.Literal('count'),
      field: Type.Optional(KebabId),
      codes: Type.Optional(Codes),
      by: byUpTo(2),
    },
    closed,
  ),
  share: Type.Object(
    {
      ...measureOf,
      kind: Type.Literal('share'),
      field: KebabId,
      codes: Codes,
      base: Type.Optional(Type.Union([Type.Literal('answered'), Type.Literal('rows')])),
      by: byUpTo(2),
    },
    closed,
  ),
  mean: Type.Object({ ...measureOf, kind: Type.Literal('mean'), field: KebabId, by: byUpTo(2) }, closed),
  top: Type.Object(
    { ...measureOf, kind: Type.Literal('top'), field: KebabId, most: Type.Integer({ minimum: 1 }), by: byUpTo(1) },
    closed,
  ),
  gap: Type.Object(
    {
      ...measureOf,
      kind: Type.Literal('gap'),
      of: KebabId,
      across: KebabId,
      from: Code,
      minus: Code,
      by: byUpTo(2),
    },
    closed,
  ),
  rate: Type.Object(
    {
      ...measureOf,
      kind: Type.Literal('rate'),
      field: KebabId,
      lines: Type.Array(Type.Object({ code: Code, outOf: KebabId }, closed), { minItems: 1 }),
    },
    closed,
  ),
  finding: Type.Object(
    {
      kind: Type.Literal('finding'),
      id: KebabId,
      direction: Type.Union([Type.Literal('barrier'), Type.Literal('indicator')]),
      field: KebabId,
      rows: Type.Array(RowKey, { minItems: 1 }),
      countedBy: Type.Optional(Type.Union([Type.Literal('any'), Type.Literal('all'), Type.Literal('median')])),
      quantity: Type.Optional(
        Type.Union([
          Type.Literal('some'),
          Type.Literal('many'),
          Type.Literal('widespread'),
          Type.Literal('rare exceptions'),
          Type.Literal('increasing'),
        ]),
      ),
      statement: Words(300),
    },
    closed,
  ),
} as const;

export const MeasureSchema = Type.Union([
  measureSchemas.distribution,
  measureSchemas.count,
  measureSchemas.share,
  measureSchemas.mean,
  measureSchemas.top,
  measureSchemas.gap,
  measureSchemas.rate,
  measureSchemas.finding,
]);
