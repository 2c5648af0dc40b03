import type { Highlight, SheetPlan } from '#core/sheet/sheet-plan.ts';
import { highlightStyles } from '../styles.ts';
import { asFileFormula } from './file-formula.ts';
import { rangeName } from './file-validation.ts';
import { xmlText } from './xml-text.ts';

/** Whether a highlight looks at another sheet. Excel keeps such a one in a block of its own at the end of the sheet. */
export const readsOtherSheet = ({ formula }: Pick<Highlight, 'formula'>): boolean => formula.includes('!');

const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const xm = 'http://schemas.microsoft.com/office/excel/2006/main';

/**
 * The block of the highlights that look at other sheets, as Excel itself writes it; `undefined` when there are none.
 * `sheet` is the sheet's place in the workbook: each rule has an id that no other rule of the workbook has.
 */
export const highlightBlock = ({ highlights }: SheetPlan, sheet: number): string | undefined => {
  const formats = highlights.flatMap((highlight, at) =>
    readsOtherSheet(highlight) ? [formatOf(highlight, at + 1, ruleId(sheet, at))] : [],
  );
  if (formats.length === 0) return undefined;
  return [
    `<extLst><ext xmlns:x14="${x14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">`,
    `<x14:conditionalFormattings>${formats.join('')}</x14:conditionalFormattings>`,
    '</ext></extLst>',
  ].join('');
};

const formatOf = ({ area, formula, style }: Highlight, priority: number, id: string): string => {
  const { fill, colour, bold } = highlightStyles[style];
  return [
    `<x14:conditionalFormatting xmlns:xm="${xm}">`,
    `<x14:cfRule type="expression" priority="${priority}" stopIfTrue="1" id="${id}">`,
    `<xm:f>${xmlText(asFileFormula(formula))}</xm:f>`,
    `<x14:dxf><font>${bold ? '<b/>' : ''}<color rgb="FF${colour.slice(1)}"/></font>`,
    `<fill><patternFill><bgColor rgb="FF${fill.slice(1)}"/></patternFill></fill></x14:dxf>`,
    '</x14:cfRule>',
    `<xm:sqref>${rangeName(area)}</xm:sqref></x14:conditionalFormatting>`,
  ].join('');
};

const ruleId = (sheet: number, at: number): string =>
  `{5354454D-0000-4000-8000-${(sheet * 0x10000 + at).toString(16).toUpperCase().padStart(12, '0')}}`;
