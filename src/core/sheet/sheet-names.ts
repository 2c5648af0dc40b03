import type { Instrument } from '../instrument/instrument.ts';
import { dayInShort } from '../words/date-words.ts';
import type { SheetRole } from './sheet-plan.ts';

/** As many characters as Excel allows. */
const longest = 31;

/** The tab names of the sheets that one return or one master has in a workbook. */
export type SheetNames = Readonly<Record<SheetRole, string>>;

/**
 * Tab names for a new set of sheets, none of them taken yet (Excel compares names without case). All sheets of one set carry the same number: "Pupils (2)", "Pupils (2) summary".
 */
export const freeSheetNames = (instrument: Pick<Instrument, 'sheetTitle'>, taken: readonly string[]): SheetNames => {
  const used = folded(taken);
  for (let number = 1; ; number += 1) {
    const names = namesOf(number === 1 ? instrument.sheetTitle : `${instrument.sheetTitle} (${number})`);
    if (Object.values(names).every((name) => !used.has(name.toLowerCase()))) return names;
  }
};

/**
 * A tab name for the master of a day in the past such as `2009-06-30`, not taken yet: "Pupils 30 Jun 2009". Of a long
 * title as much as there is room for.
 */
export const freeNameOfDay = (
  { sheetTitle }: Pick<Instrument, 'sheetTitle'>,
  day: string,
  taken: readonly string[],
): string => {
  const used = folded(taken);
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? ` ${dayInShort(day)}` : ` ${dayInShort(day)} (${number})`;
    const name = sheetTitle.slice(0, longest - end.length).trimEnd() + end;
    if (!used.has(name.toLowerCase())) return name;
  }
};

const folded = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.toLowerCase()));

const namesOf = (title: string): SheetNames => ({
  entry: title,
  summary: `${title} summary`,
  record: `${title} record`,
  guide: `${title} read me`,
  check: `${title} check`,
  lists: `${title} lists`,
  master: `${title} master`,
});
