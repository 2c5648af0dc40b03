import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { SeenHighlightsPlugin } from './seen-highlights-plugin.ts';
import { spreadsheetFunctions } from './spreadsheet-functions.ts';

/**
 * A spreadsheet engine without a screen: the same plugins as the visible grid, minus everything that draws. It runs in
 * Node, under jest and in a browser. `functions` stand in for the engine's own.
 */
export function headlessUniver(functions = spreadsheetFunctions): Univer {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: [...functions] });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin, { disableTextFormatAlert: true });
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(SeenHighlightsPlugin);
  return univer;
}
