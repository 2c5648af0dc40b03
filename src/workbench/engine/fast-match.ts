import type { Ctor } from '@univerjs/core';
import {
  ErrorType,
  ErrorValueObject,
  functionLookup,
  NumberValueObject,
  type ArrayValueObject,
  type BaseFunction,
  type BaseValueObject,
} from '@univerjs/engine-formula';

type Matching = Omit<BaseFunction, 'calculate'> & {
  calculate(wanted: BaseValueObject, list: BaseValueObject, type?: BaseValueObject): BaseValueObject;
};

const stock = functionLookup.find(([, name]) => name === 'MATCH')?.[0] as unknown as Ctor<Matching>;

/** The first place of each value in a list, counted from 1; for as long as the list is the same. */
const places = new WeakMap<object, ReadonlyMap<string, number>>();

function placesIn(list: ArrayValueObject): ReadonlyMap<string, number> {
  const known = places.get(list);
  if (known) return known;
  const made = new Map<string, number>();
  let place = 0;
  list.iterator((value) => {
    place += 1;
    const key = value ? keyOf(value) : undefined;
    if (key !== undefined && !made.has(key)) made.set(key, place);
  });
  places.set(list, made);
  return made;
}

/** Numbers, texts without regard to case, and truth values are three kinds; blanks and errors equal nothing. */
function keyOf(value: BaseValueObject): string | undefined {
  if (value.isError() || value.isNull()) return undefined;
  const plain = value.getValue();
  return `${typeof plain} ${typeof plain === 'string' ? plain.toLowerCase() : String(plain)}`;
}

/** A pattern is a text that means more than itself. */
const isPattern = (value: BaseValueObject): boolean => value.isString() && /[*?~]/.test(String(value.getValue()));

/**
 * MATCH for an exact match, by an index of the list: 1,800 searches in 1,800 lines are as many look-ups, not three
 * million comparisons. As in Excel the text "7" is not the number 7. Patterns and blanks are left to the engine's own.
 */
export class FastMatch extends stock {
  override calculate(wanted: BaseValueObject, list: BaseValueObject, type?: BaseValueObject): BaseValueObject {
    const isExact = type !== undefined && !type.isArray() && !type.isError() && Number(type.getValue()) === 0;
    if (!isExact || !list.isArray()) return this.#ask(wanted, list, type);
    const lines = list as ArrayValueObject;
    if (lines.getRowCount() !== 1 && lines.getColumnCount() !== 1) return this.#ask(wanted, list, type);
    const find = (value: BaseValueObject): BaseValueObject => {
      if (value.isError()) return value;
      if (value.isNull() || isPattern(value)) return this.#ask(value, list, type);
      const place = placesIn(lines).get(keyOf(value) ?? '');
      return place === undefined ? ErrorValueObject.create(ErrorType.NA) : NumberValueObject.create(place);
    };
    return wanted.isArray() ? (wanted as ArrayValueObject).mapValue(find) : find(wanted);
  }

  #ask(wanted: BaseValueObject, list: BaseValueObject, type?: BaseValueObject): BaseValueObject {
    return type ? super.calculate(wanted, list, type) : super.calculate(wanted, list);
  }
}
