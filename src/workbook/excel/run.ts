import { failed, type Result } from '#core/result.ts';
import type { WorkbookFailure } from '../workbook.ts';
import { isExcelError, toFailure, wasRefusedWhole } from './failures.ts';

/** The `Excel` of office.js, as far as a run needs it. */
export type ExcelClient = Pick<typeof Excel, 'run'>;

export interface RunOptions {
  /** `Excel` itself unless another client is handed in. */
  readonly client?: ExcelClient;
  /** Waits some milliseconds before another attempt. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1, spreads the attempts of many panes. */
  readonly random?: () => number;
}

/**
 * One request to Excel: `build` queues the actions and answers how to read what was loaded, once it is there.
 * `repeatable` work may be sent again when it is not known how far Excel came; work done `once` is sent again only
 * when Excel refused it whole.
 */
export type Batch = <T>(
  build: (context: Excel.RequestContext) => () => T,
  nature?: 'repeatable' | 'once',
) => Promise<T>;

/** Carries out one operation after the other: only one is in flight. Excel's errors become failures, ours are thrown. */
export type Operate = <T>(
  operation: (batch: Batch) => Promise<Result<T, WorkbookFailure>>,
) => Promise<Result<T, WorkbookFailure>>;

/** A person who edits a cell is waited for; clicking the pane does not end the edit, Enter does. */
const editingWaits = [500, 1000, 2000];
const busyWaits = [400, 800, 1600];

export interface ExcelQueue {
  readonly operate: Operate;
  /** Asked anew each time: office.js may be there later than the adapter. */
  readonly client: () => ExcelClient;
}

/** The one queue to Excel. Too many requests at once are throttled, and parts of two operations must not mix. */
export const excelQueue = (options: RunOptions = {}): ExcelQueue => {
  const client = () => options.client ?? Excel;
  const pause = options.pause ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const random = options.random ?? Math.random;

  const batch: Batch = async (build, nature = 'repeatable') => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await client().run(async (context) => {
          const answer = build(context);
          await context.sync();
          return answer();
        });
      } catch (error) {
        const wait = isExcelError(error) ? waitBefore(error.code, attempt, random) : undefined;
        if (wait === undefined || !isExcelError(error)) throw error;
        if (nature === 'once' && !wasRefusedWhole(error)) throw error;
        await pause(wait);
      }
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  const operate: Operate = (operation) => {
    const turn = last.then(async () => {
      try {
        return await operation(batch);
      } catch (error) {
        if (isExcelError(error)) return failed(toFailure(error));
        throw error;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return { operate, client };
};

/** Milliseconds to wait before another attempt; `undefined` when another would not help. */
const waitBefore = (code: string, attempt: number, random: () => number): number | undefined => {
  if (code === 'InvalidOperationInCellEditMode') return editingWaits[attempt];
  const wait = busyWaits[attempt];
  if (wait === undefined) return undefined;
  const spread = wait * (0.75 + random() / 2);
  switch (code) {
    case 'ActivityLimitReached':
    case 'ServiceNotAvailable':
    case 'RequestAborted':
      return spread;
    // Another workbook has the focus, or too many requests: often gone at once, seldom later.
    case 'GeneralException':
    case 'InactiveWorkbook':
      return attempt === 0 ? spread : undefined;
    default:
      return undefined;
  }
};
