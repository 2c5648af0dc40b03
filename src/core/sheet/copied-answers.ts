import type { Area, Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { onceKey } from '../instrument/instrument.ts';
import { isBlank } from '../returns/same-value.ts';
import type { AnswerRow } from '../returns/content.ts';
import { cellName, columnLetters, fixedArea, fixedCell, onSheet, quotedText } from './a1.ts';
import { block, type PlanContext } from './plan-context.ts';
import type { Block } from './sheet-plan.ts';

/**
 * An answer that was copied from an earlier round and that nobody has confirmed yet. The sheet marks its cell as long
 * as it holds this very value; the hidden lists sheet keeps one line for each, which confirming takes away.
 */
export interface CopiedCell {
  readonly row: RowKey;
  readonly field: FieldId;
  /** As the sheet's formulas word the value. */
  readonly text: string;
}

/** The answers of an earlier return, cell by cell; blank cells are nothing to confirm. */
export const copiedCells = (rows: readonly AnswerRow[]): readonly CopiedCell[] =>
  rows.flatMap(({ key, values }) =>
    Object.entries(values).flatMap(([field, value]) =>
      isBlank(value) ? [] : [{ row: key, field, text: wordedByFormulas(value) }],
    ),
  );

/** What `""&cell` gives. Numbers of more than 15 digits are worded otherwise: they are not marked. */
const wordedByFormulas = (value: Cell): string =>
  typeof value === 'boolean' ? String(value).toUpperCase() : String(value);

/** The line that stands for a copied answer on the lists sheet. */
export const copiedLine = ({ row, field, text }: CopiedCell): string => `${row}|${field}|${text}`;

/** A line of the lists sheet read back; `undefined` for anything else. */
export const readCopiedLine = (cell: Cell): CopiedCell | undefined => {
  const [, row, field, text] = /^([^|]+)\|([^|]+)\|([\s\S]+)$/.exec(String(cell ?? '')) ?? [];
  return row === undefined || field === undefined || text === undefined ? undefined : { row, field, text };
};

/** Where the lines stand: right of everything else on the lists sheet. */
export const copiedArea = ({ lists, copied }: Pick<PlanContext, 'lists' | 'copied'>): Area => ({
  row: firstRow,
  column: lists.columns,
  rows: copied.length,
  columns: 1,
});

const firstRow = 2;

export const copiedBlocks = (context: PlanContext): readonly Block[] =>
  context.copied.length === 0
    ? []
    : [
        block(
          firstRow,
          context.lists.columns,
          context.copied.map((cell) => [copiedLine(cell)]),
          true,
        ),
      ];

/**
 * Whether a cell of the table still holds what was copied, relative to that cell. Compared with `=`, not with MATCH:
 * answers may be long and hold `*`, `?` or `~`.
 */
export const stillCopied = (context: PlanContext, column: number): string => {
  const { entry } = context.check;
  const key = `$${columnLetters(entry.column('#key'))}${entry.firstRow + 1}`;
  const id = `${columnLetters(column)}$${entry.idRow + 1}`;
  return isListed(context, `${key}&"|"&${id}&"|"&${cellName(entry.firstRow, column)}`);
};

/** How many cells of the line at hand, between two columns, still hold what was copied. */
export const copiedInLine = (context: PlanContext, row: number, first: number, columns: number): string => {
  const { entry } = context.check;
  const [from, to] = [columnLetters(first), columnLetters(first + columns - 1)];
  const ids = `${fixedCell(entry.idRow, first)}:${fixedCell(entry.idRow, first + columns - 1)}`;
  const cells = `$${from}${row + 1}:$${to}${row + 1}`;
  return listed(context, `$${columnLetters(entry.column('#key'))}${row + 1}&"|"&${ids}&"|"&${cells}`);
};

/** Whether what is asked once still holds what was copied. */
export const onceStillCopied = (context: PlanContext, field: FieldId, row: number): string =>
  isListed(context, `${quotedText(`${onceKey}|${field}|`)}&${fixedCell(row, context.check.entry.onceColumn)}`);

const isListed = (context: PlanContext, text: string): string => `${listed(context, text)}>0`;

const listed = (context: PlanContext, text: string): string =>
  `SUMPRODUCT(--(${onSheet(context.names.lists)}${fixedArea(copiedArea(context))}=${text}))`;
