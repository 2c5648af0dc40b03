import { failed, ok, type Result } from '../result.ts';
import type { OwnerId } from '../ids.ts';
import type { Cells, Headings } from './headings.ts';
import type { MentorName, RegisterColumn } from './register-columns.ts';
import type { RowFault, RowProblem } from './row-problem.ts';
import { mostCharacters, type SchoolSays } from './school.ts';
import { readUrn } from './school-values.ts';

/** What one row of a file says of a school. */
export interface SchoolRow {
  /** As a spreadsheet counts, with the headings in row 1. */
  readonly row: number;
  readonly urn: OwnerId;
  readonly says: SchoolSays;
}

/** Reads a row; `undefined` when it is blank. */
export type RowReader<T> = (row: number, cells: Cells) => Result<T | undefined, readonly RowProblem[]>;

/** Which columns say what, and whether a row must have a name. */
export interface SchoolColumns {
  readonly urn: number;
  readonly name: number | undefined;
  readonly nameNeeded: boolean;
  readonly columns: readonly RegisterColumn[];
}

/** A reader of rows about schools. Columns that the file does not have say nothing. */
export const schoolReader = (
  { urn, name, nameNeeded, columns }: SchoolColumns,
  headings: Headings,
  mentors: readonly MentorName[],
): RowReader<SchoolRow> => {
  const there = columns.flatMap((column) => {
    const places = column.headings.map((names) => headings.at(...names));
    return places.every((place) => place !== undefined) ? [{ column, places }] : [];
  });
  const read = [urn, ...(name === undefined ? [] : [name]), ...there.flatMap(({ places }) => places)];
  return (row, cells) => {
    if (read.every((at) => cells.text(at) === '')) return ok(undefined);
    const problems: RowProblem[] = [];
    const refuse = (at: number, fault: RowFault) =>
      void problems.push({ row, column: headings.written[at] ?? '', fault, value: cells.text(at).slice(0, 200) });
    const beyond = Array.from({ length: Math.max(0, cells.length - headings.written.length) });
    if (beyond.some((_, at) => cells.text(headings.written.length + at) !== '')) refuse(urn, 'too-many-cells');
    const number = readUrn(cells.text(urn));
    if (number === undefined) refuse(urn, 'urn-wrong');
    const says: SchoolSays = {};
    if (name !== undefined) {
      const called = cells.text(name);
      if (called.length > mostCharacters.name) refuse(name, 'too-long');
      else if (called !== '') Object.assign(says, { name: called });
      else if (nameNeeded) refuse(name, 'name-missing');
    }
    for (const { column, places } of there) {
      const texts = places.map((at) => cells.text(at));
      const said = texts.every((one) => one === '') ? ok(column.blank ?? {}) : column.read(texts, mentors);
      if (said.ok) Object.assign(says, said.value);
      else refuse(places.at(-1) ?? urn, said.failure);
    }
    return number === undefined || problems.length > 0 ? failed(problems) : ok({ row, urn: number, says });
  };
};
