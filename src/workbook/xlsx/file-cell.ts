import type { Cell as FileCell, CellValue } from 'hucre/xlsx';
import type { Cell } from '#core/cell.ts';
import { fixedArea } from '#core/sheet/a1.ts';
import type { Formula } from '#core/sheet/sheet-plan.ts';
import { asFileFormula } from './file-formula.ts';
import { asFileText } from './file-text.ts';

/** A value as it is written into a file: text is text, whatever it looks like. */
export const fileCell = (value: Cell): Partial<FileCell> => {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error('a cell cannot hold a number that is not finite');
  }
  if (typeof value !== 'string') return { value };
  const text = asFileText(value);
  // A bare `#N/A` would be written as the error; a run of text is always text.
  return value.startsWith('#') ? { richText: [{ text }] } : { value: text };
};

/**
 * A formula as it is written into a file, at a zero-based cell. Where it names a range it is written as one of arrays,
 * which may spill: that is how Excel takes what is typed, while it would read a plain formula of a file in its old
 * way, one cell of a range at a time. `caches` puts its result with it.
 */
export const fileFormula = (
  { formula, result }: Formula,
  row: number,
  column: number,
  caches: boolean,
): Partial<FileCell> => {
  const rows = result?.length ?? 1;
  const columns = result?.[0]?.length ?? 1;
  const first = result?.[0]?.[0];
  return {
    type: 'formula',
    formula: asFileFormula(formula),
    ...(caches && first !== undefined && first !== null ? { formulaResult: cached(first) } : {}),
    ...(formula.includes(':') || rows * columns > 1
      ? {
          formulaType: 'array' as const,
          formulaDynamic: true,
          formulaRef: fixedArea({ row, column, rows, columns }).replaceAll('$', ''),
        }
      : {}),
  };
};

const cached = (value: Exclude<Cell, null>): CellValue => (typeof value === 'string' ? asFileText(value) : value);
