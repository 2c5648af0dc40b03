import type { BaseReferenceObject, FunctionVariantType } from '@univerjs/engine-formula';
import { linesOf, type Lines } from './line-by-line.ts';
import { spanOf, type Place } from './span.ts';
import { isKind, nameOf, partsOf, type Syntax } from './syntax.ts';

/** What a formula reads, worked out once when it is written. */
export interface FormulaPlan {
  readonly root: Syntax;
  /** Ranges that are read line by line, and all others. */
  readonly lineReads: readonly Place[];
  readonly wholeReads: readonly Place[];
  /** True for formulas whose reads cannot be told (OFFSET), and those that change by themselves (TODAY). */
  readonly isVolatile: boolean;
  readonly lines: Lines | undefined;
}

/** Finds out what a part refers to, by executing it where the formula stands. */
export type Refer = (node: Syntax) => FunctionVariantType | null | undefined;

const unforeseeable = new Set(['OFFSET', 'INDIRECT']);
/** What may stand in INDEX's places for a range to be known without reading any cell. */
const known = new Set(['ROW', 'COLUMN', 'MINUS', 'PLUS']);

export function planFormula(root: Syntax, refer: Refer): FormulaPlan {
  const places = new Map<Syntax, Place>();
  const inside = new Set<Syntax>();
  for (const node of partsOf(root)) {
    if (inside.has(node) || !refersForCertain(node)) continue;
    const value = refer(node);
    if (!value?.isReferenceObject()) continue;
    places.set(node, placeOf(value as BaseReferenceObject));
    for (const part of partsOf(node)) inside.add(part);
  }
  const lines = linesOf(root, (node) => places.get(node)?.span);
  const reads = [...places];
  return {
    root,
    lineReads: reads.filter(([node]) => lines?.nodes.has(node)).map(([, place]) => place),
    wholeReads: reads.filter(([node]) => !lines?.nodes.has(node)).map(([, place]) => place),
    isVolatile: [...partsOf(root)].some(isVolatilePart),
    lines,
  };
}

function placeOf(reference: BaseReferenceObject): Place {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const data = spanOf(reference.getRangeData());
  // Of whole columns and rows the engine says how far the sheet goes just now; they stay open here.
  return {
    sheet: reference.getSheetId(),
    span: {
      startRow,
      startColumn,
      endRow: data.endRow === Infinity ? Infinity : endRow,
      endColumn: data.endColumn === Infinity ? Infinity : endColumn,
    },
  };
}

const isVolatilePart = (node: Syntax): boolean =>
  node.isForcedCalculateFunction() ||
  (isKind(node, 'function') && unforeseeable.has(nameOf(node))) ||
  (isKind(node, 'suffix') && nameOf(node) === '#');

/** A reference, or a range between two references, that is the same whatever stands in the cells. */
function refersForCertain(node: Syntax): boolean {
  if (isKind(node, 'reference')) return true;
  const children = node.getChildren();
  if (isKind(node, 'union'))
    return children.length === 2 && children.every((child) => refersForCertain(within(child)));
  if (!isKind(node, 'function') || nameOf(node) !== 'INDEX') return false;
  const [range, ...places] = children;
  return range !== undefined && refersForCertain(within(range)) && places.every(isKnown);
}

/** The engine wraps the ends of a range. */
const within = (node: Syntax): Syntax => {
  const [only, other] = node.getChildren();
  return isKind(node, 'root') && only && !other ? only : node;
};

function isKnown(node: Syntax): boolean {
  if (isKind(node, 'value')) return true;
  const isSum = isKind(node, 'operator') || isKind(node, 'root') || isKind(node, 'prefix');
  const isAsked = isKind(node, 'function') && known.has(nameOf(node)) && node.getChildren().length === 0;
  return isAsked || (isSum && node.getChildren().every(isKnown));
}
