import {
  BaseFunction,
  StringValueObject,
  type ArrayValueObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';

/** TRIM as Excel has it: only spaces go. The engine's own also takes tabs, line breaks and non-breaking spaces. */
export class ExcelTrim extends BaseFunction {
  override minParams = 1;
  override maxParams = 1;

  override calculate(text: BaseValueObject): BaseValueObject {
    if (!text.isArray()) return trimmed(text);
    const texts = (text as ArrayValueObject).mapValue(trimmed);
    const single =
      (texts as ArrayValueObject).getRowCount() === 1 && (texts as ArrayValueObject).getColumnCount() === 1;
    return single ? ((texts as ArrayValueObject).get(0, 0) ?? texts) : texts;
  }
}

function trimmed(text: BaseValueObject): BaseValueObject {
  if (text.isError()) return text;
  if (text.isNull()) return StringValueObject.create('');
  const words = text.isBoolean() ? String(text.getValue()).toUpperCase() : String(text.getValue());
  return StringValueObject.create(words.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' '));
}
