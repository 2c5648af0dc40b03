import { Type } from 'typebox';
import { ConditionSchema } from './condition-schema.ts';
import { closed, KebabId, RowKey, Words } from './name-schemas.ts';

const ruleOf = {
  id: KebabId,
  field: KebabId,
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('advice')]),
  message: Words(500),
};
const Length = Type.Integer({ minimum: 1, maximum: 32767 });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const NumberOrField = Type.Union([Type.Number(), KebabId]);
const Fraction = Type.Number({ minimum: 0, maximum: 1 });
const SeveralFields = Type.Array(KebabId, { minItems: 1 });

/** The shape of a rule, by its kind. */
export const ruleSchemas = {
  required: Type.Object({ ...ruleOf, kind: Type.Literal('required'), when: Type.Optional(ConditionSchema) }, closed),
  'one-of': Type.Object({ ...ruleOf, kind: Type.Literal('one-of') }, closed),
  'at-most': Type.Object({ ...ruleOf, kind: Type.Literal('at-most'), most: Type.Integer({ minimum: 1 }) }, closed),
  number: Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('number'),
      min: Type.Optional(Type.Number()),
      max: Type.Optional(Type.Number()),
      whole: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  date: Type.Object(
    { ...ruleOf, kind: Type.Literal('date'), from: Type.Optional(Day), until: Type.Optional(Day) },
    closed,
  ),
  length: Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('length'),
      min: Type.Optional(Length),
      max: Type.Optional(Length),
      when: Type.Optional(ConditionSchema),
    },
    closed,
  ),
  pattern: Type.Object(
    { ...ruleOf, kind: Type.Literal('pattern'), masks: Type.Array(Words(40), { minItems: 1, maxItems: 10 }) },
    closed,
  ),
  unlikely: Type.Object({ ...ruleOf, kind: Type.Literal('unlikely'), when: ConditionSchema }, closed),
  'not-applicable': Type.Object({ ...ruleOf, kind: Type.Literal('not-applicable'), when: ConditionSchema }, closed),
  'date-order': Type.Object({ ...ruleOf, kind: Type.Literal('date-order'), notBefore: KebabId }, closed),
  unique: Type.Object({ ...ruleOf, kind: Type.Literal('unique') }, closed),
  'duplicate-row': Type.Object({ ...ruleOf, kind: Type.Literal('duplicate-row'), fields: SeveralFields }, closed),
  'row-count': Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('row-count'),
      rows: ConditionSchema,
      least: Type.Optional(Type.Number({ minimum: 0 })),
      most: Type.Optional(Type.Number({ minimum: 0 })),
    },
    closed,
  ),
  sum: Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('sum'),
      fields: SeveralFields,
      equals: Type.Optional(NumberOrField),
      atMost: Type.Optional(NumberOrField),
    },
    closed,
  ),
  share: Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('share'),
      fields: SeveralFields,
      outOf: SeveralFields,
      least: Type.Optional(Fraction),
      most: Type.Optional(Fraction),
    },
    closed,
  ),
  'expected-year': Type.Object({ ...ruleOf, kind: Type.Literal('expected-year') }, closed),
  'expected-rows': Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('expected-rows'),
      year: Type.Integer({ minimum: 0, maximum: 14 }),
      rows: ConditionSchema,
    },
    closed,
  ),
  'cross-row': Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('cross-row'),
      when: ConditionSchema,
      other: Type.Object({ row: RowKey, when: ConditionSchema }, closed),
    },
    closed,
  ),
  'cross-sheet': Type.Object(
    { ...ruleOf, kind: Type.Literal('cross-sheet'), when: ConditionSchema, of: KebabId, other: ConditionSchema },
    closed,
  ),
  change: Type.Object({ ...ruleOf, kind: Type.Literal('change'), by: Type.Number({ minimum: 0 }) }, closed),
} as const;

export const RuleSchema = Type.Union([
  ruleSchemas.required,
  ruleSchemas['one-of'],
  ruleSchemas['at-most'],
  ruleSchemas.number,
  ruleSchemas.date,
  ruleSchemas.length,
  ruleSchemas.pattern,
  ruleSchemas.unlikely,
  ruleSchemas['not-applicable'],
  ruleSchemas['date-order'],
  ruleSchemas.unique,
  ruleSchemas['duplicate-row'],
  ruleSchemas['row-count'],
  ruleSchemas.sum,
  ruleSchemas.share,
  ruleSchemas['expected-year'],
  ruleSchemas['expected-rows'],
  ruleSchemas['cross-row'],
  ruleSchemas['cross-sheet'],
  ruleSchemas.change,
]);
