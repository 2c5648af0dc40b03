import type { Instrument } from '#core/instrument/instrument.ts';
import { gardens } from './garden-instrument.ts';

/** The school gardens with a number asked once, and the rate of beds out of it. */
export const countedGardens: Instrument = {
  ...gardens,
  id: 'counted-gardens',
  once: [{ id: 'beds', label: 'Beds dug', help: 'How many beds were dug.', kind: 'integer', width: 10 }],
  measures: [
    { kind: 'rate', id: 'sure-beds', title: 'Sure beds', field: 'sure', lines: [{ code: 'yes', outOf: 'beds' }] },
  ],
};
