import { toDisposable, type IDisposable } from '@univerjs/core';
import { UpdateDataValidationMutation, UpdateRuleType } from '@univerjs/data-validation';
import { SetWorksheetNameMutation } from '@univerjs/sheets';
import { ConditionalFormattingRuleModel, SetConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import type { Book } from './book.ts';
import { formulaOf, withFormula } from './highlights.ts';
import { mapReferences } from './map-references.ts';

/**
 * When a sheet is renamed the engine rewrites the formulas in cells, but not those of validations and highlights.
 */
export function followRenames(book: Book): IDisposable {
  const unit = book.workbook.getUnitId();
  let before = '';
  const remember = book.commands.beforeCommandExecuted((command) => {
    if (command.id !== SetWorksheetNameMutation.id) return;
    before = book.sheet((command.params as { subUnitId: string }).subUnitId).getName();
  });
  const rewrite = book.commands.onCommandExecuted((command) => {
    if (command.id !== SetWorksheetNameMutation.id) return;
    const { name } = command.params as { name: string };
    const renamed = (formula: string) =>
      mapReferences(book, formula, (reference) =>
        reference.sheetName === before ? { ...reference, sheetName: name } : reference,
      );
    for (const sheet of book.workbook.getSheetOrders()) {
      rewriteHighlights(book, unit, sheet, renamed);
      rewriteValidations(book, unit, sheet, renamed);
    }
  });
  return toDisposable(() => {
    remember.dispose();
    rewrite.dispose();
  });
}

function rewriteHighlights(book: Book, unit: string, sheet: string, renamed: (formula: string) => string): void {
  const rules = book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(unit, sheet) ?? [];
  for (const rule of [...rules]) {
    const formula = formulaOf(rule);
    const next = formula && renamed(formula);
    if (next && next !== formula)
      book.run(SetConditionalRuleMutation.id, {
        subUnitId: sheet,
        cfId: rule.cfId,
        rule: withFormula(rule, next),
      });
  }
}

function rewriteValidations(book: Book, unit: string, sheet: string, renamed: (formula: string) => string): void {
  for (const rule of book.injector.get(SheetDataValidationModel).getRules(unit, sheet) ?? []) {
    const next = [rule.formula1, rule.formula2].map((formula) =>
      formula?.startsWith('=') ? renamed(formula) : formula,
    );
    if (next[0] === rule.formula1 && next[1] === rule.formula2) continue;
    book.run(UpdateDataValidationMutation.id, {
      subUnitId: sheet,
      ruleId: rule.uid,
      payload: {
        type: UpdateRuleType.ALL,
        payload: { ranges: rule.ranges, type: rule.type, formula1: next[0], formula2: next[1] },
      },
    });
  }
}
