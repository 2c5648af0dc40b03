import type { Cell } from '#core/cell.ts';
import type { FieldId, RowKey } from '#core/ids.ts';
import { onceKey, type Instrument } from '#core/instrument/instrument.ts';
import { isBlank } from '#core/returns/same-value.ts';
import { isProvisional } from '#core/sheet/row-numbers.ts';

/**
 * A cell as people find it in the sheet: "A3 · Evidence", in an open table "No. 12 · Year group" ("row 40" while it has
 * no number), and what is asked once by its own words alone.
 */
export const placeWords = (
  instrument: Pick<Instrument, 'fields' | 'once' | 'rows'>,
  row: RowKey,
  field: FieldId,
): string => {
  const label = [...instrument.fields, ...(instrument.once ?? [])].find(({ id }) => id === field)?.label ?? field;
  if (row === onceKey) return label;
  if (isProvisional(row)) return `Row ${row.slice(1)} · ${label}`;
  return instrument.rows.kind === 'open' ? `No. ${row} · ${label}` : `${row} · ${label}`;
};

/** A value as it stands in the sheet; a blank cell is said to be blank. */
export const valueWords = (value: Cell): string => {
  if (isBlank(value)) return 'blank';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
};
