import type { Ctor } from '@univerjs/core';
import {
  ErrorType,
  ErrorValueObject,
  functionMath,
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
  /** Error values by place; `values` holds their texts. */
  readonly errors: ReadonlyMap<number, BaseValueObject>;
  readonly rows: number;
  readonly columns: number;
  readonly meets: Map<string, Uint8Array | undefined>;
}

/**
 * There is one array for a range for as long as nothing in it changes (see `formulas/sheet-values.ts`): hundreds of
 * counts over the same columns share one index, and so do later calculations.
 */
const indexes = new WeakMap<object, Indexed>();

function indexed(array: ArrayValueObject): Indexed {
  const known = indexes.get(array);
  if (known) return known;
  const values: Plain[] = [];
  const errors = new Map<number, BaseValueObject>();
  array.iterator((value) => {
    if (value?.isError()) errors.set(values.length, value);
    values.push(value === null || value === undefined || value.isNull() ? null : (value.getValue() as Plain));
  });
  const made = { values, errors, rows: array.getRowCount(), columns: array.getColumnCount(), meets: new Map() };
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
  if (!Number.isNaN(number) && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(wanted))
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

interface Met {
  readonly mask: Uint8Array;
  readonly shape: Indexed;
}

/** Which cells meet every criterion; `undefined` where the engine's own function must answer. */
function meetingAll(variants: readonly FunctionVariantType[]): Met | undefined {
  let met: Met | undefined;
  if (variants.length === 0 || variants.length % 2 !== 0) return undefined;
  for (let i = 0; i < variants.length; i += 2) {
    const criterion = singleCriterion(variants[i + 1]);
    const column = columnOf(variants[i]);
    if (criterion === undefined || !column || (met && !isAlike(met.shape, column))) return undefined;
    const meets = meeting(column, criterion);
    if (!meets) return undefined;
    if (met) for (let k = 0; k < met.mask.length; k += 1) met.mask[k] = (met.mask[k] ?? 0) & (meets[k] ?? 0);
    else met = { mask: meets.slice(), shape: column };
  }
  return met;
}

const columnOf = (range: FunctionVariantType | undefined): Indexed | undefined =>
  range?.isReferenceObject() ? indexed((range as BaseReferenceObject).toArrayValueObject()) : undefined;

const isAlike = (a: Indexed, b: Indexed): boolean => a.rows === b.rows && a.columns === b.columns;

/** What a function makes of the numbers it is left with: their count, sum, least and greatest. */
interface Left {
  readonly count: number;
  readonly sum: number;
  readonly least: number;
  readonly greatest: number;
}

/** The numbers that stand where the criteria are met; an error among them is the answer. */
function leftOf(range: FunctionVariantType | undefined, met: Met): Left | BaseValueObject | undefined {
  const column = columnOf(range);
  if (!column || !isAlike(column, met.shape)) return undefined;
  for (const [at, error] of column.errors) if (met.mask[at] === 1) return error;
  let [count, sum, least, greatest] = [0, 0, Infinity, -Infinity];
  column.values.forEach((value, at) => {
    if (met.mask[at] !== 1 || typeof value !== 'number') return;
    count += 1;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  });
  return { count, sum, least, greatest };
}

/** The engine's functions take ranges too, although its base class says values only. */
type Counting = Omit<BaseFunction, 'calculate'> & { calculate(...variants: FunctionVariantType[]): BaseValueObject };

function stock(name: string): Ctor<Counting> {
  const found = [...functionStatistical, ...functionMath].find((entry) => entry[1] === name)?.[0];
  if (!found) throw new Error(`The formula engine has no ${name}`);
  return found as unknown as Ctor<Counting>;
}

/** Counts where all criteria are met. */
const counting = (name: string): Ctor<Counting> =>
  class extends stock(name) {
    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      const met = meetingAll(variants);
      if (!met) return super.calculate(...variants);
      return NumberValueObject.create(met.mask.reduce((sum, one) => sum + one, 0));
    }
  };

/** Answers from the numbers where all criteria are met. `order` tells which is the range of numbers. */
const answering = (
  name: string,
  order: (variants: readonly FunctionVariantType[]) => readonly (FunctionVariantType | undefined)[],
  answer: (left: Left) => BaseValueObject,
): Ctor<Counting> =>
  class extends stock(name) {
    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      const [range, ...criteria] = order(variants);
      const met = meetingAll(criteria as FunctionVariantType[]);
      const left = met && leftOf(range, met);
      if (!left) return super.calculate(...variants);
      return 'count' in left && typeof left.count === 'number' ? answer(left as Left) : (left as BaseValueObject);
    }
  };

const number = (value: number): BaseValueObject => NumberValueObject.create(value);
const mean = ({ count, sum }: Left): BaseValueObject =>
  count === 0 ? ErrorValueObject.create(ErrorType.DIV_BY_ZERO) : number(sum / count);
const first = (variants: readonly FunctionVariantType[]): readonly FunctionVariantType[] => variants;
const last = ([range, criterion, numbers]: readonly FunctionVariantType[]) => [numbers ?? range, range, criterion];

/**
 * The family of functions with criteria, with an index per range and criterion: hundreds of counts over the same
 * columns take a tenth of the engine's own time. What they cannot say with certainty (wildcards, dates, arrays of
 * criteria) they leave to the engine's own.
 */
export const criteriaFunctions: readonly (readonly [Ctor<Counting>, string])[] = [
  [counting('COUNTIF'), 'COUNTIF'],
  [counting('COUNTIFS'), 'COUNTIFS'],
  [answering('SUMIF', last, ({ sum }) => number(sum)), 'SUMIF'],
  [answering('SUMIFS', first, ({ sum }) => number(sum)), 'SUMIFS'],
  [answering('AVERAGEIF', last, mean), 'AVERAGEIF'],
  [answering('AVERAGEIFS', first, mean), 'AVERAGEIFS'],
  [answering('MAXIFS', first, ({ count, greatest }) => number(count === 0 ? 0 : greatest)), 'MAXIFS'],
  [answering('MINIFS', first, ({ count, least }) => number(count === 0 ? 0 : least)), 'MINIFS'],
];
