import { count, plus, sum } from '../figures.ts';
import { nameInTables } from '../measured.ts';
import type { Figure } from '../sums.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';

/** How many rows of each line came in, out of a number that is asked once; nothing where that number is not given. */
export const rate: MeasureKind<'rate'> = ({ field, lines }, measured) => {
  const choices = new Map(measured.choices(field).map((choice) => [choice.code, choice]));
  const parts = lines.map(({ code, outOf }) => {
    const choice = choices.get(code);
    return {
      label: choice === undefined ? code : nameInTables(choice),
      rows: count([{ field, code }]),
      outOf: sum({ kind: 'once', field: outOf }),
    };
  });
  const line = (label: string, role: 'part' | 'total', rows: Figure, outOf: Figure) => ({
    label,
    role,
    cells: [{ ratio: [rows, outOf] } as const, rows, outOf],
  });
  return {
    columns: [
      { label: tableWords.rate, role: 'part', unit: 'share' },
      { label: tableWords.number, role: 'beside', unit: 'count' },
      { label: tableWords.outOf, role: 'beside', unit: 'count' },
    ],
    lines: [
      ...parts.map(({ label, rows, outOf }) => line(label, 'part', rows, outOf)),
      line(tableWords.total, 'total', plus(parts.map(({ rows }) => rows)), plus(parts.map(({ outOf }) => outOf))),
    ],
  };
};
