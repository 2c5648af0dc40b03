import { meets, type Place, type Span } from './span.ts';

interface Entry<Reader> {
  readonly reader: Reader;
  readonly span: Span;
}

/** A range over more columns than this is looked up by its sheet alone. */
const wide = 64;

/** Who reads which cells, looked up by column: most formulas read one or a few columns of a sheet. */
export class Readers<Reader> {
  readonly #columns = new Map<string, Map<number, Set<Entry<Reader>>>>();
  readonly #wide = new Map<string, Set<Entry<Reader>>>();
  readonly #leave = new Map<Reader, (() => void)[]>();

  /** Enters what a reader reads; what it read before is forgotten. */
  enter(reader: Reader, places: readonly Place[]): void {
    this.forget(reader);
    this.#leave.set(
      reader,
      places.flatMap((place) => this.#add(reader, place)),
    );
  }

  forget(reader: Reader): void {
    for (const leave of this.#leave.get(reader) ?? []) leave();
    this.#leave.delete(reader);
  }

  /** Tells every reader of any of these cells, with what it reads there; some more than once. */
  of({ sheet, span }: Place, tell: (reader: Reader, read: Span) => void): void {
    const visit = (entries: Iterable<Entry<Reader>>) => {
      for (const entry of entries) if (meets(entry.span, span)) tell(entry.reader, entry.span);
    };
    visit(this.#wide.get(sheet) ?? []);
    const columns = this.#columns.get(sheet);
    if (!columns) return;
    if (span.endColumn - span.startColumn > wide) {
      for (const [column, entries] of columns) {
        if (column >= span.startColumn && column <= span.endColumn) visit(entries);
      }
    } else
      for (let column = span.startColumn; column <= span.endColumn; column += 1) visit(columns.get(column) ?? []);
  }

  #add(reader: Reader, { sheet, span }: Place): (() => void)[] {
    const entry = { reader, span };
    const put = (entries: Set<Entry<Reader>>) => {
      entries.add(entry);
      return () => void entries.delete(entry);
    };
    if (span.endColumn - span.startColumn > wide) return [put(found(this.#wide, sheet, () => new Set()))];
    const columns = found(this.#columns, sheet, () => new Map<number, Set<Entry<Reader>>>());
    const steps = Array.from({ length: span.endColumn - span.startColumn + 1 }, (_, at) => span.startColumn + at);
    return steps.map((column) => put(found(columns, column, () => new Set())));
  }
}

/** The value of a key; made when there is none. */
export function found<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
