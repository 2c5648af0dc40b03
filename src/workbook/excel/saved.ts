import { ok, type Result } from '#core/result.ts';
import type { WorkbookFailure } from '../workbook.ts';
import { isExcelError, toFailure } from './failures.ts';
import type { Batch } from './run.ts';

/** Whether the file holds what the screen shows; `unknown` where this Excel does not tell. */
export const saved = async (batch: Batch): Promise<Result<'saved' | 'unsaved' | 'unknown', WorkbookFailure>> => {
  try {
    return ok(
      await batch((context) => {
        const workbook = context.workbook.load('isDirty');
        return () => (workbook.isDirty ? 'unsaved' : 'saved');
      }),
    );
  } catch (error) {
    if (isExcelError(error) && toFailure(error).kind === 'unsupported') return ok('unknown');
    throw error;
  }
};
