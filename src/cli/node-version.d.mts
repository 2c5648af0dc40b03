/** A sentence for a person whose Node is too old, or `undefined`. `lowest` is that of package.json's `engines`. */
export function nodeTooOld(version: string, lowest?: readonly [number, number]): string | undefined;
/** Calls `next` when this Node is new enough; otherwise says what to do and ends with 1. */
export function withNewEnoughNode<T>(next: () => T): T | undefined;
