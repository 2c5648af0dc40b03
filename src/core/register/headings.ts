import { failed, ok, type Result } from '../result.ts';
import { foldedText } from '../instrument/text-normal-form.ts';
import type { RegisterFileFault } from './row-problem.ts';

/** One row of a file, decoded only where somebody looks. */
export interface Cells {
  readonly length: number;
  /** The text of a cell without spaces around; blank where the row is shorter. */
  text(at: number): string;
}

/** Where the columns of a file stand. */
export interface Headings {
  /** As the file has them. */
  readonly written: readonly string[];
  /** The zero-based place of the column that has one of these headings, given bare. */
  at(...bare: readonly string[]): number | undefined;
}

/** Letters and digits only, folding case: `LA (code)` is `lacode`, and so is `la_code`. */
const bareHeading = (heading: string): string => foldedText(heading).replace(/[^\p{L}\p{N}]/gu, '');

/** Reads the first row of a file. Two columns of one heading are refused: which of them counts is not for us to guess. */
export const readHeadings = (cells: Cells): Result<Headings, RegisterFileFault> => {
  const written = Array.from({ length: cells.length }, (_, at) => cells.text(at));
  const places = new Map<string, number>();
  for (const [at, heading] of written.entries()) {
    const bare = bareHeading(heading);
    if (bare === '') continue;
    if (places.has(bare)) return failed({ kind: 'column-twice', heading });
    places.set(bare, at);
  }
  const at = (...bare: readonly string[]) => bare.map((one) => places.get(one)).find((place) => place !== undefined);
  return ok({ written, at });
};
