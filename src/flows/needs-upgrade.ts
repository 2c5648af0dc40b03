import { instrumentRef } from '#core/instrument/instrument.ts';
import type { OpenReturn } from './desk.ts';

/** Whether the sheets of a return were made with another version of the instrument than its round asks now. */
export const needsUpgrade = ({ instrument, round }: Pick<OpenReturn, 'instrument' | 'round'>): boolean =>
  instrumentRef(instrument) !== round.instrument;
