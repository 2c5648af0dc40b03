import {
  LocaleType,
  LogLevel,
  mergeLocales,
  ThemeService,
  Univer,
  type Plugin,
  type PluginCtor,
  type DependencyOverride,
} from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import { SheetInterceptorService, UniverSheetsPlugin } from '@univerjs/sheets';
import { IEditorBridgeService, UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { SeenHighlightsPlugin } from '../engine/seen-highlights-plugin.ts';
import { spreadsheetFunctions } from '../engine/spreadsheet-functions.ts';
import { SteadyEditor } from './steady-editor.ts';
import { UnmarkedCells } from './unmarked-cells.ts';

/** The product's teal, from pale to dark, for the selection, the tabs and the buttons of the grid. */
const teal = {
  50: '#ebf2f2',
  100: '#cfe3e3',
  200: '#b4d6d6',
  300: '#96c7c7',
  400: '#63adae',
  500: '#228a8c',
  600: '#0b6e70',
  700: '#046062',
  800: '#104748',
  900: '#0b2223',
};

/** The preset does not hand overrides on to the plugins that take them. */
const overrides = new Map<unknown, DependencyOverride>([
  [UniverSheetsUIPlugin, [[IEditorBridgeService, { useClass: SteadyEditor }]]],
  [UniverSheetsPlugin, [[SheetInterceptorService, { useClass: UnmarkedCells }]]],
]);

/**
 * The engine has a protection of its own, for people by name. Excel's, which the returns use, is kept elsewhere: two
 * would contradict each other.
 */
const ownProtection = [
  'sheet.contextMenu.permission',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
];

/** The engine with a screen: the grid with its formula bar, sheet tabs and status bar, in a place of the page. */
export function screenUniver(container: HTMLElement): Univer {
  const words = mergeLocales(coreWords, dataValidationWords, conditionalFormattingWords);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: words },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      // The header holds the formula bar; tool bars stay away.
      header: true,
      toolbar: false,
      formulaBar: true,
      // Tools that Excel has elsewhere, or that would touch what the returns rest on, are not offered.
      footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
      contextMenu: true,
      menu: Object.fromEntries(ownProtection.map((id) => [id, { hidden: true }])),
      formula: { function: [...spreadsheetFunctions] },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, config] = (Array.isArray(entry) ? entry : [entry]) as [PluginCtor<Plugin>, object?];
    const ours = plugin.pluginName === SeenHighlightsPlugin.pluginName ? SeenHighlightsPlugin : plugin;
    const override = overrides.get(plugin);
    univer.registerPlugin(ours as PluginCtor<Plugin>, (override ? { ...config, override } : config) as never);
  }
  const themes = univer.__getInjector().get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), primary: teal });
  return univer;
}
