import type { Cell, Grid } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import type { Field, Instrument } from '../instrument/instrument.ts';
import { foldedText, normalText } from '../instrument/text-normal-form.ts';
import { questionOf } from './question-of.ts';

/** A column of a pasted table and the field it belongs to; without one the column is never read. */
export interface ColumnMatch {
  /** Zero-based, in the pasted table. */
  readonly column: number;
  /** As it stands in the table, in the text normal form. */
  readonly heading: string;
  readonly field?: FieldId;
  /** Its heading means a field that a column further left has already. */
  readonly repeats?: FieldId;
}

/** A table to be pasted: where its headings stand and which column is which. */
export interface RecognisedTable {
  /** Zero-based row of the headings; the answers begin below it. */
  readonly headingRow: number;
  readonly columns: readonly ColumnMatch[];
}

/**
 * Says which column of a pasted table belongs to which field, by its heading alone: the field's label, its id, its
 * question with or without the heading of its part (also as Google Forms writes a grid: `Part [question]`), or one of
 * the further headings that the field names. Case, punctuation and a leading "12." do not matter. Cells below the
 * headings are not looked at. The heading row is the one, among the first twenty, that names most fields; of two
 * columns for one field the left one keeps it.
 */
export const recogniseColumns = (grid: Grid, instrument: Pick<Instrument, 'fields'>): RecognisedTable => {
  const fields = fieldByHeading(instrument.fields);
  const matches = grid.slice(0, rowsSearched).map((row) => matchRow(row, fields));
  const named = matches.map((columns) => columns.filter(({ field }) => field !== undefined).length);
  const headingRow = Math.max(0, named.indexOf(Math.max(0, ...named)));
  return { headingRow, columns: matches[headingRow] ?? [] };
};

const rowsSearched = 20;

const matchRow = (row: readonly Cell[], fields: ReadonlyMap<string, FieldId>): readonly ColumnMatch[] => {
  const taken = new Set<FieldId>();
  return row.map((cell, column) => {
    const [heading, field] = [normalText(cell), fields.get(bare(cell))];
    if (field === undefined) return { column, heading };
    if (taken.has(field)) return { column, heading, repeats: field };
    taken.add(field);
    return { column, heading, field };
  });
};

/** Every heading by which a field is known, bare; one that could mean two fields is known for neither. */
const fieldByHeading = (fields: readonly Field[]): ReadonlyMap<string, FieldId> => {
  const found = new Map<string, FieldId | undefined>();
  for (const field of fields)
    for (const heading of new Set(headingsOf(field).map(bare)))
      found.set(heading, found.has(heading) ? undefined : field.id);
  return new Map([...found].flatMap(([heading, id]) => (id === undefined || heading === '' ? [] : [[heading, id]])));
};

const headingsOf = (field: Field): readonly string[] => [
  field.label,
  field.id,
  field.question ?? field.label,
  questionOf(field),
  ...(field.alsoCalled ?? []),
];

/** Letters and digits only, folding case, a leading number with its point left out: "1. Year group*" is yeargroup. */
const bare = (heading: Cell): string =>
  foldedText(heading)
    .replace(/^\d+\s*[.):]\s*/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
