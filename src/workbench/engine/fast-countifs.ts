import type { Ctor } from '@univerjs/core';
import {
  functionStatistical,
  NumberValueObject,
  type ArrayValueObject,
  type BaseFunction,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';

type Plain = string | number | boolean | null;

/** A column's plain values, and for each criterion asked so far which of them meet it. */
interface Indexed {
  readonly values: readonly Plain[];
  readonly rows: number;
  readonly columns: number;
  readonly meets: Map<string, Uint8Array | undefined>;
}

/**
 * The engine keeps one array per range for the length of one calculation; hundreds of counts over the same columns
 * therefore share one index. Arrays die with the calculation, and their index with them.
 */
const indexes = new WeakMap<object, Indexed>();

function indexed(array: ArrayValueObject): Indexed {
  const known = indexes.get(array);
  if (known) return known;
  const values: Plain[] = [];
  array.iterator((value) => {
    values.push(value === null || value === undefined || value.isNull() ? null : (value.getValue() as Plain));
  });
  const made = { values, rows: array.getRowCount(), columns: array.getColumnCount(), meets: new Map() };
  indexes.set(array, made);
  return made;
}

const comparison = /^(>=|<=|<>|>|<|=)?([\s\S]*)$/;

/** Which values meet the criterion; `undefined` where the engine's own, slower count must decide. */
function meeting(column: Indexed, criterion: string | number): Uint8Array | undefined {
  const key = `${typeof criterion} ${criterion}`;
  if (column.meets.has(key)) return column.meets.get(key);
  const found = compare(column.values, criterion);
  column.meets.set(key, found);
  return found;
}

function compare(values: readonly Plain[], criterion: string | number): Uint8Array | undefined {
  const [, operator = '=', wanted = ''] =
    typeof criterion === 'number' ? ['', '=', String(criterion)] : (comparison.exec(criterion) ?? []);
  // Wildcards, blanks and truth values have rules of their own in Excel: they stay with the engine.
  if (wanted.trim() === '' || wanted !== wanted.trim() || /[*?~]/.test(wanted)) return undefined;
  if (/^(true|false)$/i.test(wanted) || wanted.startsWith('#')) return undefined;
  const number = Number(wanted);
  if (!Number.isNaN(number) && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(wanted))
    return compareNumber(values, operator, number);
  if (/\d/.test(wanted)) return undefined; // may be a date, a percentage or an amount of money
  if (operator !== '=' && operator !== '<>') return undefined;
  return compareText(values, operator, wanted.toLowerCase());
}

function compareNumber(values: readonly Plain[], operator: string, wanted: number): Uint8Array | undefined {
  // A text that looks like a number equals it in Excel; whether the stock count agrees is not ours to decide.
  if (values.some((value) => typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)))) {
    return undefined;
  }
  const test = numberTests[operator];
  return test && Uint8Array.from(values, (value) => (test(value, wanted) ? 1 : 0));
}

const numberTests: Record<string, (value: Plain, wanted: number) => boolean> = {
  '=': (value, wanted) => value === wanted,
  '<>': (value, wanted) => value !== wanted,
  '>': (value, wanted) => typeof value === 'number' && value > wanted,
  '>=': (value, wanted) => typeof value === 'number' && value >= wanted,
  '<': (value, wanted) => typeof value === 'number' && value < wanted,
  '<=': (value, wanted) => typeof value === 'number' && value <= wanted,
};

function compareText(values: readonly Plain[], operator: string, wanted: string): Uint8Array {
  const equal = operator === '=' ? 1 : 0;
  return Uint8Array.from(values, (value) =>
    typeof value === 'string' && value.toLowerCase() === wanted ? equal : 1 - equal,
  );
}

/** A criterion that is one number or one text; `undefined` for arrays, errors, blanks and truth values. */
function singleCriterion(variant: FunctionVariantType | undefined): string | number | undefined {
  let value: FunctionVariantType | undefined = variant;
  if (value?.isReferenceObject()) value = (value as BaseReferenceObject).toArrayValueObject();
  if (value?.isArray()) {
    const array = value as ArrayValueObject;
    if (array.getRowCount() !== 1 || array.getColumnCount() !== 1) return undefined;
    value = array.get(0, 0) ?? undefined;
  }
  if (!value || value.isError() || (value as BaseValueObject).isNull()) return undefined;
  if ((value as BaseValueObject).isBoolean()) return undefined;
  const plain = (value as BaseValueObject).getValue();
  return typeof plain === 'string' || typeof plain === 'number' ? plain : undefined;
}

/** How many rows meet every criterion; `undefined` where the engine's own function must answer. */
function fastCount(variants: readonly FunctionVariantType[]): number | undefined {
  let all: Uint8Array | undefined;
  let shape: Indexed | undefined;
  for (let i = 0; i + 1 < variants.length; i += 2) {
    const range = variants[i];
    const criterion = singleCriterion(variants[i + 1]);
    if (criterion === undefined || !range?.isReferenceObject()) return undefined;
    const column = indexed((range as BaseReferenceObject).toArrayValueObject());
    if (shape && (shape.rows !== column.rows || shape.columns !== column.columns)) return undefined;
    shape = column;
    const meets = meeting(column, criterion);
    if (!meets) return undefined;
    if (all) for (let k = 0; k < all.length; k += 1) all[k] = (all[k] ?? 0) & (meets[k] ?? 0);
    else all = meets.slice();
  }
  return all?.reduce((sum, one) => sum + one, 0);
}

/** The engine's functions take ranges too, although its base class says values only. */
type Counting = Omit<BaseFunction, 'calculate'> & { calculate(...variants: FunctionVariantType[]): BaseValueObject };

function stock(name: string): Ctor<Counting> {
  const found = functionStatistical.find((entry) => entry[1] === name)?.[0];
  if (!found) throw new Error(`The formula engine has no ${name}`);
  return found as unknown as Ctor<Counting>;
}

/**
 * COUNTIFS with an index per range and criterion: 300 counts over 5,000 rows take a third of a second instead of
 * four. What it cannot say with certainty (wildcards, dates, arrays of criteria) it leaves to the engine's own.
 */
export class FastCountifs extends stock('COUNTIFS') {
  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const count = fastCount(variants);
    return count === undefined ? super.calculate(...variants) : NumberValueObject.create(count);
  }
}

/** COUNTIF, in the same way. */
export class FastCountif extends stock('COUNTIF') {
  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const count = variants.length === 2 ? fastCount(variants) : undefined;
    return count === undefined ? super.calculate(...variants) : NumberValueObject.create(count);
  }
}
