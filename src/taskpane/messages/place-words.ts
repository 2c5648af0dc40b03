import type { Cell } from '#core/cell.ts';
import type { FieldId, RowKey } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { isBlank } from '#core/returns/same-value.ts';

/** A cell as people find it in the sheet: "A3 · Evidence". */
export const placeWords = (instrument: Pick<Instrument, 'fields'>, row: RowKey, field: FieldId): string =>
  `${row} · ${instrument.fields.find(({ id }) => id === field)?.label ?? field}`;

/** A value as it stands in the sheet; a blank cell is said to be blank. */
export const valueWords = (value: Cell): string => {
  if (isBlank(value)) return 'blank';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
};
