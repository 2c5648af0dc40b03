import type { Cell } from '#core/cell.ts';

/**
 * The order in which a person's sort would put rows: numbers, then texts without regard to case, then truth values,
 * blanks last in either direction. Equal keys keep their order. Answers, for each place, the row that comes there.
 */
export function sortedOrder(keys: readonly Cell[], ascending: boolean): number[] {
  const direction = ascending ? 1 : -1;
  return keys
    .map((_, index) => index)
    .sort((a, b) => {
      const one = keys[a] ?? null;
      const other = keys[b] ?? null;
      if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
      return direction * compare(one, other) || a - b;
    });
}

function compare(one: Exclude<Cell, null>, other: Exclude<Cell, null>): number {
  const kinds = ['number', 'string', 'boolean'];
  const kind = kinds.indexOf(typeof one) - kinds.indexOf(typeof other);
  if (kind !== 0) return kind;
  if (typeof one === 'string') return one.localeCompare(String(other), 'en-GB', { sensitivity: 'accent' });
  return Number(one) - Number(other);
}
