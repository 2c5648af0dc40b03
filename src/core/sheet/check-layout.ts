import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { fixedRows, type Field, type Instrument } from '../instrument/instrument.ts';
import type { CheckTerms } from '../rules/check-terms.ts';
import type { Offer } from '../rules/row-in-hand.ts';
import { fixedArea, fixedCell } from './a1.ts';
import { entryLayout, type EntryLayout } from './entry-layout.ts';
import { measuredFields, workedFields } from './worked-fields.ts';

/** What is worked out of the cells of one field. What nobody needs is left out. */
export interface FieldColumns {
  readonly text: Area;
  /** Which choice, of a field where one may be made. */
  readonly place?: Area | undefined;
  /** Of dates, and where several choices may be made: the text made ready for the columns that read it. */
  readonly ready?: Area | undefined;
  /** Where several may be made: a column for each choice, and whether all of the cell is understood. */
  readonly made?: Area | undefined;
  readonly understood?: Area | undefined;
  /** Of numbers and dates. */
  readonly number?: Area | undefined;
}

/**
 * Where everything stands on the check sheet. Verdicts stand in the very cells of the entries they judge, so that a
 * highlight compares cell by cell. To the right of them:
 * - working columns, one line for each line of the entry sheet, in whatever order it is sorted; of a field asked once
 *   only the line it stands in;
 * - of fixed rows "in order" columns, one line for each row of the instrument in its own order: measures read these, so
 *   that sorting the entry sheet changes no number. In an open table they read the working columns, in any order.
 */
export interface CheckLayout {
  readonly entry: EntryLayout;
  /** One cell: whether anything of the return is filled. */
  readonly anything: Area;
  /** One line for each watched line of the entry sheet. */
  readonly key: Area;
  /** The place of the key among the instrument's; in an open table the row's number. 0 for none. */
  readonly keyNumber: Area;
  readonly rowPlace: Area;
  readonly started: Area;
  /** Of all fields, those asked once too. */
  readonly fields: ReadonlyMap<FieldId, FieldColumns>;
  /** 1 yes, 2 no, 0 nothing. */
  readonly derived: ReadonlyMap<FieldId, Area>;
  /** 1 where the cell must stay blank in a line that is started, else 0; of fields that have such a rule. */
  readonly notApplicable: ReadonlyMap<FieldId, Area>;
  readonly standing: Area;
  verdicts(field: FieldId): Area;
  /** One line for each row of an instrument with fixed ones. */
  readonly inOrder?: InOrder;
  readonly terms: CheckTerms;
}

export interface InOrder {
  readonly rowPlace: Area;
  readonly groupPlace: Area;
  readonly started: Area;
  /** Of the fields that measures read. */
  readonly fields: ReadonlyMap<FieldId, Omit<FieldColumns, 'text' | 'ready'>>;
  readonly derived: ReadonlyMap<FieldId, Area>;
  /** The value of the choice made; "" where there is none or it has no value. Of fields whose findings are told. */
  readonly values: ReadonlyMap<FieldId, Area>;
}

