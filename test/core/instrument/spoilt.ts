import type { Instrument } from '#core/instrument/instrument.ts';
import { loadInstrument } from '#core/instrument/load-instrument.ts';

/**
 * A place in a definition, written with names (`/fields/uses/choices/raw/label`), as the JSON pointer that it is: in a
 * list a name is the element with that id, code or key.
 */
export const pointerTo = (instrument: Instrument, path: string): string => {
  let at: unknown = instrument;
  return path
    .split('/')
    .map((step, depth) => {
      if (depth === 0) return step;
      const place = Array.isArray(at) ? at.findIndex((one) => isNamed(one, step)) : -1;
      const found = place < 0 ? step : String(place);
      at = (at as Record<string, unknown> | undefined)?.[found];
      return found;
    })
    .join('/');
};

const isNamed = (one: unknown, name: string): boolean =>
  typeof one === 'object' && one !== null && ['id', 'code', 'key'].some((id) => Reflect.get(one, id) === name);

/** The definition with something else in one place; `undefined` takes away what is there, `-` at the end adds to a list. */
export const spoilt = (instrument: Instrument, path: string, value: unknown): unknown => {
  const copy = structuredClone(instrument) as unknown;
  const steps = pointerTo(instrument, path).split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((at, step) => Reflect.get(at as object, step), copy) as object;
  if (Array.isArray(parent) && last === '-') parent.push(value);
  else if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return copy;
};

/** The faults of a definition as `[path, code]`, in the order in which they are reported. */
export const faultsOf = (definition: unknown): (readonly [string, string])[] => {
  const loaded = loadInstrument(definition);
  return loaded.ok ? [] : loaded.failure.map(({ path, code }) => [path, code] as const);
};
