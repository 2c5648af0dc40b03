import { around, meets, type Place, type Span } from './formulas/span.ts';

/** What a highlight's formula says for one cell. */
export type SeenAnswer = string | number | boolean | null;

/** One of the ranges that a highlight's formula reads: for its first cell, and for its last one. */
export interface SeenRead {
  readonly sheet: string;
  readonly first: Span;
  readonly last: Span;
}

interface Kept {
  readonly answer: SeenAnswer;
  readonly row: number;
  readonly column: number;
}

/** More than any sheet has columns. */
const widest = 16_384;

/**
 * What a highlight's formula said for the cells that were looked at, for as long as nothing changes that it reads there.
 * The grid asks for all cells in view each time anything is drawn.
 */
export class SeenAnswers {
  readonly #kept = new Map<number, Kept>();
  readonly #reads: readonly SeenRead[];
  readonly #rows: number;
  readonly #columns: number;

  /** `rows` and `columns`: how far the highlight's last cell is from its first. */
  constructor(reads: readonly SeenRead[], rows: number, columns: number) {
    this.#reads = reads;
    this.#rows = rows;
    this.#columns = columns;
  }

  /** The answer for a cell, counted from the first one; worked out when there is none. */
  at(row: number, column: number, work: () => SeenAnswer): SeenAnswer {
    const key = row * widest + column;
    const known = this.#kept.get(key);
    if (known) return known.answer;
    const answer = work();
    this.#kept.set(key, { answer, row, column });
    return answer;
  }

  /** Forgets the answers that rest on changed cells; true when any cell of the highlight may look different. */
  forget(changed: readonly Place[]): boolean {
    let isTouched = false;
    for (const { sheet, first, last } of this.#reads) {
      const rows = moves(last.startRow - first.startRow, last.endRow - first.endRow, this.#rows);
      const columns = moves(last.startColumn - first.startColumn, last.endColumn - first.endColumn, this.#columns);
      for (const place of changed) {
        if (place.sheet !== sheet || !meets(around(first, last), place.span)) continue;
        isTouched = true;
        for (const [key, { row, column }] of this.#kept) {
          const isHit =
            (!rows || within(first.startRow + row * rows.by, first.endRow + row * rows.by, place.span, 'Row')) &&
            (!columns ||
              within(
                first.startColumn + column * columns.by,
                first.endColumn + column * columns.by,
                place.span,
                'Column',
              ));
          if (isHit) this.#kept.delete(key);
        }
      }
    }
    return isTouched;
  }
}

/** Whether a range stays or goes along from cell to cell; nothing where it does something else: then all is forgotten. */
function moves(start: number, end: number, distance: number): { readonly by: 0 | 1 } | undefined {
  if (start === 0 && end === 0) return { by: 0 };
  return start === distance && end === distance ? { by: 1 } : undefined;
}

const within = (from: number, to: number, span: Span, along: 'Row' | 'Column'): boolean =>
  from <= span[`end${along}`] && span[`start${along}`] <= to;
