import Value from 'typebox/value';
import { failed, ok, type Result } from '../result.ts';
import type { InstrumentFault } from './instrument-fault.ts';
import { faultsInMeaning } from './instrument-meaning.ts';
import { InstrumentSchema } from './instrument-schema.ts';
import type { Instrument } from './instrument.ts';
import { faultsInShape } from './shape-faults.ts';

/**
 * Turns a definition, as read from a file or written in the code, into an instrument that the engine may trust.
 * Faults of meaning (references, uniqueness) are all reported, and only when the shape is right.
 */
export const loadInstrument = (definition: unknown): Result<Instrument, readonly InstrumentFault[]> => {
  if (!Value.Check(InstrumentSchema, definition)) return failed(faultsInShape(definition));
  const instrument: Instrument = definition;
  const faults = faultsInMeaning(instrument);
  return faults.length === 0 ? ok(instrument) : failed(faults);
};
