import type { Cell } from '#core/cell.ts';
import type { FieldId, RowKey } from '#core/ids.ts';
import type { Fix } from '#core/rules/fixes/fix.ts';
import type { ChangedCell } from '#flows/change-cells.ts';

/** A cell, what stands there, and what it might hold instead. */
export interface PossibleChange {
  readonly row: RowKey;
  readonly field: FieldId;
  readonly before: Cell;
  readonly fix: Fix;
}

/** The same change in all its cells, shown as one line. */
export interface ShownChange {
  readonly before: Cell;
  readonly fix: Fix;
  readonly cells: readonly ChangedCell[];
}

/** More lines than this nobody looks through at a time: what is beyond is offered after these are done. */
export const mostShown = 50;

/**
 * Changes as they are shown before they are made: those that say the same together, the most frequent first. Only what
 * is among the answer is to be made, since only that was seen.
 */
export const shownChanges = (changes: readonly PossibleChange[]): readonly ShownChange[] => {
  const groups = new Map<string, { before: Cell; fix: Fix; cells: ChangedCell[] }>();
  for (const { row, field, before, fix } of changes) {
    const key = JSON.stringify([before, fix.kind, fix.value]);
    const group = groups.get(key) ?? { before, fix, cells: [] };
    groups.set(key, group);
    group.cells.push({ row, field, before, after: fix.value });
  }
  return [...groups.values()].sort((a, b) => b.cells.length - a.cells.length).slice(0, mostShown);
};
