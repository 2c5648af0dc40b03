import { type IStyleBase } from '@univerjs/core';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  createCfId,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
} from '@univerjs/sheets-conditional-formatting';
import { toArea, toRange, type Book } from './book.ts';
import type { ModelHighlight, ModelLooks } from './model.ts';
import { makeRoom } from './univer-cells.ts';

export function univerHighlights(
  book: Book,
): Pick<ModelLooks, 'addHighlight' | 'highlights' | 'removeHighlight' | 'shownFill'> {
  const unit = book.workbook.getUnitId();
  const service = book.injector.get(ConditionalFormattingService);
  const rules = book.injector.get(ConditionalFormattingRuleModel);
  return {
    addHighlight(sheet, { area, formula, fill, colour, bold, stopIfTrue }) {
      makeRoom(book, sheet, area);
      const cfId = createCfId();
      const style: IStyleBase = {
        ...(fill !== undefined ? { bg: { rgb: fill } } : {}),
        ...(colour !== undefined ? { cl: { rgb: colour } } : {}),
        ...(bold !== undefined ? { bl: bold ? 1 : 0 } : {}),
      };
      const rule = {
        cfId,
        ranges: [toRange(area)],
        stopIfTrue,
        rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: formula, style },
      };
      book.run(AddConditionalRuleMutation.id, { subUnitId: sheet, rule });
      return cfId;
    },
    highlights: (sheet) =>
      (rules.getSubunitRules(unit, sheet) ?? []).flatMap((rule) => {
        const range = rule.ranges[0];
        const known = range && highlightOf(rule);
        return known ? [{ ...known, area: toArea(range, book.sheet(sheet)) }] : [];
      }),
    removeHighlight: (sheet, id) => book.run(DeleteConditionalRuleMutation.id, { subUnitId: sheet, cfId: id }),
    shownFill(sheet, cell) {
      const shown = service.composeStyle(unit, sheet, cell.row, cell.column)?.style?.bg?.rgb;
      if (shown) return shown;
      const stored = book.sheet(sheet).getCellMatrix().getValue(cell.row, cell.column);
      return book.workbook.getStyles().getStyleByCell(stored)?.bg?.rgb ?? undefined;
    },
  };
}

function highlightOf(rule: IConditionFormattingRule): Omit<ModelHighlight, 'area'> | undefined {
  const config = rule.rule as { type: string; subType?: string; value?: unknown; style?: IStyleBase };
  if (config.type !== CFRuleType.highlightCell || config.subType !== CFSubRuleType.formula) return undefined;
  const style = config.style ?? {};
  return {
    id: rule.cfId,
    formula: String(config.value),
    stopIfTrue: rule.stopIfTrue,
    ...(style.bg?.rgb ? { fill: style.bg.rgb } : {}),
    ...(style.cl?.rgb ? { colour: style.cl.rgb } : {}),
    ...(style.bl !== undefined ? { bold: style.bl === 1 } : {}),
  };
}

/** The formula of a highlight; other kinds of rule, which the product does not use, have none. */
export function formulaOf(rule: IConditionFormattingRule): string | undefined {
  const { value, subType } = rule.rule as { value?: unknown; subType?: string };
  return subType === CFSubRuleType.formula && typeof value === 'string' ? value : undefined;
}

/** The same rule with another formula. */
export const withFormula = (rule: IConditionFormattingRule, value: string): IConditionFormattingRule =>
  ({ ...rule, rule: { ...rule.rule, value } }) as IConditionFormattingRule;
