import { faultsInCondition } from './condition-meaning.ts';
import { faultsInFields } from './field-meaning.ts';
import { fault, type InstrumentFault } from './instrument-fault.ts';
import type { Instrument } from './instrument.ts';
import { faultsInMeasures } from './measure-meaning.ts';
import { inTable } from './place.ts';
import { faultsInPredecessor } from './predecessor-meaning.ts';
import { faultsInFixedRows } from './row-meaning.ts';
import { faultsInRules } from './rule-meaning.ts';
import { foldedText, normalText } from './text-normal-form.ts';
import { faultsInTraits } from './trait-meaning.ts';

/** Faults of a well-shaped instrument: what does not fit together, or what Excel would not take. */
export const faultsInMeaning = (instrument: Instrument): InstrumentFault[] => [
  ...faultsInSheetTitle(instrument.sheetTitle),
  ...(instrument.rows.kind === 'fixed' ? faultsInFixedRows(instrument.rows) : []),
  ...faultsInFields(instrument),
  ...faultsInTraits(instrument),
  ...faultsInDerived(instrument),
  ...faultsInRules(instrument),
  ...faultsInMeasures(instrument),
  ...faultsInPredecessor(instrument),
];

/** Excel's own limits on sheet names, the length apart (the schema holds that). */
const faultsInSheetTitle = (title: string): InstrumentFault[] =>
  /[:\\/?*[\]]|^'|'$/.test(title) || foldedText(title) === 'history' || normalText(title) !== title
    ? [fault('/sheetTitle', 'sheet-title-illegal', title)]
    : [];

const faultsInDerived = (instrument: Instrument): InstrumentFault[] =>
  (instrument.derived ?? []).flatMap(({ yes, base }, at) => [
    ...faultsInCondition(yes, inTable(instrument), `/derived/${at}/yes`),
    ...faultsInCondition(base, inTable(instrument), `/derived/${at}/base`),
  ]);
