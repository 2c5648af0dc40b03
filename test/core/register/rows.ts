import type { Cells } from '#core/register/headings.ts';
import { recogniseRegisterFile } from '#core/register/recognise-file.ts';
import type { MentorName } from '#core/register/register-columns.ts';
import { ownerId } from '#core/ids.ts';

export const cells = (...texts: readonly string[]): Cells => ({
  length: texts.length,
  text: (at) => (texts[at] ?? '').trim(),
});

export const mentors: readonly MentorName[] = [
  { owner: ownerId('M-1'), name: 'Mo Mentor' },
  { owner: ownerId('M-2'), name: 'Sam Same' },
  { owner: ownerId('M-3'), name: 'Sam Same' },
];

/** Reads a file given as its headings and one row, which stands in row 2. */
export const readRow = (headings: readonly string[], row: readonly string[]) => {
  const reader = recogniseRegisterFile(cells(...headings), mentors);
  if (!reader.ok) throw new Error(reader.failure.kind);
  return reader.value.read(2, cells(...row));
};

/** The same with a heading over each cell. */
export const readCells = (row: Readonly<Record<string, string>>) => readRow(Object.keys(row), Object.values(row));
