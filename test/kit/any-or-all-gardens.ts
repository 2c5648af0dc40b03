import type { Instrument, Measure } from '#core/instrument/instrument.ts';
import { gardens } from './garden-instrument.ts';

/** The school gardens with each finding three times: counted by the median, by any of its rows and by all of them. */
export const anyOrAllGardens: Instrument = {
  ...gardens,
  id: 'any-or-all-gardens',
  measures: gardens.measures.flatMap((measure): readonly Measure[] =>
    measure.kind === 'finding'
      ? [
          measure,
          ...(['any', 'all'] as const).map((countedBy) => ({
            ...measure,
            id: `${measure.id}-${countedBy}`,
            statement: `${measure.statement}, ${countedBy} of it`,
            countedBy,
          })),
        ]
      : [measure],
  ),
};
