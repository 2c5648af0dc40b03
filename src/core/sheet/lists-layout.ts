import type { Area } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { type Choice, type Field, fixedRows, type Instrument } from '../instrument/instrument.ts';
import { spellingsOf } from '../instrument/interpret.ts';
import { foldedText } from '../instrument/text-normal-form.ts';
import type { Offer } from '../rules/row-in-hand.ts';

const firstRow = 2;

/** Texts in one column with their numbers in the next one. */
export interface PlacedTexts {
  readonly texts: readonly string[];
  readonly places: readonly number[];
  readonly textArea: Area;
  readonly placeArea: Area;
}

/** One drop-down: the labels in a column, and the rows of the instrument where it is offered. */
export interface DropDown {
  readonly field: FieldId;
  readonly labels: readonly string[];
  readonly area: Area;
  /** Every row when absent: of an open table, and of what is asked once. */
  readonly rows?: ReadonlySet<RowKey>;
}

/** What stands where on the lists sheet. */
export interface ListsLayout {
  /** Keys of fixed rows; an open table has none. */
  readonly rowKeys?: PlacedTexts;
  /** For each field that offers choices: every spelling once, with the place of its choice counted from 1. */
  readonly spellings: ReadonlyMap<FieldId, PlacedTexts>;
  /** A field has several where some choices are open to some rows only. */
  readonly dropDowns: readonly DropDown[];
  /** Columns from this one on are free for what else has to be kept with a return. */
  readonly columns: number;
}

/** Fields that offer the same choices share their columns. */
export const listsLayout = (instrument: Pick<Instrument, 'fields' | 'rows' | 'once'>, offer: Offer): ListsLayout => {
  let nextColumn = 0;
  const column = (length: number): Area => ({ row: firstRow, column: nextColumn++, rows: length, columns: 1 });
  const placed = shared((texts: readonly string[], places: readonly number[]): PlacedTexts => ({
    texts,
    places,
    textArea: column(texts.length),
    placeArea: column(texts.length),
  }));
  const listed = shared((labels: readonly string[]) => column(labels.length));
  const keys = fixedRows(instrument).map(({ key }) => key);
  const rowKeys =
    keys.length === 0
      ? undefined
      : placed(
          keys,
          keys.map((_, at) => at + 1),
        );
  const withChoices = (fields: readonly Field[]) =>
    fields.flatMap(({ id }) => {
      const choices = offer.get(id)?.choices ?? [];
      return choices.length === 0 ? [] : [{ id, choices }];
    });
  const once = withChoices(instrument.once ?? []);
  const inRows = withChoices(instrument.fields);
  const spellings = new Map(
    [...once, ...inRows].map(({ id, choices }) => {
      const found = everySpelling(choices);
      return [id, placed([...found.keys()], [...found.values()])] as const;
    }),
  );
  const everywhere = ({ id, choices }: { id: FieldId; choices: readonly Choice[] }): DropDown => {
    const labels = choices.map(({ label }) => label);
    return { field: id, labels, area: listed(labels) };
  };
  const byRow = ({ id, choices }: { id: FieldId; choices: readonly Choice[] }): readonly DropDown[] =>
    [...rowsByLabels(keys, choices).values()].map(({ labels, rows }) => ({
      field: id,
      labels,
      rows,
      area: listed(labels),
    }));
  const dropDowns = [
    ...once.map(everywhere),
    ...(instrument.rows.kind === 'open' ? inRows.map(everywhere) : inRows.flatMap(byRow)),
  ];
  return { ...(rowKeys === undefined ? {} : { rowKeys }), spellings, dropDowns, columns: nextColumn };
};

/** The same made once for equal arguments. */
const shared = <A extends unknown[], R>(make: (...of: A) => R): ((...of: A) => R) => {
  const made = new Map<string, R>();
  return (...of) => {
    const key = JSON.stringify(of);
    const found = made.get(key) ?? make(...of);
    made.set(key, found);
    return found;
  };
};

/** Each spelling once, folding case: the check sheet adds up matches, so a second one would count double. */
const everySpelling = (choices: readonly Choice[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  choices.forEach((choice, at) => {
    for (const spelling of spellingsOf(choice).map(foldedText)) if (!found.has(spelling)) found.set(spelling, at + 1);
  });
  return found;
};

/** Rows that offer the same labels, together. A row to which no choice is open has no drop-down. */
const rowsByLabels = (keys: readonly RowKey[], choices: readonly Choice[]) => {
  const byLabels = new Map<string, { labels: readonly string[]; rows: Set<RowKey> }>();
  for (const key of keys) {
    const labels = choices.filter(({ rows }) => rows === undefined || rows.includes(key)).map(({ label }) => label);
    if (labels.length === 0) continue;
    const known = byLabels.get(labels.join('\n')) ?? { labels, rows: new Set() };
    known.rows.add(key);
    byLabels.set(labels.join('\n'), known);
  }
  return byLabels;
};
