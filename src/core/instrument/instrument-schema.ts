import { Type } from 'typebox';

/**
 * The shape of `Instrument` for checking data that comes from outside the program. Checked by interpretation, never
 * compiled: the pane's security policy forbids code made at run time. Objects are closed, so that a misspelt member is
 * a fault and not silently without effect.
 */
const closed = { additionalProperties: false } as const;

const KebabId = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 40 });
const RowKey = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$', maxLength: 64 });
const Code = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 });
const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength });

const Choice = Type.Object(
  {
    code: Code,
    label: Words(100),
    accepts: Type.Array(Words(100)),
    value: Type.Optional(Type.Number()),
    rows: Type.Optional(Type.Array(RowKey, { minItems: 1 })),
  },
  closed,
);

const Field = Type.Object(
  {
    id: KebabId,
    // Excel's limits for the title and the text of a cell's input prompt.
    label: Words(32),
    help: Words(255),
    kind: Type.Union([Type.Literal('choice'), Type.Literal('text'), Type.Literal('term')]),
    choices: Type.Optional(Type.Array(Choice, { minItems: 1 })),
    width: Type.Number({ minimum: 1, maximum: 255 }),
  },
  closed,
);

const FixedRows = Type.Object(
  {
    kind: Type.Literal('fixed'),
    noun: Type.Object({ one: Words(40), many: Words(40) }, closed),
    groups: Type.Array(Type.Object({ id: Type.String({ minLength: 1, maxLength: 40 }), title: Words(100) }, closed), {
      minItems: 1,
    }),
    items: Type.Array(
      Type.Object(
        {
          key: RowKey,
          group: Type.String({ minLength: 1, maxLength: 40 }),
          text: Words(500),
          descriptors: Type.Optional(Type.Record(Type.String(), Words(300))),
        },
        closed,
      ),
      { minItems: 1 },
    ),
  },
  closed,
);

const Condition = Type.Cyclic(
  {
    Condition: Type.Union([
      Type.Object({ field: KebabId, is: Type.Union([Type.Literal('blank'), Type.Literal('filled')]) }, closed),
      Type.Object({ field: KebabId, atLeast: Type.Number() }, closed),
      Type.Object({ field: KebabId, atMost: Type.Number() }, closed),
      Type.Object({ field: KebabId, code: Type.Array(Code, { minItems: 1 }) }, closed),
      Type.Object({ row: Type.Literal('started') }, closed),
      Type.Object({ all: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
      Type.Object({ any: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
    ]),
  },
  'Condition',
);

const ruleOf = {
  id: KebabId,
  field: KebabId,
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('advice')]),
  message: Words(500),
};
const Length = Type.Integer({ minimum: 1, maximum: 32767 });

const Rule = Type.Union([
  Type.Object({ ...ruleOf, kind: Type.Literal('required'), when: Type.Optional(Condition) }, closed),
  Type.Object({ ...ruleOf, kind: Type.Literal('one-of') }, closed),
  Type.Object(
    {
      ...ruleOf,
      kind: Type.Literal('length'),
      min: Type.Optional(Length),
      max: Type.Optional(Length),
      when: Type.Optional(Condition),
    },
    closed,
  ),
  Type.Object({ ...ruleOf, kind: Type.Literal('unlikely'), when: Condition }, closed),
]);

const Measure = Type.Union([
  Type.Object({ kind: Type.Literal('distribution'), id: KebabId, title: Words(100), field: KebabId }, closed),
  Type.Object(
    {
      kind: Type.Literal('finding'),
      id: KebabId,
      direction: Type.Union([Type.Literal('barrier'), Type.Literal('indicator')]),
      field: KebabId,
      rows: Type.Array(RowKey, { minItems: 1 }),
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
]);

export const InstrumentSchema = Type.Object(
  {
    id: KebabId,
    version: Type.Integer({ minimum: 1 }),
    title: Words(100),
    sheetTitle: Words(20),
    purpose: Words(1000),
    owner: Type.Union([Type.Literal('school'), Type.Literal('mentor'), Type.Literal('programme')]),
    traits: Type.Array(Type.Object({ kind: Type.Literal('levelled-statements'), field: KebabId }, closed)),
    rows: FixedRows,
    fields: Type.Array(Field, { minItems: 1 }),
    rules: Type.Array(Rule),
    measures: Type.Array(Measure),
  },
  closed,
);