/** `entry` is where the parts of the entry sheet stand: as freshly drawn, or by now. */
export const checkLayout = (
  instrument: Instrument,
  offer: Offer,
  entry: EntryLayout = entryLayout(instrument),
): CheckLayout => {
  const worked = workedFields(instrument);
  const choices = (field: FieldId) => offer.get(field)?.choices ?? [];
  const firstColumn = entry.columns + 1;
  const table = columnsFrom(firstColumn, entry.firstRow, entry.watchedRows);
  const once = new Map(
    entry.once.map(({ field, row }) => [field, { row, next: columnsFrom(firstColumn, row, 1) }] as const),
  );

  const [key, keyNumber, rowPlace, started] = [table(), table(), table(), table()];
  const asked = [...(instrument.once ?? []), ...instrument.fields];
  const fields = new Map(
    asked.map((field) => {
      const next = once.get(field.id)?.next ?? table;
      const working = worked.has(field.id) ? workingColumns(field, choices(field.id).length, next) : {};
      return [field.id, { text: next(), ...working }] as const;
    }),
  );
  const derived = new Map((instrument.derived ?? []).map(({ id }) => [id, table()]));
  const blanks = new Set(instrument.rules.flatMap((rule) => (rule.kind === 'not-applicable' ? [rule.field] : [])));
  const notApplicable = new Map([...blanks].map((id) => [id, (once.get(id)?.next ?? table)()]));
  const column = (id: string): Area => ({ ...key, column: entry.column(id) });
  const verdicts = (field: FieldId): Area => {
    const line = once.get(field);
    return line === undefined ? column(field) : { row: line.row, column: entry.onceColumn, rows: 1, columns: 1 };
  };
  const inOrder =
    instrument.rows.kind === 'fixed'
      ? orderedColumns(instrument, fields, choices, columnsFrom(table().column, entry.firstRow, entry.rows))
      : undefined;
  const anything = { row: entry.progressRow, column: firstColumn, rows: 1, columns: 1 };
  return {
    entry,
    anything,
    key,
    keyNumber,
    rowPlace,
    started,
    fields,
    derived,
    notApplicable,
    standing: column('#status'),
    verdicts,
    ...(inOrder === undefined ? {} : { inOrder }),
    terms: {
      text: (field) => fixedArea(columnsOf(fields, field).text),
      place: (field) => reference(fields.get(field)?.place),
      made: (field, place) => {
        const made = fields.get(field)?.made;
        return made && reference({ ...made, column: made.column + place - 1, columns: 1 });
      },
      understood: (field) => reference(fields.get(field)?.understood),
      number: (field) => reference(fields.get(field)?.number),
      choices,
      rowPlace: fixedArea(rowPlace),
      placeOfRow: placesOfRows(instrument),
      started: fixedArea(started),
      line: `(ROW(${fixedArea(key)})-${key.row})`,
      anything: fixedCell(anything.row, anything.column),
    },
  };
};

/** Hands out areas from the left to the right, all beginning in one row. */
type NextColumns = (columns?: number) => Area;

const columnsFrom = (first: number, row: number, rows: number): NextColumns => {
  let next = first;
  return (columns = 1) => {
    const area = { row, column: next, rows, columns };
    next += columns;
    return area;
  };
};

const workingColumns = ({ kind }: Field, choices: number, next: NextColumns): Omit<FieldColumns, 'text'> => {
  if (kind === 'date') return { ready: next(), number: next() };
  if (kind === 'integer' || kind === 'decimal') return { number: next() };
  if (choices === 0) return {};
  return kind === 'choices' ? { ready: next(), understood: next(), made: next(choices) } : { place: next() };
};

const orderedColumns = (
  instrument: Instrument,
  fields: CheckLayout['fields'],
  choices: CheckTerms['choices'],
  next: NextColumns,
): InOrder => {
  const measured = measuredFields(instrument);
  const once = new Set((instrument.once ?? []).map(({ id }) => id));
  const again = (area: Area | undefined) => area && next(area.columns);
  const told = new Set(instrument.measures.flatMap((measure) => (measure.kind === 'finding' ? [measure.field] : [])));
  return {
    rowPlace: next(),
    groupPlace: next(),
    started: next(),
    fields: new Map(
      measured
        .filter((id) => fields.has(id) && !once.has(id))
        .map((id) => {
          const { place, made, understood, number } = columnsOf(fields, id);
          const columns = {
            place: again(place),
            made: again(made),
            understood: again(understood),
            number: again(number),
          };
          return [id, columns];
        }),
    ),
    derived: new Map((instrument.derived ?? []).map(({ id }) => [id, next()])),
    values: new Map(
      [...told].filter((id) => choices(id).some(({ value }) => value !== undefined)).map((id) => [id, next()]),
    ),
  };
};

const placesOfRows = (instrument: Pick<Instrument, 'rows'>): CheckTerms['placeOfRow'] => {
  const places = new Map(fixedRows(instrument).map(({ key }, at) => [key, at + 1]));
  return (key) => places.get(key) ?? -1;
};

const reference = (area: Area | undefined): string | undefined => area && fixedArea(area);

/** The columns of a field that has some for certain. */
export const columnsOf = (fields: ReadonlyMap<FieldId, FieldColumns>, field: FieldId): FieldColumns => {
  const columns = fields.get(field);
  if (columns === undefined) throw new Error(`The check sheet has no column for ${field}`);
  return columns;
};
