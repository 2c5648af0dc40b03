import { toDisposable } from '@univerjs/core';
import { SheetInterceptorService } from '@univerjs/sheets';

/**
 * The parts that take a hand in drawing a cell, without the one that marks texts which look like numbers. The marks are
 * switched off, but the engine still tries to read every text as a number, a date and a time whenever its cell is
 * drawn: a quarter of the time of drawing a full table. That part is told by the setting it asks for; should the
 * engine rename it, the marks stay switched off and drawing is slower again.
 */
export class UnmarkedCells extends SheetInterceptorService {
  override intercept: SheetInterceptorService['intercept'] = (point, taking) =>
    String(taking.handler).includes('disableForceStringMark')
      ? toDisposable(() => undefined)
      : super.intercept(point, taking);
}
