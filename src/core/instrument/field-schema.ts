import { Type } from 'typebox';
import { ConditionSchema } from './condition-schema.ts';
import { closed, Code, KebabId, RowKey, Words } from './name-schemas.ts';

const Choice = Type.Object(
  {
    code: Code,
    label: Words(100),
    accepts: Type.Array(Words(100)),
    value: Type.Optional(Type.Number()),
    rows: Type.Optional(Type.Array(RowKey, { minItems: 1 })),
    says: Type.Optional(Words(100)),
    inTables: Type.Optional(Words(100)),
    unknown: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** The shape of a column, or of what is asked once. */
export const FieldSchema = Type.Object(
  {
    id: KebabId,
    // Excel's limits for the title and the text of a cell's input prompt.
    label: Words(32),
    help: Words(255),
    kind: Type.Union([
      Type.Literal('choice'),
      Type.Literal('choices'),
      Type.Literal('scale'),
      Type.Literal('integer'),
      Type.Literal('decimal'),
      Type.Literal('date'),
      Type.Literal('text'),
      Type.Literal('term'),
      Type.Literal('school'),
      Type.Literal('item'),
    ]),
    choices: Type.Optional(Type.Array(Choice, { minItems: 1 })),
    of: Type.Optional(KebabId),
    width: Type.Number({ minimum: 1, maximum: 255 }),
    question: Type.Optional(Words(300)),
    part: Type.Optional(Words(100)),
    alsoCalled: Type.Optional(Type.Array(Words(255), { minItems: 1 })),
  },
  closed,
);

/** The shape of what is worked out of a row. */
export const DerivedSchema = Type.Object(
  { id: KebabId, label: Words(100), yes: ConditionSchema, base: ConditionSchema },
  closed,
);
