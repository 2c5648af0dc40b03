import type { Area } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { fixedRows, groupsOf, type Field, type Instrument, type Row } from '../instrument/instrument.ts';
import { traitOf } from '../instrument/traits.ts';
import type { Finding } from '../measures/finding.ts';
import type { FigureTable } from '../measures/sums.ts';
import type { Offer } from '../rules/row-in-hand.ts';
import { rowsOfTables } from '../sheet/figures/figures-below.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';
import { masterFields, type MasterField } from './master-fields.ts';
import { masterRows, type MasterRow } from './master-rows.ts';
import { fieldsRead, readsRowsAlone } from './fields-read.ts';

/** Where everything stands on a master sheet. Zero-based. */
export interface MasterLayout {
  readonly findings: readonly Finding[];
  readonly enlistedRow: number;
  readonly returnedRow: number;
  readonly acceptedRow: number;
  readonly findingsTitleRow: number;
  /** The first finding; its header is one above. */
  readonly firstFindingRow: number;
  readonly tablesRow: number;
  readonly answersTitleRow: number;
  readonly headerRow: number;
  readonly firstOwnerRow: number;
  /** At least one, so that formulas have a range even before anyone is enlisted. */
  readonly ownerRows: number;
  /** Asked once; a column each, behind the receipt. */
  readonly once: readonly Field[];
  /** A column over all owners. */
  owners(column: number): Area;
  readonly columns: number;
  readonly answers: WideAnswers | LongAnswers;
}

/** Fixed rows: each owner's answers in its own line, for each field a column for each row. */
export interface WideAnswers {
  readonly kind: 'wide';
  /** The rows in the order of their groups. */
  readonly items: readonly Row[];
  readonly fields: readonly MasterField[];
  /** Whether it is told which rows are started; where no measure asks, it is not. */
  readonly started: boolean;
  /** The fields that are tallied line by line, and the row where each tally begins. */
  readonly tallied: readonly { readonly field: MasterField; readonly row: number }[];
  /** The first column of a field's column, or of what tells which rows are started. */
  firstColumn(field: FieldId | '#started', column: number): number;
  answerColumn(field: FieldId, row: RowKey): number;
  findingColumn(finding: Finding): number;
}

/** Open rows: a line for each row of every return, below the owners. */
export interface LongAnswers {
  readonly kind: 'long';
  readonly fields: readonly MasterField[];
  readonly titleRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rows: readonly MasterRow[];
  firstColumn(field: FieldId): number;
}

/** Owner, name, state, revision, receipt; then what is asked once. */
export const ownColumns = 5;
/** Before the answers of an open row: owner, name, receipt, number of the row. */
export const rowColumns = 4;
const firstFindingRow = 11;

export const masterLayout = (
  returns: Pick<ConsolidatedReturns, 'instrument' | 'owners'>,
  offer: Offer,
  tables: readonly FigureTable[],
): MasterLayout => {
  const { instrument, owners } = returns;
  const findings = instrument.measures.filter((measure) => measure.kind === 'finding');
  const tablesRow = findings.length === 0 ? firstFindingRow - 2 : firstFindingRow + findings.length + 1;
  const answersTitleRow = tablesRow + rowsOfTables(tables);
  const headerRow = answersTitleRow + 1;
  const once = instrument.once ?? [];
  const ownerRows = Math.max(1, owners.length);
  const left = ownColumns + once.length;
  const wide =
    instrument.rows.kind === 'fixed' ? wideAnswers(instrument, offer, tables, left, headerRow + 1) : undefined;
  const firstOwnerRow = headerRow + 1 + (wide?.rows ?? 0);
  const answers = wide?.answers ?? longAnswers(returns, offer, firstOwnerRow + ownerRows + 1);
  return {
    findings,
    enlistedRow: 4,
    returnedRow: 5,
    acceptedRow: 6,
    findingsTitleRow: firstFindingRow - 2,
    firstFindingRow,
    tablesRow,
    answersTitleRow,
    headerRow,
    firstOwnerRow,
    ownerRows,
    once,
    owners: (column) => ({ row: firstOwnerRow, column, rows: ownerRows, columns: 1 }),
    columns: Math.max(left, wide?.columns ?? rowColumns + columnsIn(answers.fields)),
    answers,
  };
};

const columnsIn = (fields: readonly MasterField[]): number =>
  fields.reduce((sum, { columns }) => sum + columns.length, 0);

const wideAnswers = (
  instrument: Instrument,
  offer: Offer,
  tables: readonly FigureTable[],
  left: number,
  tallyRow: number,
): { readonly answers: WideAnswers; readonly rows: number; readonly columns: number } => {
  const items = groupsOf(instrument).flatMap(({ id }) => fixedRows(instrument).filter(({ group }) => group === id));
  const findings = instrument.measures.filter((measure) => measure.kind === 'finding');
  const level = traitOf(instrument, 'levelled-statements');
  const shown = new Set([...(level ? [level] : []), ...findings].map(({ field }) => field));
  const read = fieldsRead(tables);
  const all = masterFields(instrument, offer).filter(({ id }) => shown.has(id) || read.has(id));
  const fields = [...all.filter(({ id }) => shown.has(id)), ...all.filter(({ id }) => !shown.has(id))];
  const started = readsRowsAlone(tables);
  const place = new Map<string, number>();
  let next = left;
  for (const { id, columns } of fields) {
    place.set(id, next);
    next += columns.length * items.length;
  }
  if (started) {
    place.set('#started', next);
    next += items.length;
  }
  let row = tallyRow;
  const tallied = fields
    .filter(({ id, columns }) => shown.has(id) && columns.length === 1)
    .map((field) => {
      const begins = row;
      row += (offer.get(field.id)?.choices.length ?? 0) + 2;
      return { field, row: begins };
    });
  const firstColumn = (field: string, column: number) => {
    const first = place.get(field);
    if (first === undefined) throw new Error(`The master does not show ${field}`);
    return first + column * items.length;
  };
  const answers: WideAnswers = {
    kind: 'wide',
    items,
    fields,
    started,
    tallied,
    firstColumn,
    answerColumn: (field, key) => firstColumn(field, 0) + items.findIndex((item) => item.key === key),
    findingColumn: (finding) => next + findings.indexOf(finding),
  };
  return { answers, rows: row - tallyRow, columns: next + findings.length };
};

const longAnswers = (
  returns: Pick<ConsolidatedReturns, 'instrument' | 'owners'>,
  offer: Offer,
  titleRow: number,
): LongAnswers => {
  const fields = masterFields(returns.instrument, offer);
  const place = new Map<string, number>();
  let next = rowColumns;
  for (const { id, columns } of fields) {
    place.set(id, next);
    next += columns.length;
  }
  return {
    kind: 'long',
    fields,
    titleRow,
    headerRow: titleRow + 1,
    firstRow: titleRow + 2,
    rows: masterRows(returns, offer),
    firstColumn: (field) => {
      const first = place.get(field);
      if (first === undefined) throw new Error(`The master does not show ${field}`);
      return first;
    },
  };
};
