import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { fault, type InstrumentFault } from './instrument-fault.ts';
import { FrameSchema, partSchemas, partSchemasByKind } from './instrument-schema.ts';

/**
 * Where a definition is not of the shape of an instrument. Each row, field, rule and measure is looked at on its own,
 * as its kind asks, so that one mistake does not hide another; of each the first few are reported (the schema library
 * stops counting at eight).
 */
export const faultsInShape = (definition: unknown): InstrumentFault[] => [
  ...faultsAgainst(FrameSchema, definition, ''),
  ...Object.entries(partSchemas).flatMap(([name, shape]) =>
    partsOf(definition, name).flatMap(([path, part]) => faultsAgainst(shape, part, path)),
  ),
  ...Object.entries(partSchemasByKind).flatMap(([name, shapes]) =>
    partsOf(definition, name).flatMap(([path, part]) => faultsInKind(shapes, part, path)),
  ),
];

const partsOf = (definition: unknown, name: string): readonly (readonly [path: string, part: unknown])[] => {
  const part = memberOf(definition, name);
  if (Array.isArray(part)) return part.map((one, at) => [`/${name}/${at}`, one] as const);
  return name === 'rows' && part !== undefined ? [[`/${name}`, part]] : [];
};

const memberOf = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;

const faultsInKind = (shapes: Readonly<Record<string, TSchema>>, part: unknown, path: string): InstrumentFault[] => {
  const kind = memberOf(part, 'kind');
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
  return shape ? faultsAgainst(shape, part, path) : [fault(`${path}/kind`, 'shape', noForm)];
};

const noForm = 'is none of the forms allowed here';

/**
 * Where alternatives are open (a condition's forms) the schema library complains once for each that was not meant:
 * these are reported as one fault of the whole.
 */
const faultsAgainst = (schema: TSchema, data: unknown, below: string): InstrumentFault[] => {
  const faults = new Map<string, InstrumentFault>();
  for (const { keyword, schemaPath, instancePath, message, params } of Value.Errors(schema, data)) {
    const [above, branch] = schemaPath.split('/anyOf', 2);
    if (keyword === 'additionalProperties' && branch === undefined) continue; // said again for the member itself
    const choosing = branch !== undefined || keyword === 'anyOf';
    const path = below + (choosing ? firstSteps(instancePath, stepsDown(above ?? '')) : instancePath);
    const missing = !choosing && 'requiredProperties' in params ? params.requiredProperties : undefined;
    const found = missing
      ? missing.map((member) => fault(`${path}/${member}`, 'shape', 'is missing'))
      : [fault(path, 'shape', choosing ? noForm : keyword === 'boolean' ? 'does not belong here' : message)];
    for (const one of found) if (!faults.has(one.path)) faults.set(one.path, one);
  }
  return [...faults.values()];
};

/** How deep in the data a schema path leads: `#/properties/choices/items` two steps, to one choice. */
const stepsDown = (schemaPath: string): number =>
  (schemaPath.match(/\/(?:properties|patternProperties)\/[^/]+|\/items/g) ?? []).length;

const firstSteps = (pointer: string, steps: number): string =>
  pointer
    .split('/')
    .slice(0, steps + 1)
    .join('/');
