import type { Cell } from '#core/cell.ts';
import { parseDateTime } from './date-text.ts';
import { isFormula } from './formula-syntax.ts';

/** What becomes of something that is put into a cell. `format`: the number format that Excel sets along with it. */
export type Coerced =
  | { readonly kind: 'leave' }
  | { readonly kind: 'value'; readonly value: Cell; readonly format?: string }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'refused'; readonly why: string };

const maxText = 32_767;
const maxFormula = 8192;

/**
 * How Excel takes a value that is written through the API or typed by a person (rules 13-16, 44): en-US numbers,
 * percentages, dates and TRUE/FALSE convert, a leading apostrophe makes text, `=`, `+` and `-` begin formulas, and in
 * a text cell (`@`) everything is text. `null` leaves the cell alone, `''` clears it.
 * @param format the cell's number format before
 * @param year the current year, for dates without one
 */
export function coerce(input: unknown, format: string, year: number): Coerced {
  if (input === null || input === undefined) return { kind: 'leave' };
  if (typeof input === 'number') return { kind: 'value', value: format === '@' ? String(input) : input };
  if (typeof input === 'boolean')
    return { kind: 'value', value: format === '@' ? String(input).toUpperCase() : input };
  if (typeof input !== 'string') return { kind: 'refused', why: 'A cell takes text, a number or a boolean.' };
  const coerced = coerceText(input, format, year);
  return coerced.kind === 'value' && coerced.format !== undefined && format !== 'General'
    ? { kind: 'value', value: coerced.value }
    : coerced;
}

/** Whether the cell's own format can make a difference to `coerce`, so that it need not be read for plain text. */
export function dependsOnFormat(input: unknown, year: number): boolean {
  if (typeof input !== 'string') return typeof input === 'number' || typeof input === 'boolean';
  const coerced = coerceText(input, 'General', year);
  return coerced.kind !== 'value' || typeof coerced.value !== 'string';
}

function coerceText(text: string, format: string, year: number): Coerced {
  if (text === '') return { kind: 'value', value: null };
  const literal = text.startsWith("'") ? text.slice(1) : text;
  if (literal.length > maxText) return { kind: 'refused', why: `A cell holds at most ${maxText} characters.` };
  if (text.startsWith("'") || format === '@') return { kind: 'value', value: literal };
  const value = number(text) ?? boolean(text) ?? parseDateTime(text, year);
  if (value) return { kind: 'value', ...value };
  return /^[=+-]./s.test(text) ? formula(text) : { kind: 'value', value: text };
}

function formula(text: string): Coerced {
  const written = text.startsWith('=') ? text : `=${text}`;
  if (written.length > maxFormula)
    return { kind: 'refused', why: `A formula holds at most ${maxFormula} characters.` };
  return isFormula(written)
    ? { kind: 'formula', formula: written }
    : { kind: 'refused', why: 'The formula is not correct.' };
}

interface Typed {
  readonly value: Cell;
  readonly format?: string;
}

function boolean(text: string): Typed | undefined {
  const word = text.trim().toUpperCase();
  return word === 'TRUE' || word === 'FALSE' ? { value: word === 'TRUE' } : undefined;
}

const numberShape = /^([+-]?)(\(?)\s*(\$?)([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d{1,3})?\s*(%?)(\)?)$/i;
const fractionShape = /^([+-]?)(\d+) +(\d{1,3})\/([1-9]\d{0,2})$/;

/** `1,234.5`, `50%`, `$3`, `(7)`, `1e3`, `2 1/2`; leading zeros are lost. */
function number(text: string): Typed | undefined {
  const trimmed = text.trim();
  const fraction = fractionShape.exec(trimmed);
  if (fraction) {
    const [, sign, whole, top, bottom] = fraction;
    const size = Number(whole) + Number(top) / Number(bottom);
    return { value: sign === '-' ? -size : size, format: Number(bottom) > 9 ? '# ??/??' : '# ?/?' };
  }
  const parts = numberShape.exec(trimmed);
  if (!parts) return undefined;
  const [, sign = '', open, currency, inner = '', whole = '', decimals = '', exponent = '', percent, close] = parts;
  if (whole === '' && !/\d/.test(decimals)) return undefined;
  if (Boolean(open) !== Boolean(close) || (open && (sign || inner)) || (sign && inner)) return undefined;
  const size = Number(`${whole.replaceAll(',', '') || '0'}${decimals}${exponent}`) / (percent ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  const value = sign === '-' || inner === '-' || open ? -size : size;
  const format = numberFormatOf({ whole, decimals, exponent, percent: !!percent, currency: !!currency });
  return format === undefined ? { value } : { value, format };
}

function numberFormatOf(typed: {
  whole: string;
  decimals: string;
  exponent: string;
  percent: boolean;
  currency: boolean;
}): string | undefined {
  const places = /\d/.test(typed.decimals) ? '.00' : '';
  if (typed.percent) return `0${places}%`;
  if (typed.currency) return `$#,##0${places}_);[Red]($#,##0${places})`;
  if (typed.exponent) return '0.00E+00';
  return typed.whole.includes(',') ? `#,##0${places}` : undefined;
}
