import Value from 'typebox/value';
import { failed, ok, type Result } from '../result.ts';
import type { InstrumentFault } from './instrument-fault.ts';
import { faultsInMeaning } from './instrument-meaning.ts';
import { InstrumentSchema } from './instrument-schema.ts';
import type { Instrument } from './instrument.ts';

/**
 * Turns a definition, as read from a file or written in the code, into an instrument that the engine may trust.
 * Faults of meaning (references, uniqueness) are all reported, and only when the shape is right; of the faults of
 * shape the first few are (the schema library stops counting at eight).
 */
export const loadInstrument = (definition: unknown): Result<Instrument, readonly InstrumentFault[]> => {
  if (!Value.Check(InstrumentSchema, definition)) return failed(faultsInShape(definition));
  const instrument: Instrument = definition;
  const faults = faultsInMeaning(instrument);
  return faults.length === 0 ? ok(instrument) : failed(faults);
};

/**
 * Where alternatives are open (a rule's kinds, a condition's forms) the schema library complains once for each branch
 * that was not meant: these are reported as one fault of the whole.
 */
const faultsInShape = (definition: unknown): InstrumentFault[] => {
  const faults = new Map<string, InstrumentFault>();
  for (const { keyword, schemaPath, instancePath, message } of Value.Errors(InstrumentSchema, definition)) {
    const [above, branch] = schemaPath.split('/anyOf', 2);
    if (keyword === 'additionalProperties' && branch === undefined) continue; // said again for the member itself
    const choosing = branch !== undefined || keyword === 'anyOf';
    const path = choosing ? firstSteps(instancePath, stepsDown(above ?? '')) : instancePath;
    const detail = choosing ? 'is none of the forms allowed here' : message;
    if (!faults.has(path)) faults.set(path, { path, code: 'shape', detail });
  }
  return [...faults.values()];
};

/** How deep in the data a schema path leads: `#/properties/rules/items` two steps, to one rule. */
const stepsDown = (schemaPath: string): number => (schemaPath.match(/\/properties\/[^/]+|\/items/g) ?? []).length;

const firstSteps = (pointer: string, steps: number): string =>
  pointer
    .split('/')
    .slice(0, steps + 1)
    .join('/');
