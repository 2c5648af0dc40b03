import type { Area, Cell } from '#core/cell.ts';
import type { ModelValidation } from '../../engine/model.ts';
import { intersection, parseAddress } from '../address.ts';
import { apiNotFound } from '../errors.ts';
import type { Work } from '../work.ts';
import { validationsIn } from './data-validation.ts';
import { rangeOn, sheetNamed } from './range-shape.ts';
import { plainValues } from './range-content.ts';

/** `dataValidation.valid`: all cells, none, or `null` for some (rule 36). Cells without a rule are valid. */
export function valid({ sheet, area }: { readonly sheet: string; readonly area: Area }, work: Work): boolean | null {
  let bad = 0;
  for (const { area: part, validation } of validationsIn(work, sheet, area)) {
    const common = intersection(part, area);
    if (!common) continue;
    const choices = validation.type === 'list' ? choicesOf(validation, sheet, work) : undefined;
    const cells = plainValues(rangeOn(sheet, common), work).flat();
    bad += cells.filter((cell) => !isValid(cell, validation, choices)).length;
  }
  if (bad === 0) return true;
  return bad === area.rows * area.columns ? false : null;
}

/** The choices that a list offers: comma-separated text or the cells of a range. */
function choicesOf({ formula1 = '' }: ModelValidation, sheet: string, work: Work): ReadonlySet<string> {
  if (!formula1.startsWith('=')) return new Set(formula1.split(',').map(plain));
  const source = parseAddress(formula1.slice(1));
  const on = source?.sheet === undefined ? sheet : sheetNamed(work, source.sheet);
  if (!source || on === undefined) throw apiNotFound('DataValidation.valid for a list that is no range');
  return new Set(plainValues(rangeOn(on, source.area), work).flat().map(plain));
}

/** Choices are compared trimmed: leading blanks may survive the split (rule 34). */
const plain = (value: Cell): string => String(value ?? '').trim();

function isValid(cell: Cell, validation: ModelValidation, choices: ReadonlySet<string> | undefined): boolean {
  if (cell === null || cell === '') return validation.ignoreBlanks;
  if (choices) return choices.has(plain(cell));
  if (validation.type === 'none') return true;
  if (validation.type === 'custom') throw apiNotFound('DataValidation.valid for a custom rule');
  const size = validation.type === 'textLength' ? String(cell).length : cell;
  if (typeof size !== 'number' || (validation.type === 'wholeNumber' && !Number.isInteger(size))) return false;
  return compares(size, validation.operator ?? '', bound(validation.formula1), bound(validation.formula2));
}

function bound(formula: string | undefined): number {
  const number = formula === undefined ? 0 : Number(formula.slice(1));
  if (Number.isNaN(number)) throw apiNotFound('DataValidation.valid for a rule with a formula');
  return number;
}

function compares(value: number, operator: string, one: number, two: number): boolean {
  const between = value >= one && value <= two;
  const outcomes: Readonly<Record<string, boolean>> = {
    Between: between,
    NotBetween: !between,
    EqualTo: value === one,
    NotEqualTo: value !== one,
    GreaterThan: value > one,
    LessThan: value < one,
    GreaterThanOrEqualTo: value >= one,
    LessThanOrEqualTo: value <= one,
  };
  return outcomes[operator] ?? false;
}
