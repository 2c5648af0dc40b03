import type { Instrument } from '../instrument/instrument.ts';
import type { SheetRole } from './sheet-plan.ts';

/** The tab names of the sheets that one return or one master has in a workbook. */
export type SheetNames = Readonly<Record<SheetRole, string>>;

/**
 * Tab names for a new set of sheets, none of them taken yet (Excel compares names without case and allows 31
 * characters). All sheets of one set carry the same number: "Pupils (2)", "Pupils (2) summary".
 */
export const freeSheetNames = (instrument: Pick<Instrument, 'sheetTitle'>, taken: readonly string[]): SheetNames => {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const names = namesOf(number === 1 ? instrument.sheetTitle : `${instrument.sheetTitle} (${number})`);
    if (Object.values(names).every((name) => !used.has(name.toLowerCase()))) return names;
  }
};

const namesOf = (title: string): SheetNames => ({
  entry: title,
  summary: `${title} summary`,
  record: `${title} record`,
  guide: `${title} read me`,
  check: `${title} check`,
  lists: `${title} lists`,
  master: `${title} master`,
});
