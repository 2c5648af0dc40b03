import type { BaseAstNode } from '@univerjs/engine-formula';

/** A part of a formula, as the engine's parser gives it. */
export type Syntax = BaseAstNode;

/** The engine's numbers for the kinds of parts that matter here. */
export const kinds = { reference: 1, value: 2, operator: 3, function: 4, root: 9, union: 10, prefix: 11, suffix: 12 };

export const isKind = (node: Syntax, kind: keyof typeof kinds): boolean => Number(node.nodeType) === kinds[kind];

/** The name of a function, or the sign of an operator. */
export const nameOf = (node: Syntax): string => node.getToken().trim().toUpperCase();

/** The part and everything in it. */
export function* partsOf(node: Syntax): Generator<Syntax> {
  yield node;
  for (const child of node.getChildren()) yield* partsOf(child);
}
