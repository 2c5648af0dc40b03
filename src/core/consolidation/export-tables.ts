import type { Cell } from '../cell.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { offerOf, onceInHand, rowsInHand } from '../rules/row-in-hand.ts';
import { columnWords, sheetWords } from '../sheet/sheet-words.ts';
import type { ConsolidatedOwner } from './consolidated-returns.ts';
import { masterField, masterFields } from './master-fields.ts';
import { masterWords } from './master-words.ts';

/** A table of a round as it goes out: its headings, and lines of as many cells. */
export interface ExportTable {
  readonly headings: readonly string[];
  /** The lines that an owner adds, made one owner after the other. */
  linesOf(owner: ConsolidatedOwner): readonly (readonly Cell[])[];
}

/** A line for every enlisted owner: how far it is, the revision and receipt that count, and what is asked once. */
export const ownersTable = (instrument: Instrument, circumstances: Circumstances): ExportTable => {
  const offer = offerOf(instrument, circumstances);
  const columns = (instrument.once ?? []).flatMap((field) => masterField(field, offer).columns);
  const { owner, name, state, revision, receipt } = sheetWords;
  return {
    headings: [owner, name, state, revision, receipt, ...columns.map(({ heading }) => heading)],
    linesOf: ({ owner: id, name: called, state: stands, accepted }) => {
      const once = onceInHand(instrument, accepted?.content?.rows ?? [], offer);
      return [
        [
          ...[id, called, sheetWords.states[stands], accepted?.revision ?? null, accepted?.receipt ?? null],
          ...columns.map(({ cell }) => cell(once, once)),
        ],
      ];
    },
  };
};

/** A line for every started row of every return that counts: whose it is, its key, and what its cells say, as in the master. */
export const answersTable = (instrument: Instrument, circumstances: Circumstances): ExportTable => {
  const offer = offerOf(instrument, circumstances);
  const columns = masterFields(instrument, offer).flatMap((field) => field.columns);
  const texts = new Map(fixedRows(instrument).map(({ key, text }) => [key, text]));
  const isFixed = instrument.rows.kind === 'fixed';
  const rowHeadings = isFixed ? [columnWords['#key'], instrument.rows.noun.one] : [masterWords.number];
  const { owner, name, revision, receipt } = sheetWords;
  return {
    headings: [owner, name, revision, receipt, ...rowHeadings, ...columns.map(({ heading }) => heading)],
    linesOf: ({ owner: id, name: called, accepted }) => {
      if (!accepted?.content) return [];
      const { rows } = accepted.content;
      const once = onceInHand(instrument, rows, offer);
      return rowsInHand(instrument, rows, offer)
        .filter(({ started }) => started)
        .map((row) => [
          ...[id, called, accepted.revision, accepted.receipt, row.key],
          ...(isFixed ? [texts.get(row.key) ?? null] : []),
          ...columns.map(({ cell }) => cell(row, once)),
        ]);
    },
  };
};
