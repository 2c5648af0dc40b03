import type { IRange, IUnitRangeName } from '@univerjs/core';
import {
  deserializeRangeWithSheet,
  ErrorType,
  generateStringWithSequence,
  LexerTreeBuilder,
  sequenceNodeType,
  serializeRangeToRefString,
} from '@univerjs/engine-formula';
import type { Book } from './book.ts';

/** A reference in a formula: the sheet as written (empty for the formula's own) and the range. */
export type Reference = IUnitRangeName;

/**
 * A formula with each of its references replaced; `undefined` for a reference that is gone makes it `#REF!`. A formula
 * in which nothing changes comes back as it was.
 */
export function mapReferences(
  book: Book,
  formula: string,
  change: (reference: Reference) => Reference | undefined,
): string {
  const nodes = book.injector.get(LexerTreeBuilder).sequenceNodesBuilder(formula);
  let changed = false;
  for (const node of nodes ?? []) {
    if (typeof node === 'string' || node.nodeType !== sequenceNodeType.REFERENCE) continue;
    const reference = deserializeRangeWithSheet(node.token);
    const next = change(reference);
    if (next === reference) continue;
    node.token = next ? serializeRangeToRefString(next) : ErrorType.REF;
    changed = true;
  }
  return nodes && changed ? `=${generateStringWithSequence(nodes)}` : formula;
}

/** Rows or columns that came or went on a sheet. */
export interface Shift {
  readonly along: 'rows' | 'columns';
  readonly at: number;
  /** Negative where they went. */
  readonly count: number;
}

/**
 * Where a range lies after a shift, as in Excel: it moves when the shift is before it, grows or shrinks when it is
 * inside; `undefined` when all of it went.
 */
export function shiftedRange(range: IRange, { along, at, count }: Shift): IRange | undefined {
  const [first, last] =
    along === 'rows' ? (['startRow', 'endRow'] as const) : (['startColumn', 'endColumn'] as const);
  const start = range[first];
  const end = range[last];
  if (Number.isNaN(start) || Number.isNaN(end)) return range;
  if (count > 0) {
    if (at > end) return range;
    return { ...range, [first]: at <= start ? start + count : start, [last]: end + count };
  }
  const gone = at - count; // the first that stays
  const newStart = start >= gone ? start + count : Math.min(start, at);
  const newEnd = end >= gone ? end + count : Math.min(end, at - 1);
  if (newStart === start && newEnd === end) return range;
  return newEnd < newStart ? undefined : { ...range, [first]: newStart, [last]: newEnd };
}
