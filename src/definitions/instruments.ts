import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';
import { selfReview } from './self-review.ts';

/** A built-in definition with a fault is a mistake of ours: nothing should start with it. */
const sound = (definition: Instrument): Instrument => {
  const loaded = loadInstrument(definition);
  if (loaded.ok) return loaded.value;
  const faults = loaded.failure.map(({ path, code, detail }) => `${path} ${code}: ${detail}`);
  throw new Error(`${instrumentRef(definition)} is not sound:\n${faults.join('\n')}`);
};

/** Every version of every instrument that comes with the program, loaded and checked. */
export const instruments: readonly Instrument[] = [selfReview].map(sound);

/** The built-in instrument that a round or a sheet names, e.g. by `name@1`; `undefined` when there is none. */
export const instrumentByRef = (ref: string): Instrument | undefined =>
  instruments.find((instrument) => instrumentRef(instrument) === ref);
