import fc from 'fast-check';

/** A JSON Schema as the OpenAPI document writes them: what our shapes use of it. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** What members of these names often are, so that what is made gets further than the first look at it. */
export type Likely = Readonly<Record<string, readonly unknown[]>>;

/** Values that a schema lets through, small ones; a schema of a kind that is not known here is thrown. */
export const valuesOf = (schema: Schema, likely: Likely = {}): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valuesOf(one, likely)));
  if (schema.type === 'string') return texts(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
  if (schema.type === 'integer') {
    const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = schema;
    return fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 5) }), fc.maxSafeInteger()).map(
      // Small numbers are often there, large ones hardly.
      (value) => Math.min(maximum, Math.max(minimum, value)),
    );
  }
  if (schema.type === 'array') {
    const size = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) };
    const items = valuesOf(schema.items ?? { type: 'null' }, likely);
    return schema.uniqueItems ? fc.uniqueArray(items, size) : fc.array(items, size);
  }
  if (schema.patternProperties) {
    const [values] = Object.values(schema.patternProperties);
    return fc.dictionary(fc.constantFrom('stage', 'note', 'other'), valuesOf(values ?? { type: 'null' }));
  }
  if (schema.type === 'object') {
    const members = Object.entries(schema.properties ?? {}).map(([name, one]) => {
      const made = valuesOf(one, likely);
      const often = likely[name];
      return [name, often ? fc.oneof({ arbitrary: fc.constantFrom(...often), weight: 3 }, made) : made] as const;
    });
    return fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] });
  }
  throw new Error(`no values for ${JSON.stringify(schema)}`);
};

const texts = ({ pattern, minLength = 0, maxLength }: Schema): fc.Arbitrary<string> => {
  if (pattern === undefined)
    return fc.string({ minLength, maxLength: Math.min(maxLength ?? 40, 40), unit: 'binary' });
  const matches = fc.stringMatching(new RegExp(pattern), { size: '-1' });
  return matches.filter((text) => text.length >= minLength && text.length <= (maxLength ?? 100));
};
