import type { IDisposable, IRange } from '@univerjs/core';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import {
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import type { Book } from './book.ts';
import { formulaOf, withFormula } from './highlights.ts';
import { mapReferences, shiftedRange, type Shift } from './map-references.ts';

/**
 * Keeps highlights on their cells when rows or columns come and go, as Excel does. In the visible grid the engine's own
 * screen part does this; without a screen nobody would.
 */
export function followRows(book: Book): IDisposable {
  return book.commands.onCommandExecuted((command) => {
    const shift = shiftOf(command.id, (command.params as { range?: IRange } | undefined)?.range);
    const { unitId, subUnitId } = (command.params ?? {}) as { unitId?: string; subUnitId?: string };
    if (shift && subUnitId && unitId === book.workbook.getUnitId()) moveHighlights(book, subUnitId, shift);
  });
}

function shiftOf(command: string, range: IRange | undefined): Shift | undefined {
  if (!range) return undefined;
  const rows = range.endRow - range.startRow + 1;
  const columns = range.endColumn - range.startColumn + 1;
  if (command === InsertRowMutation.id) return { along: 'rows', at: range.startRow, count: rows };
  if (command === RemoveRowMutation.id) return { along: 'rows', at: range.startRow, count: -rows };
  if (command === InsertColMutation.id) return { along: 'columns', at: range.startColumn, count: columns };
  if (command === RemoveColMutation.id) return { along: 'columns', at: range.startColumn, count: -columns };
  return undefined;
}

function moveHighlights(book: Book, changedSheet: string, shift: Shift): void {
  const changedName = book.sheet(changedSheet).getName();
  const rules = book.injector.get(ConditionalFormattingRuleModel);
  for (const sheet of book.workbook.getSheetOrders()) {
    const name = book.sheet(sheet).getName();
    for (const rule of [...(rules.getSubunitRules(book.workbook.getUnitId(), sheet) ?? [])]) {
      const formula = formulaOf(rule);
      if (formula === undefined) continue;
      const ranges = rule.ranges.flatMap((range) =>
        sheet === changedSheet ? (shiftedRange(range, shift) ?? []) : range,
      );
      const moved = mapReferences(book, formula, (reference) => {
        if ((reference.sheetName || name) !== changedName) return reference;
        const range = shiftedRange(reference.range, shift);
        return range === reference.range ? reference : range && { ...reference, range };
      });
      const target = { subUnitId: sheet, cfId: rule.cfId };
      if (ranges.length === 0) book.run(DeleteConditionalRuleMutation.id, target);
      else if (moved !== formula || ranges.some((range, index) => range !== rule.ranges[index])) {
        book.run(SetConditionalRuleMutation.id, { ...target, rule: { ...withFormula(rule, moved), ranges } });
      }
    }
  }
}
