import type { Area } from '#core/cell.ts';
import { fixedArea, onSheet } from '#core/sheet/a1.ts';
import type { PrintPlan } from '#core/sheet/sheet-plan.ts';
import { xmlText } from './xml-text.ts';

/** A sheet that is printed; `place` counts the sheets from 0. */
interface Printed {
  readonly place: number;
  readonly name: string;
  readonly print: PrintPlan;
}

/**
 * The names by which Excel keeps which part of a sheet is printed and which rows stand on every page, as the block
 * `<definedNames>`; '' where nothing is said. The names of the sheets are quoted: unquoted ones with a blank in them
 * make Excel repair the file.
 */
export const printNames = (sheets: readonly Printed[]): string => {
  const names = sheets.flatMap(({ place, name, print: { area, repeatedRows } }) => [
    defined('Print_Area', place, name, fixedArea(area)),
    ...(repeatedRows ? [defined('Print_Titles', place, name, rows(repeatedRows.first, repeatedRows.last))] : []),
  ]);
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
};

const defined = (what: string, place: number, sheet: string, reference: string): string =>
  `<definedName name="_xlnm.${what}" localSheetId="${place}">${xmlText(onSheet(sheet) + reference)}</definedName>`;

const rows = (first: Area['row'], last: Area['row']): string => `$${first + 1}:$${last + 1}`;
