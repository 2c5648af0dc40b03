import type { ModelValidation } from '../../engine/model.ts';
import { absoluteAddress, quotedSheet } from '../address.ts';
import { parseDateTime } from '../date-text.ts';
import { apiNotFound, invalidArgument } from '../errors.ts';
import { requireBoolean, requireOneOf, requireText } from '../guards.ts';
import type { HostObject } from '../host-objects.ts';
import type { Work } from '../work.ts';
import { sheetName } from './range-shape.ts';

type Rules = 'list' | 'custom' | 'wholeNumber' | 'decimal' | 'textLength' | 'date';
const ruleNames: readonly Rules[] = ['list', 'custom', 'wholeNumber', 'decimal', 'textLength', 'date'];
const maxListLength = 255;

/** As Excel gives it back: numbers as formulas (`=10`), an empty rule where there is none (rule 36). */
export function ruleFrom(validation: ModelValidation): object {
  const { type: kind, formula1 = '', formula2, operator } = validation;
  if (kind === 'none') return {};
  if (kind === 'list') return { list: { inCellDropDown: validation.inCellDropDown ?? true, source: formula1 } };
  if (kind === 'custom') return { custom: { formula: formula1 } };
  return { [kind]: { formula1, ...(formula2 !== undefined && { formula2 }), operator } };
}

/** A rule of one type as the engine keeps it (rules 34, 37). */
export function ruleTo(value: unknown, work: Work): Omit<ModelValidation, 'ignoreBlanks'> {
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  const given = value as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  const kinds = Object.keys(given).filter((key) => given[key] !== null && given[key] !== undefined);
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined) throw invalidArgument();
  const type = ruleNames.find((name) => name === kind);
  if (!type) throw apiNotFound(`DataValidationRule.${kind}`);
  const part = given[kind] ?? {};
  if (type === 'custom') return { type, formula1: formulaText(part.formula) };
  if (type !== 'list') return comparison(type, part);
  const inCellDropDown = part.inCellDropDown === undefined ? true : requireBoolean(part.inCellDropDown);
  return { type, inCellDropDown, formula1: listSource(part.source, work) };
}

/** Choices with commas between (at most 255 characters, rule 34), a formula, or a range. */
function listSource(source: unknown, work: Work): string {
  if (typeof source === 'string') {
    if (source === '' || (!source.startsWith('=') && source.length > maxListLength)) throw invalidArgument();
    return source;
  }
  const object = source as HostObject | null | undefined;
  if (object?.type !== 'Range') throw invalidArgument();
  return `=${quotedSheet(sheetName(work, object.sheet))}!${absoluteAddress(object.area)}`;
}

const operators = [
  ...(['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan'] as const),
  ...(['GreaterThanOrEqualTo', 'LessThanOrEqualTo'] as const),
];

function comparison(
  type: Exclude<Rules, 'list' | 'custom'>,
  part: Readonly<Record<string, unknown>>,
): Omit<ModelValidation, 'ignoreBlanks'> {
  const operator = requireOneOf(part.operator, operators);
  const bound = (value: unknown): string => (type === 'date' ? dateBound(value) : numberBound(value));
  const formula1 = bound(part.formula1);
  return operator === 'Between' || operator === 'NotBetween'
    ? { type, operator, formula1, formula2: bound(part.formula2) }
    : { type, operator, formula1 };
}

function numberBound(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? `=${value}` : formulaText(value);
}

/** Rule 37: dates are ISO text, never numbers. */
function dateBound(value: unknown): string {
  const text = requireText(value);
  if (text.startsWith('=')) return text;
  const date = /^\d{4}-\d{2}-\d{2}/.test(text) ? parseDateTime(text, 0) : undefined;
  if (!date) throw invalidArgument();
  return `=${date.value}`;
}

function formulaText(value: unknown): string {
  const text = requireText(value);
  if (!text.startsWith('=')) throw invalidArgument();
  return text;
}
