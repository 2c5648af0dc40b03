import type { Issue } from '#core/rules/issue.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { recordChanges } from './write-record.ts';

/**
 * Writes down in the record why a warning stands. It holds as long as the cell keeps the value; an empty text takes
 * an explanation back.
 */
export const explainWarning = (
  desk: Desk,
  open: OpenReturn,
  checked: Pick<CheckedReturn, 'recordEnd'>,
  issue: Issue,
  text: string,
): Promise<FlowResult<void>> => explainWarnings(desk, open, checked, [issue], text);

/** The same reason for several warnings, written down for each: it holds for each cell as long as that keeps its value. */
export const explainWarnings = async (
  desk: Desk,
  open: OpenReturn,
  checked: Pick<CheckedReturn, 'recordEnd'>,
  issues: readonly Issue[],
  text: string,
): Promise<FlowResult<void>> => {
  const said = {
    when: desk.now(),
    who: desk.api.person()?.name ?? open.ownerName,
    what: 'Explanation' as const,
    text: text.trim(),
  };
  const entries = issues.map(({ row, field, value, rule }) => ({ ...said, row, field, value, reference: rule }));
  return fromWorkbook(await desk.workbook.apply(recordChanges(open.sheets.record, checked.recordEnd, entries)));
};
