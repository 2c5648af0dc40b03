import type { Readable } from 'node:stream';
import { recogniseRegisterFile, type RegisterReader } from '#core/register/recognise-file.ts';
import { rowsOnce } from '#core/register/plan-schools.ts';
import { successionsOf } from '#core/register/plan-links.ts';
import type { LinkRow, Succession } from '#core/register/read-link.ts';
import type { SchoolRow } from '#core/register/read-school.ts';
import type { MentorName } from '#core/register/register-columns.ts';
import type { RegisterFileFault, RowProblem } from '#core/register/row-problem.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { csvRecords, UnreadableCsv } from './csv-records.ts';

/** A file as read: what its rows say, in an order of their own, and the rows that cannot be taken. */
export type RegisterFile = { readonly problems: readonly RowProblem[] } & (
  | { readonly kind: 'gias' | 'list'; readonly urnHeading: string; readonly rows: readonly SchoolRow[] }
  | {
      readonly kind: 'links';
      readonly successions: readonly Succession[];
      /** Rows about links of other kinds. */
      readonly otherLinks: number;
    }
);

/** Reads a file of schools or of links as it comes, holding of each row only what is used. */
export const readRegisterFile = async (
  bytes: Readable,
  mentors: readonly MentorName[],
): Promise<Result<RegisterFile, RegisterFileFault>> => {
  try {
    let reader: RegisterReader | undefined;
    const rows: SchoolRow[] = [];
    const links: LinkRow[] = [];
    const problems: RowProblem[] = [];
    let row = 0;
    let otherLinks = 0;
    for await (const cells of csvRecords(bytes)) {
      row += 1;
      if (!reader) {
        const recognised = recogniseRegisterFile(cells, mentors);
        if (!recognised.ok) return recognised;
        reader = recognised.value;
        continue;
      }
      const read = reader.read(row, cells);
      if (!read.ok) problems.push(...read.failure);
      else if (read.value === undefined) otherLinks += 1;
      else if ('says' in read.value) rows.push(read.value);
      else links.push(read.value);
    }
    if (!reader) return failed({ kind: 'empty' });
    if (reader.kind === 'links')
      return ok({ kind: 'links', successions: successionsOf(links), otherLinks, problems });
    const once = rowsOnce(rows, reader.urnHeading);
    return ok({
      kind: reader.kind,
      urnHeading: reader.urnHeading,
      rows: once.rows,
      problems: [...problems, ...once.problems].sort((a, b) => a.row - b.row),
    });
  } catch (error) {
    if (error instanceof UnreadableCsv) return failed(error.fault);
    throw error;
  }
};
