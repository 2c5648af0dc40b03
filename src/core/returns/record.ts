import type { Cell, Grid } from '../cell.ts';
import { questionId, type FieldId, type Instant, type QuestionId, type RowKey } from '../ids.ts';
import type { Explanation } from './content.ts';
import { instantOfText, instantText } from './instant-text.ts';
import { sameValue } from './same-value.ts';

/**
 * The record of a return: a visible log sheet of all that people said and got, one line each, in the order it
 * happened. Nothing is ever removed from it; what holds now is read out of it.
 */
export const recordColumns = [
  'When',
  'Who',
  'What',
  'Row',
  'Field',
  'Value then',
  'Text',
  'Reference',
  'Fingerprint',
] as const;

export const recordKinds = [
  'Receipt',
  'Explanation',
  'Question',
  'Answer',
  'Remark',
  'Settled',
  'Waiting',
  'Confirmed',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/**
 * One line. What `reference` and `value` hold, by kind:
 * - Receipt: the receipt's number; `value` is the revision's number; `fingerprint` is set.
 * - Explanation: the rule's id; `value` is the value explained.
 * - Question, Answer, Remark, Settled: the question's id; `value` is the cell's value then.
 * - Waiting: the submission's key; `value` is the revision it was based on; `fingerprint` is set.
 * - Confirmed: nothing; the answers of the row that were copied from an earlier round still hold.
 */
export interface RecordEntry {
  readonly when: Instant;
  readonly who: string;
  readonly what: RecordKind;
  readonly row: RowKey | undefined;
  readonly field: FieldId | undefined;
  readonly value: Cell;
  readonly text: string;
  readonly reference: string;
  readonly fingerprint?: string;
}

/** An entry as a line of cells, in the order of `recordColumns`. */
export const recordLine = (entry: RecordEntry): readonly Cell[] => [
  instantText(entry.when),
  entry.who,
  entry.what,
  entry.row ?? null,
  entry.field ?? null,
  entry.value,
  entry.text,
  entry.reference,
  entry.fingerprint ?? null,
];

/** What a record sheet says, and where the next line goes. */
export interface RecordReading {
  readonly entries: readonly RecordEntry[];
  /** Zero-based row of the first line below everything written. */
  readonly nextRow: number;
  /** Zero-based column of "When". */
  readonly firstColumn: number;
}

/**
 * Reads a record sheet from A1 on: finds the header by its first three words, wherever it stands, and takes every
 * line below whose kind is known; other lines are left alone. `undefined` when there is no header.
 */
export const readRecord = (grid: Grid): RecordReading | undefined => {
  const headerRow = grid.findIndex((line) => headerColumn(line) >= 0);
  const header = grid[headerRow];
  if (!header) return undefined;
  const firstColumn = headerColumn(header);
  const lines = grid.slice(headerRow + 1).map((line) => line.slice(firstColumn));
  let last = headerRow;
  lines.forEach((line, index) => {
    if (line.some((cell) => cell !== null && cell !== '')) last = headerRow + 1 + index;
  });
  return { entries: lines.flatMap(readLine), nextRow: last + 1, firstColumn };
};

const headerColumn = (line: readonly Cell[]): number =>
  line.findIndex((cell, at) => cell === 'When' && line[at + 1] === 'Who' && line[at + 2] === 'What');

const readLine = (line: readonly Cell[]): readonly RecordEntry[] => {
  const [when, who, what, row, field, value, text, reference, print] = line;
  const kind = recordKinds.find((known) => known === what);
  if (!kind) return [];
  return [
    {
      when: instantOfText(words(when)),
      who: words(who),
      what: kind,
      row: words(row) || undefined,
      field: words(field) || undefined,
      value: value === '' || value === undefined ? null : value,
      text: words(text),
      reference: words(reference),
      ...(print ? { fingerprint: words(print) } : {}),
    },
  ];
};

const words = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

/** Explanations that hold: the latest for each warning of each value; an emptied text takes one back. */
export const explanationsIn = (entries: readonly RecordEntry[]): readonly Explanation[] => {
  const latest: Explanation[] = [];
  for (const entry of entries) {
    if (entry.what !== 'Explanation' || !entry.row || !entry.field) continue;
    const { row, field, value, text, reference: rule } = entry;
    const at = latest.findIndex(
      (other) => other.row === row && other.field === field && other.rule === rule && sameValue(other.value, value),
    );
    if (at >= 0) latest.splice(at, 1);
    if (text.trim() !== '') latest.push({ row, field, rule, value, text });
  }
  return latest;
};

/** The latest receipt, or `undefined` when nothing was submitted from this workbook. */
export const lastReceiptIn = (entries: readonly RecordEntry[]): RecordEntry | undefined =>
  entries.filter((entry) => entry.what === 'Receipt').at(-1);

/** A question that is not settled yet, with the latest answer to it. */
export interface OpenQuestion {
  readonly id: QuestionId;
  readonly row: RowKey;
  readonly field: FieldId;
  readonly text: string;
  readonly answer: string | undefined;
}

/** The questions still open, in the order they were asked. */
export const openQuestionsIn = (entries: readonly RecordEntry[]): readonly OpenQuestion[] => {
  const settled = new Set(entries.filter(({ what }) => what === 'Settled').map(({ reference }) => reference));
  return entries.flatMap(({ what, row, field, text, reference }) =>
    what === 'Question' && row && field && !settled.has(reference)
      ? [
          {
            id: questionId(reference),
            row,
            field,
            text,
            answer: entries.filter((entry) => entry.what === 'Answer' && entry.reference === reference).at(-1)?.text,
          },
        ]
      : [],
  );
};
