import { isExcelError, toFailure } from '#workbook/excel/failures.ts';

const error = (code: string, errorLocation?: string) => ({
  code,
  message: 'The cell "Ada Lovelace" is locked.',
  debugInfo: { ...(errorLocation ? { errorLocation } : {}), fullStatements: ['range.values = [["Ada"]]'] },
});

describe('an error of Excel as a failure that a person can act on', () => {
  test.each([
    ['InvalidOperationInCellEditMode', 'editing'],
    ['AccessDenied', 'protected'],
    ['FilteredRangeConflict', 'filtered'],
    ['ItemNotFound', 'gone'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['OperationCellsExceedLimit', 'too-large'],
    ['RangeExceedsLimit', 'too-large'],
    ['ActivityLimitReached', 'busy'],
    ['ServiceNotAvailable', 'busy'],
    ['RequestAborted', 'busy'],
    ['GeneralException', 'busy'],
    ['InactiveWorkbook', 'busy'],
    ['InvalidSelection', 'busy'],
    ['WriteNotSupportedWhenModalDialogOpen', 'busy'],
    ['InvalidOrTimedOutSession', 'session-over'],
  ])('%s: %s', (code, kind) => {
    expect(toFailure(error(code, 'Range.values'))).toEqual({ kind });
  });

  test.each(['ApiNotFound', 'NotImplemented', 'UnsupportedFeature'])('%s names what is missing', (code) => {
    expect(toFailure(error(code, 'Workbook.isDirty'))).toEqual({ kind: 'unsupported', what: 'Workbook.isDirty' });
    expect(toFailure(error(code))).toEqual({ kind: 'unsupported', what: code });
  });

  test.each(['InvalidArgument', 'PropertyNotLoaded', 'ValueNotLoaded', 'InvalidObjectPath', 'ANewCode'])(
    '%s is our mistake, named by its place and never with content',
    (code) => {
      const failure = toFailure(error(code, 'Range.values'));
      expect(failure).toEqual({ kind: 'unexpected', code, where: 'Range.values' });
      expect(JSON.stringify(failure)).not.toContain('Ada');
    },
  );

  test('anything else that is thrown is no error of Excel', () => {
    expect(isExcelError(new TypeError('x is undefined'))).toBe(false);
    expect(isExcelError(undefined)).toBe(false);
    expect(isExcelError(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe(false);
    expect(isExcelError(error('AccessDenied'))).toBe(true);
  });
});
