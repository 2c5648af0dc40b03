import type { Cell as FileCell } from 'hucre/xlsx';
import type { Cell } from '#core/cell.ts';
import { asFileText } from './file-text.ts';

/** A value as it is written into a file: text is text, whatever it looks like. */
export const fileCell = (value: Cell): Partial<FileCell> => {
  if (typeof value !== 'string') return { value };
  const text = asFileText(value);
  // A bare `#N/A` would be written as the error; a run of text is always text.
  return value.startsWith('#') ? { richText: [{ text }] } : { value: text };
};
