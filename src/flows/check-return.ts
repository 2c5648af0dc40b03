import type { FieldId, Fingerprint, RowKey } from '#core/ids.ts';
import { fixedRows, instrumentRef, onceKey } from '#core/instrument/instrument.ts';
import { failed, ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { talliedFingerprint, talliedOf, type Tallied } from '#core/returns/tallied.ts';
import { explanationsIn, readRecord, type RecordEntry } from '#core/returns/record.ts';
import { type Checker, checkerOf } from '#core/rules/check.ts';
import { openWarnings } from '#core/rules/explained.ts';
import type { Issue, SheetDamage } from '#core/rules/issue.ts';
import { readEntry, type EntryReading } from '#core/sheet/read-entry.ts';
import type { Spot } from '../workbook/workbook.ts';
import type { OpenReturn, ReadingDesk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** A return as it stands in the workbook now, read and checked. */
export interface CheckedReturn {
  /** What it was checked in. */
  readonly circumstances: Circumstances;
  readonly content: ReturnContent;
  /** Worked out when first asked for: of a large sheet it takes longer than the check after an edit. */
  readonly fingerprint: Fingerprint;
  /** All that leaves the school of it, where its round takes tallies only; worked out when first asked for as well. */
  readonly tallied: Tallied | undefined;
  readonly issues: readonly Issue[];
  /** Must be fixed before submitting. */
  readonly errors: readonly Issue[];
  /** Warnings without an explanation of the value that stands now. */
  readonly openWarnings: readonly Issue[];
  /** What is wrong with the sheet itself; must be mended before submitting, so that no answer is left out. */
  readonly damage: readonly SheetDamage[];
  /** Rows of the table with anything in them. */
  readonly rowsAnswered: number;
  /** Rows that are asked for; an open table asks for no more than there are. */
  readonly rows: number;
  /** The keys of the lines of the sheet, in its order; blank rows and provisional keys too. */
  readonly keys: readonly RowKey[];
  /** Numbered lines of an open table below its last filled one; none of fixed rows. */
  readonly freeLines: EntryReading['freeLines'];
  /** Where a column stands now; `undefined` when it is gone. */
  columnOf(field: FieldId): number | undefined;
  /** Where a cell of a row stands now; also for the columns `#question` and `#answer`. */
  spotOf(row: RowKey, field: FieldId): Spot | undefined;
  cellAt(spot: Spot): { readonly row: RowKey; readonly field: FieldId } | undefined;
  readonly record: readonly RecordEntry[];
  /** Where the next line of the record goes; `undefined` when the record sheet is gone. */
  readonly recordEnd: Spot | undefined;
  /** What was typed into "Your answer", by row. */
  readonly typedAnswers: readonly { readonly row: RowKey; readonly text: string }[];
  /** What stands in "Mentor's question", by row. */
  readonly shownQuestions: readonly { readonly row: RowKey; readonly text: string }[];
}

/** Reads the whole entry sheet and the record and checks every answer with the instrument's rules. Changes nothing. */
export const checkReturn = async (desk: ReadingDesk, open: OpenReturn): Promise<FlowResult<CheckedReturn>> => {
  const entry = fromWorkbook(await desk.workbook.read(open.sheets.entry));
  if (!entry.ok) return entry;
  const record =
    open.sheets.record === undefined ? ok([]) : fromWorkbook(await desk.workbook.read(open.sheets.record));
  if (!record.ok) return record;
  const reading = readEntry(entry.value, open.instrument);
  if (reading.damage.some(({ kind }) => kind === 'header-missing')) return failed({ kind: 'sheet-damaged' });
  const log = readRecord(record.value);
  const entries = log?.entries ?? [];
  const content = { rows: reading.rows, explanations: explanationsIn(entries) };
  const rowsAnswered = content.rows.filter(({ key }) => key !== onceKey).length;
  const issues = checkerFor(open).check(content);
  const circumstances = circumstancesIn(open);
  let fingerprint: Fingerprint | undefined;
  let tallied: Tallied | undefined;
  return ok({
    circumstances,
    content,
    get fingerprint() {
      const of = { instrument: instrumentRef(open.instrument), round: open.round.id, owner: open.owner };
      return (fingerprint ??= this.tallied
        ? talliedFingerprint({ ...of, tallied: this.tallied })
        : fingerprintOf({ ...of, content }));
    },
    get tallied() {
      if (open.round.detail !== 'tally') return undefined;
      return (tallied ??= talliedOf(open.instrument, circumstances, content, issues));
    },
    issues,
    errors: issues.filter(({ severity }) => severity === 'error'),
    openWarnings: openWarnings(issues, content.explanations),
    damage: reading.damage,
    rowsAnswered,
    rows: open.instrument.rows.kind === 'open' ? rowsAnswered : fixedRows(open.instrument).length,
    keys: reading.keys,
    freeLines: reading.freeLines,
    columnOf: reading.columnOf,
    spotOf: reading.spotOf,
    cellAt: reading.cellAt,
    record: entries,
    recordEnd: log && { row: log.nextRow, column: log.firstColumn },
    typedAnswers: reading.typedAnswers,
    shownQuestions: reading.shownQuestions,
  });
};

const circumstancesIn = ({ circumstances, round }: OpenReturn): Circumstances => circumstances ?? round;

/** One checker for each open return, so that an edit costs one row and not the whole sheet. */
const checkers = new WeakMap<OpenReturn, Checker>();
const checkerFor = (open: OpenReturn): Checker => {
  const known = checkers.get(open);
  if (known !== undefined) return known;
  const checker = checkerOf(open.instrument, circumstancesIn(open));
  checkers.set(open, checker);
  return checker;
};
