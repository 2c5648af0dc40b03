import type { Validation } from '#core/sheet/sheet-plan.ts';
import { helpTexts, largest } from '../help-texts.ts';

/** Sets the help of a range: its drop-down or limits, the alert of what is outside them, and the prompt. */
export const setValidation = ({ dataValidation }: Excel.Range, validation: Validation): void => {
  // A rule over cells that hold differing rules already is refused.
  dataValidation.clear();
  const rule = ruleOf(validation);
  if (rule) dataValidation.rule = rule;
  dataValidation.ignoreBlanks = true;
  const texts = helpTexts(validation);
  dataValidation.errorAlert = {
    showAlert: rule !== undefined && validation.alert.text !== '',
    style: validation.alert.style === 'warning' ? 'Warning' : 'Information',
    title: texts.alertTitle,
    message: texts.alertText,
  };
  dataValidation.prompt = { showPrompt: true, title: texts.promptTitle, message: texts.promptText };
};

/** A drop-down wins over limits: a cell has one rule. `undefined` for a prompt alone. */
const ruleOf = ({ list, limits }: Validation): Excel.DataValidationRule | undefined => {
  if (list !== undefined) return { list: { inCellDropDown: true, source: asFormula(list) } };
  switch (limits?.kind) {
    case 'integer':
      return { wholeNumber: between(limits.min, limits.max, -largest, largest) };
    case 'decimal':
      return { decimal: between(limits.min, limits.max, -largest, largest) };
    case 'date':
      // Dates go to Excel as ISO days, never as numbers: it reads a number as something else.
      return { date: between(limits.from, limits.until, '1900-01-01', '9999-12-31') };
    case undefined:
      return undefined;
  }
};

/** What Excel calls the rule of a validation. */
export const typeOf = ({ list, limits }: Validation): `${Excel.DataValidationType}` => {
  if (list !== undefined) return 'List';
  if (limits === undefined) return 'None';
  return ({ integer: 'WholeNumber', decimal: 'Decimal', date: 'Date' } as const)[limits.kind];
};

const between = <T extends number | string>(from: T | undefined, until: T | undefined, least: T, most: T) => ({
  formula1: from ?? least,
  formula2: until ?? most,
  operator: 'Between' as const,
});

/** A formula as Excel takes it, with its leading `=`. */
export const asFormula = (formula: string): string => (formula.startsWith('=') ? formula : `=${formula}`);
