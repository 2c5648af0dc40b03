import type { Cell } from '#core/cell.ts';
import { csvLine, csvMark } from '#documents/write-csv.ts';

/** Lines of a table as they come, a few together. */
export type Lines = AsyncIterable<readonly (readonly Cell[])[]>;

/** A table on its way out, with what it is of. */
export interface Outgoing {
  /** Members of a JSON document beside the table. */
  readonly about: Readonly<Record<string, string>>;
  readonly headings: readonly string[];
  readonly lines: Lines;
}

/** How a table is written down, piece by piece. */
export interface ExportForm {
  readonly type: string;
  pieces(table: Outgoing): AsyncIterable<string>;
}

/** The forms that an export may have, by the word that asks for them. */
export const exportForms: Readonly<Record<'csv' | 'json', ExportForm>> = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    async *pieces({ headings, lines }) {
      yield csvMark + csvLine(headings);
      for await (const some of lines) yield some.map(csvLine).join('');
    },
  },
  /** One object; `rows` says how many there were, last of all: a document without it broke off on its way. */
  json: {
    type: 'application/json; charset=utf-8',
    async *pieces({ about, headings, lines }) {
      yield `${JSON.stringify({ ...about, columns: headings }).slice(0, -1)},"lines":[`;
      let count = 0;
      for await (const some of lines) {
        yield some.map((line, at) => `${count + at === 0 ? '' : ','}\n${JSON.stringify(line)}`).join('');
        count += some.length;
      }
      yield `\n],"rows":${count}}\n`;
    },
  },
};
