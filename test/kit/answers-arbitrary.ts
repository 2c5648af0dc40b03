import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { choicesOf } from '#core/instrument/choices.ts';
import { fixedRows, onceKey, type Field, type Instrument } from '#core/instrument/instrument.ts';
import { spellingsOf } from '#core/instrument/interpret.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow } from '#core/returns/content.ts';

/** What people leave in a cell of a field: mostly an answer, sometimes nothing or something else. */
export const cellOf = (field: Field, circumstances: Circumstances): fc.Arbitrary<Cell> => {
  const blank = { weight: 2, arbitrary: fc.constant<Cell>(null) };
  const odd = { weight: 1, arbitrary: fc.constantFrom<Cell>('*', 'x', ' ', '~?', 'Unknown') };
  const mostly = (arbitrary: fc.Arbitrary<Cell>) => fc.oneof({ weight: 9, arbitrary }, blank, odd);
  switch (field.kind) {
    case 'integer':
      return mostly(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom<Cell>('12', '007')));
    case 'decimal':
      return mostly(fc.integer({ min: -200, max: 900 }).map((tenths) => tenths / 10));
    case 'date':
      return mostly(fc.constantFrom<Cell>(39_800, '14/04/2009', '2009-06-30'));
    case 'text':
      return fc.constantFrom<Cell>(null, 'a note', 'AP-012', 12);
    default: {
      const choices = choicesOf(field, circumstances);
      if (choices.length === 0) return fc.constant<Cell>(null);
      if (field.kind !== 'choices') return mostly(fc.constantFrom<Cell>(...choices.flatMap(spellingsOf)));
      return mostly(
        fc
          .subarray([...choices.map(({ label }) => label)], { minLength: 1, maxLength: 4 })
          .map((made) => made.join('; ')),
      );
    }
  }
};

/** Returns of an instrument, as typed: rows of every kind of answer, some left blank, open ones as many as `most`. */
export const rowsOf = (
  instrument: Instrument,
  circumstances: Circumstances,
  { least = 0, most = 12 } = {},
): fc.Arbitrary<AnswerRow[]> => {
  const values = (fields: readonly Field[]) =>
    fc
      .tuple(...fields.map((field) => cellOf(field, circumstances)))
      .map((cells) => Object.fromEntries(fields.map(({ id }, at) => [id, cells[at] ?? null])));
  const row = fc.oneof(
    { weight: 8, arbitrary: values(instrument.fields) },
    { weight: 1, arbitrary: fc.constant<Record<string, Cell>>({}) },
  );
  const keys = fixedRows(instrument).map(({ key }) => key);
  const table =
    instrument.rows.kind === 'fixed'
      ? fc.tuple(...keys.map(() => row)).map((rows) => rows.map((one, at) => ({ key: keys[at] ?? '', values: one })))
      : fc
          .array(row, { minLength: least, maxLength: most })
          .map((rows) => rows.map((one, at) => ({ key: String(at + 1), values: one })));
  const { once = [] } = instrument;
  if (once.length === 0) return table;
  return fc.tuple(table, values(once)).map(([rows, one]) => [{ key: onceKey, values: one }, ...rows]);
};
