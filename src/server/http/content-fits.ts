import { fixedRows, type Instrument } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';

/**
 * Whether a content can belong to an instrument at all: rows and fields that it has, each row once, explanations of
 * its own rules. Answers where it does not, as a place in the content; `undefined` when all is well. Whether the
 * answers are good is the rules' business.
 */
export const misfit = (instrument: Instrument, content: ReturnContent): string | undefined => {
  const rows = new Set(fixedRows(instrument).map(({ key }) => key));
  const fields = new Set(instrument.fields.map(({ id }) => id));
  const rules = new Set(instrument.rules.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [at, row] of content.rows.entries()) {
    if (!rows.has(row.key) || seen.has(row.key)) return `/content/rows/${at}/key`;
    seen.add(row.key);
    for (const field of Object.keys(row.values)) if (!fields.has(field)) return `/content/rows/${at}/values`;
  }
  for (const [at, { row, field, rule }] of content.explanations.entries()) {
    if (!rows.has(row) || !fields.has(field) || !rules.has(rule)) return `/content/explanations/${at}`;
  }
  return undefined;
};

/** Whether an instrument has such a cell. */
export const hasCell = (instrument: Instrument, row: string, field: string): boolean =>
  fixedRows(instrument).some(({ key }) => key === row) && instrument.fields.some(({ id }) => id === field);
