import { Type } from 'typebox';
import { DerivedSchema, FieldSchema } from './field-schema.ts';
import { MeasureSchema, measureSchemas } from './measure-schema.ts';
import { closed, Code, KebabId, RowKey, Words } from './name-schemas.ts';
import { RuleSchema, ruleSchemas } from './rule-schema.ts';

const Noun = Type.Object({ one: Words(40), many: Words(40) }, closed);
const GroupId = Type.String({ minLength: 1, maxLength: 40 });

const rowSchemas = {
  fixed: Type.Object(
    {
      kind: Type.Literal('fixed'),
      noun: Noun,
      groups: Type.Array(Type.Object({ id: GroupId, title: Words(100) }, closed), { minItems: 1 }),
      items: Type.Array(
        Type.Object(
          {
            key: RowKey,
            group: GroupId,
            text: Words(500),
            descriptors: Type.Optional(Type.Record(Type.String(), Words(300))),
          },
          closed,
        ),
        { minItems: 1 },
      ),
    },
    closed,
  ),
  open: Type.Object(
    { kind: Type.Literal('open'), noun: Noun, expected: Type.Integer({ minimum: 1, maximum: 10_000 }) },
    closed,
  ),
} as const;

const traitSchemas = {
  'levelled-statements': Type.Object({ kind: Type.Literal('levelled-statements'), field: KebabId }, closed),
  'pupil-rows': Type.Object({ kind: Type.Literal('pupil-rows') }, closed),
} as const;

const Version = Type.Integer({ minimum: 1 });

const movesTo = <Name extends typeof KebabId>(name: Name) =>
  Type.Optional(Type.Record(Type.String(), Type.Union([name, Type.Null()])));

const frame = {
  id: KebabId,
  version: Version,
  title: Words(100),
  sheetTitle: Words(20),
  purpose: Words(1000),
  owner: Type.Union([Type.Literal('school'), Type.Literal('mentor'), Type.Literal('programme')]),
  predecessor: Type.Optional(
    Type.Object(
      {
        version: Version,
        rows: movesTo(RowKey),
        fields: movesTo(KebabId),
        choices: Type.Optional(
          Type.Record(Type.String(), Type.Record(Type.String(), Type.Union([Code, Type.Null()]))),
        ),
      },
      closed,
    ),
  ),
};

/**
 * The shape of `Instrument` for checking data that comes from outside the program. Checked by interpretation, never
 * compiled: the pane's security policy forbids code made at run time.
 */
export const InstrumentSchema = Type.Object(
  {
    ...frame,
    traits: Type.Array(Type.Union([traitSchemas['levelled-statements'], traitSchemas['pupil-rows']])),
    rows: Type.Union([rowSchemas.fixed, rowSchemas.open]),
    once: Type.Optional(Type.Array(FieldSchema, { minItems: 1 })),
    fields: Type.Array(FieldSchema, { minItems: 1 }),
    derived: Type.Optional(Type.Array(DerivedSchema, { minItems: 1 })),
    rules: Type.Array(RuleSchema),
    measures: Type.Array(MeasureSchema),
  },
  closed,
);

const Several = Type.Array(Type.Unknown());

/** An instrument of which only the frame is looked at, not the parts that stand for themselves. */
export const FrameSchema = Type.Object(
  {
    ...frame,
    traits: Several,
    rows: Type.Unknown(),
    once: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1 })),
    fields: Type.Array(Type.Unknown(), { minItems: 1 }),
    derived: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1 })),
    rules: Several,
    measures: Several,
  },
  closed,
);

/** The parts of an instrument that stand for themselves and have one shape. */
export const partSchemas = { once: FieldSchema, fields: FieldSchema, derived: DerivedSchema } as const;

/** Those whose alternatives name themselves by their `kind`: the shape of each. */
export const partSchemasByKind = {
  rows: rowSchemas,
  traits: traitSchemas,
  rules: ruleSchemas,
  measures: measureSchemas,
} as const;
