import type { WorkbookFailure } from '../workbook.ts';

/** What Microsoft's client throws (`OfficeExtension.Error`), known by its shape: it may come from another realm. */
export interface ExcelError {
  readonly code: string;
  readonly debugInfo: { readonly errorLocation?: string };
}

/** Tells Excel's refusals from our own mistakes, which are thrown on. */
export const isExcelError = (error: unknown): error is ExcelError =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  'debugInfo' in error &&
  typeof error.debugInfo === 'object' &&
  error.debugInfo !== null;

/** `editing`, `busy`, … by Excel's error code. A code that is not listed is our mistake: `unexpected`. */
const kinds: Readonly<Record<string, Exclude<WorkbookFailure['kind'], 'unexpected'>>> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  BadPassword: 'protected',
  FilteredRangeConflict: 'filtered',
  ItemNotFound: 'gone',
  ApiNotFound: 'unsupported',
  ApiNotAvailable: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  // 5100, too many incomplete requests, has no code of its own: it comes as GeneralException.
  GeneralException: 'busy',
  ActivityLimitReached: 'busy',
  ServiceNotAvailable: 'busy',
  RequestAborted: 'busy',
  InactiveWorkbook: 'busy',
  InvalidSelection: 'busy',
  WriteNotSupportedWhenModalDialogOpen: 'busy',
  InvalidOrTimedOutSession: 'session-over',
};

/** One failure that a person can act on. Excel's own message is not used: it is localised and may hold content. */
export const toFailure = (error: ExcelError): WorkbookFailure => {
  const kind = kinds[error.code];
  const where = error.debugInfo.errorLocation;
  if (kind === undefined) return { kind: 'unexpected', code: error.code, ...(where ? { where } : {}) };
  return kind === 'unsupported' ? { kind, what: where || error.code } : { kind };
};

/** Excel refused for size: less in one request may work. */
export const isTooLarge = (error: unknown): boolean => isExcelError(error) && kinds[error.code] === 'too-large';

/** Excel refused the batch as a whole before any of its actions: doing it again is always safe. */
export const wasRefusedWhole = ({ code }: ExcelError): boolean =>
  code === 'InvalidOperationInCellEditMode' ||
  code === 'ActivityLimitReached' ||
  code === 'WriteNotSupportedWhenModalDialogOpen';
