import Value from 'typebox/value';
import { failed, ok, type Result } from '../result.ts';
import { faultsInMeaning } from './instrument-meaning.ts';
import type { InstrumentFault } from './instrument-fault.ts';
import { InstrumentSchema } from './instrument-schema.ts';
import type { Instrument } from './instrument.ts';

/**
 * Turns a definition, as read from a file or written in the code, into an instrument that the engine may trust.
 * All faults are reported at once; those of meaning (references, uniqueness) only when the shape is right.
 */
export const loadInstrument = (definition: unknown): Result<Instrument, readonly InstrumentFault[]> => {
  if (!Value.Check(InstrumentSchema, definition)) return failed(faultsInShape(definition));
  const instrument: Instrument = definition;
  const faults = faultsInMeaning(instrument);
  return faults.length === 0 ? ok(instrument) : failed(faults);
};

/** Where alternatives are open (a rule's kinds) only the whole is reported: the branches not meant would each complain. */
const faultsInShape = (definition: unknown): InstrumentFault[] =>
  Value.Errors(InstrumentSchema, definition)
    .filter(({ keyword, schemaPath }) => keyword !== 'additionalProperties' && !schemaPath.includes('/anyOf/'))
    .map(({ instancePath, message }) => ({ path: instancePath, code: 'shape', detail: message }));
