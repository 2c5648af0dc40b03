import { ok, type Result } from '#core/result.ts';
import type { WorkbookFailure, WorkbookHint } from '../workbook.ts';
import { areaOfAddress } from './address.ts';
import type { ExcelQueue } from './run.ts';

/**
 * Hints from Excel's own events, of every sheet that is or will be there. What this add-in wrote itself is not hinted;
 * what another person edits at the same time is. Events can be lost, joined or late: they never carry the record.
 */
export const watch = (
  { operate, client }: ExcelQueue,
  onHint: (hint: WorkbookHint) => void,
): Promise<Result<() => Promise<void>, WorkbookFailure>> =>
  operate(async (batch) => {
    let stopped = false;
    const hint = (found: WorkbookHint): Promise<void> => {
      if (!stopped) onHint(found);
      return Promise.resolve();
    };
    const handlers = await batch((context) => {
      const sheets = context.workbook.worksheets;
      const added = [
        sheets.onChanged.add((event) => (isOwn(event) ? Promise.resolve() : hint(edited(event)))),
        sheets.onActivated.add((event) => hint({ kind: 'activated', sheet: event.worksheetId })),
        sheets.onSelectionChanged.add((event) => hint({ kind: 'selected', sheet: event.worksheetId })),
      ];
      return () => added;
      // Handlers registered twice would hint twice: this is not sent again when it is not known how far Excel came.
    }, 'once');
    return ok(async () => {
      if (stopped) return;
      stopped = true;
      const context = handlers[0]?.context;
      if (!context) return;
      // Nothing is hinted any more, whether Excel lets go of the handlers or not.
      await operate(async () => {
        // Only the context that added the handlers can remove them.
        await client().run(context, async (same) => {
          for (const handler of handlers) handler.remove();
          await same.sync();
        });
        return ok(undefined);
      });
    });
  });

const isOwn = (event: Excel.WorksheetChangedEventArgs): boolean =>
  event.triggerSource === 'ThisLocalAddin' && event.source !== 'Remote';

/** Only an edit of cells leaves the other cells where they are; after anything else the whole sheet is suspect. */
const edited = ({ worksheetId, changeType, address }: Excel.WorksheetChangedEventArgs): WorkbookHint => {
  const area = changeType === 'RangeEdited' ? areaOfAddress(address) : undefined;
  return { kind: 'edited', sheet: worksheetId, ...(area ? { area } : {}) };
};
