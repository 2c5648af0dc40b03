import type { Issue } from '#core/rules/issue.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { recordChanges } from './write-record.ts';

/**
 * Writes down in the record why a warning stands. It holds as long as the cell keeps the value; an empty text takes
 * an explanation back.
 */
export const explainWarning = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  issue: Issue,
  text: string,
): Promise<FlowResult<void>> =>
  fromWorkbook(
    await desk.workbook.apply(
      recordChanges(open.sheets.record, checked.recordEnd, [
        {
          when: desk.now(),
          who: desk.api.person()?.name ?? open.ownerName,
          what: 'Explanation',
          row: issue.row,
          field: issue.field,
          value: issue.value,
          text: text.trim(),
          reference: issue.rule,
        },
      ]),
    ),
  );
