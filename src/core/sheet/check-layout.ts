import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import type { CheckTerms } from '../rules/check-terms.ts';
import type { Offer } from '../rules/row-in-hand.ts';
import { fixedArea } from './a1.ts';
import { entryLayout, type EntryLayout } from './entry-layout.ts';

/**
 * Where everything stands on the check sheet. Verdicts stand in the very cells of the entries they judge, so that a
 * highlight compares cell by cell. To the right of them:
 * - working columns, one line for each line of the entry sheet, in whatever order it is sorted;
 * - "in order" columns, one line for each row of the instrument in its own order: measures read these, so that sorting
 *   the entry sheet changes no number.
 */
export interface CheckLayout {
  readonly entry: EntryLayout;
  /** One line for each watched line of the entry sheet. */
  readonly key: Area;
  readonly rowPlaceRaw: Area;
  readonly rowPlace: Area;
  readonly started: Area;
  readonly texts: ReadonlyMap<FieldId, Area>;
  /** For fields that offer choices. */
  readonly places: ReadonlyMap<FieldId, Area>;
  readonly standing: Area;
  verdicts(field: FieldId): Area;
  /** One line for each row of the instrument. */
  readonly inOrder: {
    readonly rowPlace: Area;
    readonly groupPlace: Area;
    /** For fields that measures read: the place of the choice made, 0 for none. */
    readonly places: ReadonlyMap<FieldId, Area>;
    /** The value of the choice made; "" where there is none or it has no value. */
    readonly values: ReadonlyMap<FieldId, Area>;
  };
  readonly terms: CheckTerms;
}

export const checkLayout = (instrument: Instrument, offer: Offer): CheckLayout => {
  const entry = entryLayout(instrument);
  let nextColumn = entry.columns + 1;
  const watched = (column = nextColumn++): Area => ({
    row: entry.firstRow,
    column,
    rows: entry.watchedRows,
    columns: 1,
  });
  const ordered = (): Area => ({ row: entry.firstRow, column: nextColumn++, rows: entry.rows, columns: 1 });
  const choices = (field: FieldId) => offer.get(field)?.choices ?? [];

  const [key, rowPlaceRaw, rowPlace, started] = [watched(), watched(), watched(), watched()];
  const texts = new Map(instrument.fields.map(({ id }) => [id, watched()]));
  const withChoices = instrument.fields.filter(({ id }) => choices(id).length > 0).map(({ id }) => id);
  const places = new Map(withChoices.map((id) => [id, watched()]));
  const measured = [...new Set(instrument.measures.map(({ field }) => field))].filter((id) => places.has(id));
  const inOrder = {
    rowPlace: ordered(),
    groupPlace: ordered(),
    places: new Map(measured.map((id) => [id, ordered()])),
    values: new Map(
      measured.filter((id) => choices(id).some(({ value }) => value !== undefined)).map((id) => [id, ordered()]),
    ),
  };
  const rowPlaces = new Map(fixedRows(instrument).map((item, at) => [item.key, at + 1]));
  return {
    entry,
    key,
    rowPlaceRaw,
    rowPlace,
    started,
    texts,
    places,
    standing: watched(entry.column('#status')),
    verdicts: (field) => watched(entry.column(field)),
    inOrder,
    terms: {
      text: (field) => fixedArea(areaOf(texts, field)),
      place: (field) => (places.has(field) ? fixedArea(areaOf(places, field)) : undefined),
      choices,
      rowPlace: fixedArea(rowPlace),
      placeOfRow: (row) => rowPlaces.get(row) ?? -1,
      started: fixedArea(started),
    },
  };
};

/** The area of a field that has one for certain. */
export const areaOf = (areas: ReadonlyMap<FieldId, Area>, field: FieldId): Area => {
  const area = areas.get(field);
  if (area === undefined) throw new Error(`The check sheet has no column for ${field}`);
  return area;
};
