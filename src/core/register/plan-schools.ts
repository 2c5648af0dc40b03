import { failed, ok, type Result } from '../result.ts';
import type { OwnerId } from '../ids.ts';
import type { SchoolRow } from './read-school.ts';
import type { RowProblem } from './row-problem.ts';
import { newSchool, schoolFields, type School, type SchoolField, type SchoolSays } from './school.ts';

/** What becomes of a school; `closed` and `reopened` are changes that people want to see apart from the others. */
export type ChangeKind = 'new' | 'changed' | 'closed' | 'reopened' | 'unchanged';

export interface FieldChange {
  readonly field: SchoolField;
  readonly from: School[SchoolField];
  readonly to: School[SchoolField];
}

export interface SchoolChange {
  readonly kind: ChangeKind;
  /** The school as it will be. */
  readonly school: School;
  /** What is other than before; empty for a new school. */
  readonly fields: readonly FieldChange[];
}

/** A school as it will be when what is said of it is taken; what is not said stays. */
export const changeOf = (known: School, says: SchoolSays): SchoolChange => {
  const school: School = { ...known, ...says };
  const fields = schoolFields
    .filter((field) => known[field] !== school[field])
    .map((field) => ({ field, from: known[field], to: school[field] }));
  return { kind: kindOf(known, school, fields.length), school, fields };
};

const kindOf = (known: School, school: School, differing: number): ChangeKind => {
  if (differing === 0) return 'unchanged';
  if (known.status !== 'closed' && school.status === 'closed') return 'closed';
  return known.status === 'closed' && school.status !== 'closed' ? 'reopened' : 'changed';
};

/** The rows of schools that stand in the file once, by URN; of those that stand there again no row is taken. */
export const rowsOnce = (
  rows: readonly SchoolRow[],
  urnHeading: string,
): { readonly rows: readonly SchoolRow[]; readonly problems: readonly RowProblem[] } => {
  const sorted = [...rows].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : a.row - b.row));
  const twice = (at: number) => sorted[at]?.urn === sorted[at - 1]?.urn || sorted[at]?.urn === sorted[at + 1]?.urn;
  return {
    rows: sorted.filter((_, at) => !twice(at)),
    problems: sorted
      .filter((_, at) => twice(at))
      .map(({ row, urn }) => ({ row, column: urnHeading, fault: 'urn-twice', value: urn })),
  };
};

/** What a row makes of a school. Nothing is ever deleted: a school that no row names stays as it is. */
export const planRow = (
  known: School | undefined,
  { row, urn, says }: SchoolRow,
  urnHeading: string,
): Result<SchoolChange, RowProblem> => {
  if (known) return ok(changeOf(known, says));
  const { name } = says;
  if (name === undefined) return failed({ row, column: urnHeading, fault: 'not-in-register', value: urn });
  return ok({ kind: 'new', school: newSchool(urn, name, says), fields: [] });
};

/** The plan of a whole file: what it would change, by URN, and the rows it would not take. */
export const planSchools = (
  known: ReadonlyMap<OwnerId, School>,
  rows: readonly SchoolRow[],
  urnHeading: string,
): { readonly changes: readonly SchoolChange[]; readonly problems: readonly RowProblem[] } => {
  const changes: SchoolChange[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    const planned = planRow(known.get(row.urn), row, urnHeading);
    if (planned.ok) changes.push(planned.value);
    else problems.push(planned.failure);
  }
  return { changes, problems };
};
