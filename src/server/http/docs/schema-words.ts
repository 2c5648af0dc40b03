import type { Html } from '../html.ts';
import { element } from './element.ts';

/** A JSON Schema as the OpenAPI document has it: what of it is shown. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly description?: string;
}

/** What a value is, on one line. */
export const kindOf = (schema: Schema): string => {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ');
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' or ');
  switch (schema.type) {
    case 'string':
      return schema.maxLength === undefined ? 'text' : `text of at most ${schema.maxLength} characters`;
    case 'integer':
    case 'number':
      return `${schema.type === 'integer' ? 'whole number' : 'number'}${range(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return `list${schema.maxItems === undefined ? '' : ` of at most ${schema.maxItems}`}: ${kindOf(schema.items ?? {})}`;
    case 'object':
      return schema.patternProperties ? 'object with any names' : 'object';
    default:
      return 'anything';
  }
};

const range = ({ minimum, maximum }: Schema): string =>
  minimum === undefined ? '' : maximum === undefined ? `, ${minimum} or more` : `, ${minimum} to ${maximum}`;

/** The members of an object, and of what lies inside it, as nested lists; nothing for what has none. */
export const membersOf = (schema: Schema): Html | undefined => {
  const objects = objectsIn(schema);
  if (objects.length === 0) return undefined;
  const lists = objects.map(({ properties = {}, required = [] }) =>
    element(
      'ul',
      ...Object.entries(properties).map(([name, member]) =>
        element(
          'li',
          element('code', name),
          ` ${kindOf(member)}${required.includes(name) ? '' : ', may be left out'}`,
          ...(member.pattern === undefined ? [] : [', like ', element('code', member.pattern)]),
          ...(member.description === undefined ? [] : [`. ${member.description}`]),
          ...([membersOf(member)].filter((inner) => inner !== undefined) as Html[]),
        ),
      ),
    ),
  );
  return lists.reduce((one, other) => ({ html: `${one.html}<p>or</p>${other.html}` }));
};

/** The objects that a value may be, or that its list or its names hold. */
const objectsIn = (schema: Schema): readonly Schema[] => {
  if (schema.anyOf) return schema.anyOf.flatMap(objectsIn);
  if (schema.items) return objectsIn(schema.items);
  if (schema.patternProperties) return Object.values(schema.patternProperties).flatMap(objectsIn);
  return schema.properties ? [schema] : [];
};
