import type { IDisposable, IRange } from '@univerjs/core';
import { InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation } from '@univerjs/sheets';
import {
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
  type IConditionFormattingRule,
} from '@univerjs/sheets-conditional-formatting';
import type { Book } from './book.ts';
import { formulaOf, withFormula } from './highlights.ts';
import { mapReferences, shiftedRange, type Shift } from './map-references.ts';

type Rules = ReadonlyMap<string, readonly IConditionFormattingRule[]>;

/**
 * Keeps highlights on their cells when rows or columns come and go, as Excel does: a highlight stays one, and grows or
 * shrinks. Without a screen nobody else would. `onScreen`, the engine's screen part cuts highlights into pieces whose
 * formulas then point at wrong rows of other sheets: its changes follow in the same turn, and are set right after it.
 */
export function followRows(book: Book, onScreen: boolean): IDisposable {
  let wanted: Rules | undefined;
  return book.commands.onCommandExecuted((command) => {
    const shift = shiftOf(command.id, (command.params as { range?: IRange } | undefined)?.range);
    const { unitId, subUnitId } = (command.params ?? {}) as { unitId?: string; subUnitId?: string };
    if (!shift || !subUnitId || unitId !== book.workbook.getUnitId()) return;
    const first = wanted === undefined;
    wanted = shifted(book, wanted ?? currentRules(book), subUnitId, shift);
    const settle = () => {
      if (wanted) setRules(book, wanted);
      wanted = undefined;
    };
    if (!onScreen) settle();
    else if (first) queueMicrotask(settle);
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

function currentRules(book: Book): Rules {
  const rules = book.injector.get(ConditionalFormattingRuleModel);
  const unit = book.workbook.getUnitId();
  return new Map(book.workbook.getSheetOrders().map((sheet) => [sheet, rules.getSubunitRules(unit, sheet) ?? []]));
}

function shifted(book: Book, rules: Rules, changedSheet: string, shift: Shift): Rules {
  const changedName = book.sheet(changedSheet).getName();
  const moveRule = (sheet: string, rule: IConditionFormattingRule): IConditionFormattingRule[] => {
    const formula = formulaOf(rule);
    const ranges =
      sheet === changedSheet ? rule.ranges.flatMap((range) => shiftedRange(range, shift) ?? []) : rule.ranges;
    if (ranges.length === 0) return [];
    if (formula === undefined) return [{ ...rule, ranges }];
    const moved = mapReferences(book, formula, (reference) => {
      if ((reference.sheetName || book.sheet(sheet).getName()) !== changedName) return reference;
      const range = shiftedRange(reference.range, shift);
      return range === reference.range ? reference : range && { ...reference, range };
    });
    return [{ ...withFormula(rule, moved), ranges }];
  };
  return new Map([...rules].map(([sheet, list]) => [sheet, list.flatMap((rule) => moveRule(sheet, rule))]));
}

/** Makes the highlights those that are wanted, touching only what differs. */
function setRules(book: Book, wanted: Rules): void {
  for (const [sheet, list] of currentRules(book)) {
    const target = new Map(wanted.get(sheet)?.map((rule) => [rule.cfId, rule]));
    for (const rule of [...list]) {
      const params = { subUnitId: sheet, cfId: rule.cfId };
      const next = target.get(rule.cfId);
      if (!next) book.run(DeleteConditionalRuleMutation.id, params);
      else if (!isSame(rule, next)) book.run(SetConditionalRuleMutation.id, { ...params, rule: next });
    }
  }
}

const isSame = (a: IConditionFormattingRule, b: IConditionFormattingRule): boolean =>
  formulaOf(a) === formulaOf(b) && JSON.stringify(a.ranges.map(bounds)) === JSON.stringify(b.ranges.map(bounds));

const bounds = ({ startRow, endRow, startColumn, endColumn }: IRange) => [startRow, endRow, startColumn, endColumn];
