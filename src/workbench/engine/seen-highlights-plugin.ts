import type { Injector } from '@univerjs/core';
import { ICalculateFormulaService, RegisterOtherFormulaService } from '@univerjs/engine-formula';
import {
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  UniverSheetsConditionalFormattingPlugin,
} from '@univerjs/sheets-conditional-formatting';
import type { SparingCalculation } from './formulas/sparing-calculation.ts';
import { HighlightLooks } from './highlight-looks.ts';
import { SeenHighlights } from './seen-highlights.ts';

/** The engine's conditional formats, with formulas worked out where somebody looks, and no look for cells that none marks. */
export class SeenHighlightsPlugin extends UniverSheetsConditionalFormattingPlugin {
  override onStarting(): void {
    const injector = (this as unknown as { _injector: Injector })._injector;
    const highlights = () =>
      new SeenHighlights(
        injector.get(RegisterOtherFormulaService),
        injector.get(ConditionalFormattingRuleModel),
        injector.get(ICalculateFormulaService) as SparingCalculation,
      );
    injector.replace([ConditionalFormattingFormulaService, { useFactory: highlights }]);
    injector.replace([ConditionalFormattingService, { useClass: HighlightLooks }]);
    super.onStarting();
  }
}
