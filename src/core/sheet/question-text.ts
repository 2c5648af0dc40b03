import type { FieldId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { columnLabel } from './entry-layout.ts';

/**
 * What stands in the "Mentor's question" cell of a row: each open question on a line of its own, led by the label of
 * the field it is about, which is also what highlights the asked cell. Empty when none is open.
 */
export const questionsText = (
  instrument: Pick<Instrument, 'fields' | 'rows' | 'once'>,
  questions: readonly { readonly field: FieldId; readonly text: string }[],
): string => questions.map(({ field, text }) => `${columnLabel(instrument, field)}: ${text}`).join('\n');
