import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  generateRandomId,
  type IDataValidationRule,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import { AddDataValidationMutation } from '@univerjs/data-validation';
import { ClearRangeDataValidationCommand, SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import type { Area } from '#core/cell.ts';
import { overlap, toArea, toRange, type Book } from './book.ts';
import type { ModelLooks, ModelValidation } from './model.ts';
import { makeRoom } from './univer-cells.ts';

/** The port's words on the left, the engine's on the right. */
const types = {
  list: 'list',
  custom: 'custom',
  wholeNumber: 'whole',
  decimal: 'decimal',
  textLength: 'textLength',
  date: 'date',
} as const;

const operators: Record<string, DataValidationOperator> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const styles: Record<string, DataValidationErrorStyle> = {
  Information: DataValidationErrorStyle.INFO,
  Warning: DataValidationErrorStyle.WARNING,
  Stop: DataValidationErrorStyle.STOP,
};

export function univerValidations(book: Book): Pick<ModelLooks, 'setValidation' | 'validations' | 'clearValidation'> {
  const unit = book.workbook.getUnitId();
  const clear = (sheet: string, area: Area) =>
    book.run(ClearRangeDataValidationCommand.id, { subUnitId: sheet, ranges: [toRange(area)] });
  return {
    setValidation(sheet, area, validation) {
      makeRoom(book, sheet, area);
      clear(sheet, area);
      if (validation.type === 'none') return;
      const rule = { ...ruleOf(validation), uid: generateRandomId(8), ranges: [toRange(area)] };
      book.run(AddDataValidationMutation.id, { subUnitId: sheet, rule });
    },
    validations(sheet, area) {
      const rules = book.injector.get(SheetDataValidationModel).getRules(unit, sheet) as ISheetDataValidationRule[];
      return rules.flatMap((rule) =>
        rule.ranges.flatMap((range) => {
          const part = overlap(toArea(range, book.sheet(sheet)), area);
          return part ? [{ area: part, validation: validationOf(rule) }] : [];
        }),
      );
    },
    clearValidation: clear,
  };
}

const keyOf = <value>(names: Record<string, value>, wanted: value | undefined): string | undefined =>
  Object.keys(names).find((name) => names[name] === wanted);

function ruleOf(validation: ModelValidation): Omit<IDataValidationRule, 'uid' | 'ranges'> {
  const { type, alert, prompt } = validation;
  if (type === 'none') throw new Error('A cell without validation has no rule');
  const operator = validation.operator === undefined ? undefined : operators[validation.operator];
  return {
    type: types[type],
    allowBlank: validation.ignoreBlanks,
    ...(validation.formula1 !== undefined ? { formula1: validation.formula1 } : {}),
    ...(validation.formula2 !== undefined ? { formula2: validation.formula2 } : {}),
    ...(operator !== undefined ? { operator } : {}),
    ...(validation.inCellDropDown !== undefined ? { showDropDown: validation.inCellDropDown } : {}),
    // An arrow at the cell's edge, as Excel shows a list; the engine's own way is a coloured chip.
    renderMode: validation.inCellDropDown === false ? DataValidationRenderMode.TEXT : DataValidationRenderMode.ARROW,
    showErrorMessage: alert?.show ?? false,
    ...(alert
      ? {
          errorStyle: styles[alert.style] ?? DataValidationErrorStyle.STOP,
          errorTitle: alert.title,
          error: alert.message,
        }
      : {}),
    showInputMessage: prompt?.show ?? false,
    ...(prompt ? { promptTitle: prompt.title, prompt: prompt.message } : {}),
  };
}

function validationOf(rule: ISheetDataValidationRule): ModelValidation {
  const operator = keyOf(operators, rule.operator);
  return {
    type: (keyOf(types, rule.type as (typeof types)[keyof typeof types]) ?? 'custom') as ModelValidation['type'],
    ignoreBlanks: rule.allowBlank ?? true,
    ...(rule.formula1 ? { formula1: rule.formula1 } : {}),
    ...(rule.formula2 ? { formula2: rule.formula2 } : {}),
    ...(operator ? { operator } : {}),
    ...(rule.showDropDown !== undefined ? { inCellDropDown: rule.showDropDown } : {}),
    ...(rule.errorStyle !== undefined
      ? {
          alert: {
            show: rule.showErrorMessage ?? false,
            style: keyOf(styles, rule.errorStyle) ?? 'Stop',
            title: rule.errorTitle ?? '',
            message: rule.error ?? '',
          },
        }
      : {}),
    ...(rule.prompt !== undefined
      ? { prompt: { show: rule.showInputMessage ?? false, title: rule.promptTitle ?? '', message: rule.prompt } }
      : {}),
  };
}
