import { failed, type Result } from '#core/result.ts';
import type { ApiFailure } from '../api/collection-api.ts';
import type { WorkbookFailure } from '../workbook/workbook.ts';
import type { FlowFailure } from './desk.ts';

export type FlowResult<T> = Result<T, FlowFailure>;

/** A port's result as a flow's. */
export const fromWorkbook = <T>(result: Result<T, WorkbookFailure>): FlowResult<T> =>
  result.ok ? result : failed({ kind: 'workbook', failure: result.failure });

export const fromApi = <T>(result: Result<T, ApiFailure>): FlowResult<T> =>
  result.ok ? result : failed({ kind: 'api', failure: result.failure });
