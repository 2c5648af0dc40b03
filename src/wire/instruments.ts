import { Type, type Static } from 'typebox';
import { closed } from './shapes.ts';

/** The newest version of each instrument that a new round may ask. */
export const InstrumentsAnswer = Type.Object(
  {
    instruments: Type.Array(
      Type.Object(
        {
          /** As a round names it. */
          reference: Type.String(),
          title: Type.String(),
          /** Whether a round may take tallies of it alone. */
          tallies: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type InstrumentsAnswer = Static<typeof InstrumentsAnswer>;
