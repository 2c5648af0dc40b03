import type { Area } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { type Choice, fixedRows, type Instrument } from '../instrument/instrument.ts';
import { traitOf } from '../instrument/traits.ts';
import { choicesOf } from '../instrument/choices.ts';
import type { Finding } from '../measures/finding.ts';
import { fixedArea } from '../sheet/a1.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';

/** A field shown for each row of the instrument. */
export interface ShownField {
  readonly id: FieldId;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Where its tallies begin: number answered, one line for each choice, the mean. */
  readonly tallyRow: number;
}

/** Where everything stands on a master sheet. Zero-based. */
export interface MasterLayout {
  readonly findings: readonly Finding[];
  readonly enlistedRow: number;
  readonly returnedRow: number;
  readonly acceptedRow: number;
  readonly findingsTitleRow: number;
  /** The first finding; its header is one above. */
  readonly firstFindingRow: number;
  readonly answersTitleRow: number;
  readonly headerRow: number;
  /** First of the lines between the header and the owners that tally the answers. */
  readonly tallyRow: number;
  readonly firstOwnerRow: number;
  /** At least one, so that formulas have a range even before anyone is enlisted. */
  readonly ownerRows: number;
  /** Answers shown, one column for each row of the instrument. */
  readonly fields: readonly ShownField[];
  readonly columns: number;
  answerColumn(field: FieldId, row: RowKey): number;
  medianColumn(finding: Finding): number;
  /** A column over all owners, as a fixed reference. */
  owners(column: number): string;
}

/** Owner, name, state, revision, receipt; then the answers; then one median for each finding. */
export const ownColumns = 5;

export const masterLayout = ({ instrument, round, owners }: ConsolidatedReturns): MasterLayout => {
  const findings = instrument.measures.filter((measure) => measure.kind === 'finding');
  const keys = fixedRows(instrument).map(({ key }) => key);
  const firstFindingRow = 11;
  const answersTitleRow = firstFindingRow + findings.length + 1;
  const headerRow = answersTitleRow + 1;
  let nextRow = headerRow + 1;
  const fields = shownFields(instrument, findings).map((field): ShownField => {
    const choices = choicesOf(field, round);
    const tallyRow = nextRow;
    nextRow += choices.length + 2;
    return { id: field.id, label: field.label, choices, tallyRow };
  });
  const firstOwnerRow = nextRow;
  const ownerRows = Math.max(1, owners.length);
  const firstMedian = ownColumns + fields.length * keys.length;
  const column = (index: number): Area => ({ row: firstOwnerRow, column: index, rows: ownerRows, columns: 1 });
  return {
    findings,
    enlistedRow: 4,
    returnedRow: 5,
    acceptedRow: 6,
    findingsTitleRow: 9,
    firstFindingRow,
    answersTitleRow,
    headerRow,
    tallyRow: headerRow + 1,
    firstOwnerRow,
    ownerRows,
    fields,
    columns: firstMedian + findings.length,
    answerColumn: (field, row) =>
      ownColumns + fields.findIndex(({ id }) => id === field) * keys.length + keys.indexOf(row),
    medianColumn: (finding) => firstMedian + findings.indexOf(finding),
    owners: (index) => fixedArea(column(index)),
  };
};

/** The field of the levels, and any other that findings read. */
const shownFields = (instrument: Instrument, findings: readonly Finding[]) => {
  const level = traitOf(instrument, 'levelled-statements');
  const wanted = new Set([...(level ? [level] : []), ...findings].map(({ field }) => field));
  return instrument.fields.filter(({ id }) => wanted.has(id));
};
