import { fixedRows, type Instrument } from '#core/instrument/instrument.ts';
import { derivedCode } from '#core/measures/derived.ts';
import { findingInReturn } from '#core/measures/finding.ts';
import type { Criterion, Sum } from '#core/measures/sums.ts';
import type { RowInHand } from '#core/rules/row-in-hand.ts';

/** A return as somebody counts in it: its started rows, and what it is asked once. */
export interface CountedReturn {
  readonly rows: readonly RowInHand[];
  readonly once: RowInHand;
}

/** What somebody comes to who goes through a return for one sum alone, cell by cell. */
export const countedAlone = (instrument: Instrument, sum: Sum, { rows, once }: CountedReturn): number => {
  const number = (field: string) => once.meaning(field).number;
  switch (sum.kind) {
    case 'asked':
      return fixedRows(instrument).filter(({ group }) => (sum.group ?? group) === group).length;
    case 'once':
      return number(sum.field) ?? 0;
    case 'given':
      return sum.fields.some((field) => number(field) !== undefined) ? 1 : 0;
    case 'told':
    case 'shows': {
      const finding = instrument.measures.find(({ id }) => id === sum.finding);
      const shows = finding?.kind === 'finding' ? findingInReturn(finding, rows).shows : undefined;
      return shows === true || (shows === false && sum.kind === 'told') ? 1 : 0;
    }
    default:
      return rows
        .filter((row) => sum.criteria.every((criterion) => meets(instrument, criterion, row, once)))
        .map((row) => {
          if (sum.kind === 'count') return 1;
          const value = row.meaning(sum.field).number ?? 0;
          return sum.kind === 'squares' ? value * value : value;
        })
        .reduce((total, one) => total + one, 0);
  }
};

const meets = (instrument: Instrument, criterion: Criterion, row: RowInHand, once: RowInHand): boolean => {
  if ('given' in criterion) return once.meaning(criterion.given).number !== undefined;
  if ('group' in criterion)
    return (
      instrument.rows.kind === 'fixed' &&
      instrument.rows.items.find(({ key }) => key === row.key)?.group === criterion.group
    );
  const derived = instrument.derived?.find(({ id }) => id === criterion.field);
  const { understood, choices } = row.meaning(criterion.field);
  if ('answered' in criterion) return derived ? derivedCode(derived, row) !== undefined : understood;
  if (derived) return derivedCode(derived, row) === criterion.code;
  return understood && choices.some(({ code }) => code === criterion.code);
};
