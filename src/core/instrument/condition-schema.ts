import { Type } from 'typebox';
import { Code, closed, KebabId, RowKey } from './name-schemas.ts';

/** The shape of `Condition`, at any depth. */
export const ConditionSchema = Type.Cyclic(
  {
    Condition: Type.Union([
      Type.Object(
        { field: KebabId, is: Type.Union([Type.Literal('blank'), Type.Literal('filled'), Type.Literal('answered')]) },
        closed,
      ),
      Type.Object({ field: KebabId, atLeast: Type.Number() }, closed),
      Type.Object({ field: KebabId, atMost: Type.Number() }, closed),
      Type.Object({ field: KebabId, code: Type.Array(Code, { minItems: 1 }) }, closed),
      Type.Object({ row: Type.Literal('started') }, closed),
      Type.Object({ rows: Type.Array(RowKey, { minItems: 1 }) }, closed),
      Type.Object({ not: Type.Ref('Condition') }, closed),
      Type.Object({ all: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
      Type.Object({ any: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
    ]),
  },
  'Condition',
);
