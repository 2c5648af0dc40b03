import type { FieldId, RowKey } from '#core/ids.ts';
import { fixedRows, onceKey, type Instrument } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { isRuleOf } from '#core/rules/rule-of.ts';
import { isRowNumber } from '#core/sheet/row-numbers.ts';

/**
 * Whether a content can belong to an instrument at all: rows and fields that it has, each row once, explanations of
 * its rules. Rows of an open table have numbers. Answers where it does not fit, as a place in the content;
 * `undefined` when all is well. Whether the answers are good is the rules' business.
 */
export const misfit = (instrument: Instrument, content: ReturnContent): string | undefined => {
  const has = cellsOf(instrument);
  const seen = new Set<string>();
  for (const [at, row] of content.rows.entries()) {
    if (!has.row(row.key) || seen.has(row.key)) return `/content/rows/${at}/key`;
    seen.add(row.key);
    for (const field of Object.keys(row.values)) if (!has.cell(row.key, field)) return `/content/rows/${at}/values`;
  }
  for (const [at, { row, field, rule }] of content.explanations.entries()) {
    if (!has.cell(row, field) || !isRuleOf(instrument, rule)) return `/content/explanations/${at}`;
  }
  return undefined;
};

/** Whether an instrument has such a cell. */
export const hasCell = (instrument: Instrument, row: RowKey, field: FieldId): boolean =>
  cellsOf(instrument).cell(row, field);

const cellsOf = (instrument: Instrument) => {
  const rows = new Set(fixedRows(instrument).map(({ key }) => key));
  const isOpen = instrument.rows.kind === 'open';
  const inTable = new Set(instrument.fields.map(({ id }) => id));
  const once = new Set((instrument.once ?? []).map(({ id }) => id));
  const row = (key: RowKey) => (key === onceKey ? once.size > 0 : isOpen ? isRowNumber(key) : rows.has(key));
  return {
    row,
    cell: (key: RowKey, field: FieldId) => row(key) && (key === onceKey ? once : inTable).has(field),
  };
};
