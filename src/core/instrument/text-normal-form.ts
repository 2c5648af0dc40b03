import type { Cell } from '../cell.ts';

/**
 * The text that checks and formulas compare, in: a cell as typed, out: its text normal form ('' for a blank cell).
 * It is what `TRIM(SUBSTITUTE(cell,UNICHAR(160)," "))` gives in Excel: a number as General shows it, TRUE or FALSE,
 * non-breaking spaces as spaces, no leading or trailing spaces, one space for a run. As with Excel's TRIM only spaces
 * go: tabs and line breaks stay.
 */
export const normalText = (cell: Cell): string => {
  switch (typeof cell) {
    case 'string':
      if (!spaced.test(cell)) return cell;
      return cell
        .replace(/\u00a0/g, ' ')
        .replace(/^ +| +$/g, '')
        .replace(/ {2,}/g, ' ');
    case 'number':
      return generalText(cell);
    case 'boolean':
      return cell ? 'TRUE' : 'FALSE';
    default:
      return '';
  }
};

/** What makes a text different from its normal form; hardly any typed one has it. */
const spaced = /\u00a0|^ | $| {2}/;

/** The normal form with case folded: equal exactly when two cells are the same text. Fit as a key of a map. */
export const foldedText = (cell: Cell): string => normalText(cell).toLowerCase();

/** Whether two cells are the same text: normal forms compared, folding case. Two blanks are the same. */
export const sameText = (a: Cell, b: Cell): boolean => foldedText(a) === foldedText(b);

/** Whether a cell is blank: its normal form is empty. A cell that holds only spaces is blank. */
export const isBlank = (cell: Cell | undefined): boolean => cell === undefined || normalText(cell) === '';

/**
 * A number as Excel joins it to text: at most 15 significant digits, and exponents as `1.5E-07`, `1E+21`.
 * Equal to Excel for magnitudes from 0.0001 up to 1E+15, which covers all that people type here.
 */
const generalText = (value: number): string => {
  const shown = String(value);
  if (shown.length <= mostDigits && !shown.includes('e')) return shown;
  const rounded = Number(value.toPrecision(15));
  if (rounded === 0) return '0';
  const [mantissa = '', exponent] = String(rounded).split('e');
  if (exponent === undefined) return mantissa;
  return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${exponent.slice(1).padStart(2, '0')}`;
};

/** Digits that Excel keeps: a number that is as short as that, sign and point included, shows all it has. */
const mostDigits = 15;
