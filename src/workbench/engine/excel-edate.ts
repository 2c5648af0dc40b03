import type { Ctor } from '@univerjs/core';
import {
  functionDate,
  NumberValueObject,
  type ArrayValueObject,
  type BaseFunction,
  type BaseValueObject,
} from '@univerjs/engine-formula';

type Moving = Omit<BaseFunction, 'calculate'> & {
  calculate(start: BaseValueObject, months: BaseValueObject): BaseValueObject;
};

const stock = functionDate.find(([, name]) => name === 'EDATE')?.[0] as unknown as Ctor<Moving>;

/** Day 25569 of Excel's calendar, from which it agrees with everybody else's, is 1 January 1970. */
const dayOfMonth = (serial: number): number => new Date((Math.floor(serial) - 25569) * 86_400_000).getUTCDate();

/** EDATE as Excel has it: a month after 31 January is the last of February. The engine's own goes on into March. */
export class ExcelEdate extends stock {
  override calculate(start: BaseValueObject, months: BaseValueObject): BaseValueObject {
    const moved = super.calculate(start, months);
    if (!moved.isArray()) return kept(moved, start);
    const at = (row: number, column: number): BaseValueObject | null => {
      if (!start.isArray()) return start;
      const days = start as ArrayValueObject;
      return days.get(days.getRowCount() === 1 ? 0 : row, days.getColumnCount() === 1 ? 0 : column) ?? null;
    };
    return (moved as ArrayValueObject).mapValue((value, row, column) => kept(value, at(row, column)));
  }
}

/** A day that went on into the next month goes back to the end of its own. */
function kept(moved: BaseValueObject, start: BaseValueObject | null): BaseValueObject {
  if (!moved.isNumber() || !start) return moved;
  const serial = Number(moved.getValue());
  const day = dayOfMonth(serial);
  return day === dayOfMonth(Number(start.getValue()))
    ? moved
    : NumberValueObject.create(serial - day, moved.getPattern());
}
