import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  type BaseValueObject,
  type compareToken,
} from '@univerjs/engine-formula';

type Plain = string | number | boolean;
type Line = readonly Nullable<BaseValueObject>[];

/** Whether an operator holds where the first is less than the second, where they are the same, where it is greater. */
const holding: Readonly<Record<string, readonly boolean[]>> = {
  '=': [false, true, false],
  '<>': [true, false, true],
  '<': [true, false, false],
  '<=': [true, true, false],
  '>': [false, false, true],
  '>=': [false, true, true],
};

/**
 * The operators `= <> < <= > >=` as Excel has them: texts are compared sign by sign, in capitals or not. The engine's
 * own take `*` and `?` on the right for a pattern, which may take minutes where there are dozens of them. Texts are
 * ordered by their characters' codes, as the engine orders them. Blanks are nought, an empty text or FALSE, whichever
 * they are compared with; an error on either side is the answer of its cell.
 */
export class ExcelCompare extends BaseFunction {
  override minParams = 2;
  override maxParams = 2;
  #holding: readonly boolean[] = [];

  /** The engine says which operator is meant before each calculation. */
  setCompareType(operator: compareToken): void {
    this.#holding = holding[operator] ?? [];
  }

  override calculate(left: BaseValueObject, right: BaseValueObject): BaseValueObject {
    if (!left.isArray() && !right.isArray()) return this.#compare(left, right);
    if (left.isError()) return left;
    if (right.isError()) return right;
    const [one, other] = [tableOf(left), tableOf(right)];
    const [rows, columns] = [Math.max(one.rows, other.rows), Math.max(one.columns, other.columns)];
    const answers: BaseValueObject[][] = [];
    // Plain loops: verdict formulas compare whole columns while somebody types.
    for (let row = 0; row < rows; row += 1) {
      const answer: BaseValueObject[] = [];
      for (let column = 0; column < columns; column += 1)
        answer.push(this.#compare(at(one, row, column), at(other, row, column)));
      answers.push(answer);
    }
    return ArrayValueObject.create({
      calculateValueList: answers,
      rowCount: rows,
      columnCount: columns,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    });
  }

  #compare(left: BaseValueObject, right: BaseValueObject): BaseValueObject {
    if (left.isError()) return left;
    if (right.isError()) return right;
    const holds = this.#holding[order(plainOf(left, right), plainOf(right, left)) + 1] === true;
    return BooleanValueObject.create(holds);
  }
}

interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly lines: readonly Line[];
}

const tableOf = (value: BaseValueObject): Table => {
  if (!value.isArray()) return { rows: 1, columns: 1, lines: [[value]] };
  const array = value as ArrayValueObject;
  return { rows: array.getRowCount(), columns: array.getColumnCount(), lines: array.getArrayValue() };
};

const blank = NullValueObject.create();
const noPartner = ErrorValueObject.create(ErrorType.NA);

/** A single value, row or column stands beside every line and column of the other; what has no partner is #N/A. */
const at = ({ rows, columns, lines }: Table, row: number, column: number): BaseValueObject => {
  const [down, right] = [rows === 1 ? 0 : row, columns === 1 ? 0 : column];
  if (down >= rows || right >= columns) return noPartner;
  return lines[down]?.[right] ?? blank;
};

const plainOf = (value: BaseValueObject, other: BaseValueObject): Plain => {
  if (!value.isNull()) return value.getValue();
  if (other.isString()) return '';
  return other.isBoolean() ? false : 0;
};

/** Numbers come before texts and texts before truth values. */
const kinds = ['number', 'string', 'boolean'];

/** -1, 0 or 1: the first is less than the second, the same, or greater. */
const order = (left: Plain, right: Plain): number => {
  if (left === right) return 0;
  if (typeof left !== typeof right) return kinds.indexOf(typeof left) < kinds.indexOf(typeof right) ? -1 : 1;
  if (typeof left !== 'string' || typeof right !== 'string') return left < right ? -1 : 1;
  const [one, other] = [left.toLowerCase(), right.toLowerCase()];
  return one === other ? 0 : one < other ? -1 : 1;
};
