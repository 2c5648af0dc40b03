import { columnName } from './address.ts';

const reference =
  /("(?:[^"]|"")*"|'(?:[^']|'')*'!)|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])|(?<![\w$.])([A-Za-z_][\w.]*)/g;

/** A formula as it reads for a cell further down and to the right: relative references move along, `$` ones stay. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    reference,
    (text: string, kept?: string, absColumn = '', letters?: string, absRow = '', digits?: string) => {
      if (kept !== undefined || letters === undefined || digits === undefined) return text;
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const toColumn = absColumn ? column : column + columns;
      const toRow = absRow ? Number(digits) : Number(digits) + rows;
      return toColumn < 0 || toRow < 1 ? '#REF!' : `${absColumn}${columnName(toColumn)}${absRow}${toRow}`;
    },
  );
}
