import type { FieldId } from '../../ids.ts';
import { count, plus, sum } from '../figures.ts';
import { nameInTables } from '../measured.ts';
import type { Figure } from '../sums.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';

/**
 * How many rows of each line came in, out of a number that is asked once; nothing where that number is not given. A
 * return without the number counts in neither, else a rate could be above 1; how many returns do count stands beside.
 */
export const rate: MeasureKind<'rate'> = ({ field, lines }, measured) => {
  const choices = new Map(measured.choices(field).map((choice) => [choice.code, choice]));
  const parts = lines.map(({ code, outOf }) => {
    const choice = choices.get(code);
    return {
      label: choice === undefined ? code : nameInTables(choice),
      rows: count([{ field, code }, { given: outOf }]),
      outOf: sum({ kind: 'once', field: outOf }),
      returns: given([outOf]),
    };
  });
  const line = (label: string, role: 'part' | 'total', rows: Figure, outOf: Figure, returns: Figure) => ({
    label,
    role,
    cells: [{ ratio: [rows, outOf] } as const, rows, outOf, returns],
  });
  const total = (of: 'rows' | 'outOf') => plus(parts.map((part) => part[of]));
  const numbers = [...new Set(lines.map(({ outOf }) => outOf))];
  return {
    columns: [
      { label: tableWords.rate, role: 'part', unit: 'share' },
      { label: tableWords.number, role: 'beside', unit: 'count' },
      { label: tableWords.outOf, role: 'beside', unit: 'count' },
      { label: tableWords.returns, role: 'beside', unit: 'count' },
    ],
    lines: [
      ...parts.map(({ label, rows, outOf, returns }) => line(label, 'part', rows, outOf, returns)),
      line(tableWords.total, 'total', total('rows'), total('outOf'), given(numbers)),
    ],
  };
};

/** Returns that say at least one of some numbers asked once. */
const given = (fields: readonly FieldId[]): Figure => sum({ kind: 'given', fields });
