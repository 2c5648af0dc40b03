import { functionText, StringValueObject, type BaseFunction, type BaseValueObject } from '@univerjs/engine-formula';

type Substituting = BaseFunction & {
  _handleSingleObject(
    text: BaseValueObject,
    old: BaseValueObject,
    to: BaseValueObject,
    nth?: unknown,
  ): BaseValueObject;
};
const stock = functionText.find(([, name]) => name === 'SUBSTITUTE')?.[0] as unknown as new (
  name: string,
) => Substituting;

/**
 * SUBSTITUTE as Excel has it: replaces exactly the characters asked for. The engine's own takes any white space for
 * any other, so that replacing non-breaking spaces would also replace line breaks.
 */
export class ExcelSubstitute extends stock {
  override _handleSingleObject(
    text: BaseValueObject,
    old: BaseValueObject,
    to: BaseValueObject,
    nth?: unknown,
  ): BaseValueObject {
    const wanted = plain(old);
    if (nth !== undefined || wanted === '') return super._handleSingleObject(text, old, to, nth);
    return StringValueObject.create(plain(text).split(wanted).join(plain(to)));
  }
}

function plain(value: BaseValueObject): string {
  if (value.isNull()) return '';
  return value.isBoolean() ? String(value.getValue()).toUpperCase() : String(value.getValue());
}
