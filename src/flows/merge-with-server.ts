import { ok } from '#core/result.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { decide, merge, type Merge, type MergeConflict, type Side } from '#core/returns/merge.ts';
import { differences } from '#core/returns/difference.ts';
import type { WireRevision } from '#wire/shapes.ts';
import type { CellChange } from '../workbook/workbook.ts';
import { checkReturn, type CheckedReturn } from './check-return.ts';
import { basedOnIn } from './compare-with-server.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromApi, fromWorkbook, type FlowResult } from './flow-result.ts';
import { answerInVersion, inVersion } from './in-version.ts';
import { explanationEntries, receiptEntry } from './record-from-server.ts';
import { newEntries, recordChanges } from './write-record.ts';

/** The revision that stands on the server: its number, who submitted it and when. */
export interface LatestRevision {
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

const nothing: ReturnContent = { rows: [], explanations: [] };

/**
 * The workbook and the server's latest revision put together over the revision both grew from. Where the server holds no
 * rows of it, the workbook stays as it is. Changes nothing.
 */
export const mergeWithServer = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
): Promise<FlowResult<{ readonly merge: Merge; readonly latest: LatestRevision }>> => {
  const answer = fromApi(await desk.api.return(open.round.id, open.owner));
  if (!answer.ok) return answer;
  const base = await baseOf(desk, open, basedOnIn(checked));
  if (!base.ok) return base;
  const told = await answerInVersion(desk, open.instrument, answer.value);
  if (!told.ok) return told;
  const { latest } = told.value.answer;
  return ok({
    merge: merge(base.value, checked.content, latest?.content ?? nothing),
    latest: {
      revision: latest?.number ?? 0,
      by: latest?.receipt.by ?? '',
      at: latest?.receipt.at ?? '',
    },
  });
};

const baseOf = async (desk: Desk, open: OpenReturn, revision: number): Promise<FlowResult<ReturnContent>> => {
  if (revision === 0) return ok(nothing);
  const base = fromApi(await desk.api.revision(open.round.id, open.owner, revision));
  if (!base.ok) return base;
  const { instrument, content } = base.value;
  if (content === undefined) return ok(nothing);
  const told = await inVersion(desk, open.instrument, { instrument, content });
  return told.ok ? ok(told.value.content) : told;
};

/**
 * Writes the chosen outcome of a merge into the sheet, and into the record that the workbook now contains revision
 * `latest`. Only cells that change are written; nothing is sent. A cell changed in the sheet since the merge was
 * shown is left as it is now typed.
 */
export const applyMerge = async (
  desk: Desk,
  open: OpenReturn,
  shown: Merge,
  choice: (conflict: MergeConflict) => Side | undefined,
  latest: number,
): Promise<FlowResult<void>> => {
  const [reading, revision] = [
    await checkReturn(desk, open),
    fromApi(await desk.api.revision(open.round.id, open.owner, latest)),
  ];
  if (!reading.ok) return reading;
  if (!revision.ok) return revision;
  const checked = reading.value;
  const touched = new Set(
    differences(withoutTaken(shown), checked.content).map(({ row, field }) => JSON.stringify([row, field])),
  );
  const changes: readonly CellChange[] = differences(checked.content, decide(shown, choice)).flatMap((cell) => {
    const spot = checked.spotOf(cell.row, cell.field);
    return spot && !touched.has(JSON.stringify([cell.row, cell.field]))
      ? [{ sheet: open.sheets.entry, cell: spot, value: cell.mine }]
      : [];
  });
  return fromWorkbook(
    await desk.workbook.apply([
      ...changes,
      ...recordChanges(open.sheets.record, checked.recordEnd, mergedEntries(checked, shown, revision.value)),
    ]),
  );
};

/** What this workbook held when the merge was made: the merged content with everything taken put back. */
const withoutTaken = ({ merged, taken }: Merge): ReturnContent => ({
  ...merged,
  rows: [
    ...merged.rows.filter(({ key }) => !taken.some(({ row }) => row === key)),
    ...[...new Set(taken.map(({ row }) => row))].map((key) => ({
      key,
      values: {
        ...merged.rows.find((row) => row.key === key)?.values,
        ...Object.fromEntries(taken.filter(({ row }) => row === key).map(({ field, was }) => [field, was])),
      },
    })),
  ],
});

/** The merged explanations that the record does not hold yet, and the receipt of the revision they came with. */
const mergedEntries = (checked: CheckedReturn, { merged }: Merge, { receipt }: WireRevision) =>
  newEntries(checked.record, [...explanationEntries(receipt, merged.explanations), receiptEntry(receipt)]);
