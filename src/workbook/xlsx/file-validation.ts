import type { DataValidation } from 'hucre/xlsx';
import { dayOfIso } from '#core/instrument/day.ts';
import { cellName } from '#core/sheet/a1.ts';
import type { Area } from '#core/cell.ts';
import type { Validation } from '#core/sheet/sheet-plan.ts';
import { helpTexts, largest } from '../help-texts.ts';
import { asFileFormula } from './file-formula.ts';

/** The help of an area as a file keeps it. */
export const fileValidation = (validation: Validation): DataValidation => {
  const texts = helpTexts(validation);
  const rule = ruleOf(validation);
  return {
    ...(rule ?? anything),
    range: rangeName(validation.area),
    allowBlank: true,
    showInputMessage: true,
    inputTitle: texts.promptTitle,
    inputMessage: texts.promptText,
    showErrorMessage: rule !== undefined,
    errorStyle: validation.alert.style,
    errorTitle: texts.alertTitle,
    errorMessage: texts.alertText,
  };
};

/** `B2:D9` of an area. */
export const rangeName = ({ row, column, rows, columns }: Area): string =>
  `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

type Rule = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'>;

/** A prompt without a rule: what is always true refuses nothing. */
const anything: Rule = { type: 'custom', formula1: 'TRUE' };

/** A drop-down wins over limits: a cell has one rule. `undefined` for a prompt alone. */
const ruleOf = ({ list, limits }: Validation): Rule | undefined => {
  if (list !== undefined) return { type: 'list', formula1: asFileFormula(list) };
  switch (limits?.kind) {
    case 'integer':
      return between('whole', limits.min ?? -largest, limits.max ?? largest);
    case 'decimal':
      return between('decimal', limits.min ?? -largest, limits.max ?? largest);
    case 'date':
      return between('date', dayOr(limits.from, 1), dayOr(limits.until, lastDay));
    case undefined:
      return undefined;
  }
};

/** 31 December 9999. */
const lastDay = 2_958_465;

const dayOr = (day: string | undefined, otherwise: number): number =>
  (day === undefined ? undefined : dayOfIso(day)) ?? otherwise;

const between = (type: 'whole' | 'decimal' | 'date', from: number, until: number): Rule => ({
  type,
  operator: 'between',
  formula1: String(from),
  formula2: String(until),
});
