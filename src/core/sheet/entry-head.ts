import { onceKey } from '../instrument/instrument.ts';
import { columnIds, columnLabel } from './entry-layout.ts';
import type { ShownQuestion } from './entry-plan.ts';
import { onceCell } from './entry-runs.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import { progressFormula } from './progress.ts';
import { questionsText } from './question-text.ts';
import type { Block, Region, SheetPlan, StyleName } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';
import { onceStatus } from './status.ts';

/** Everything above the table: what it is, whose and for when, what is left to do, what is asked once, the headings. */
export const headBlocks = (context: PlanContext, questions: readonly ShownQuestion[]): readonly Block[] => {
  const { instrument, check, names } = context;
  const { entry } = check;
  const [first] = entry.once;
  return [
    block(entry.titleRow, 0, [[instrument.title]]),
    block(entry.ownerRow, 0, [[ownerLine(context)]]),
    block(entry.codeRow, 0, [[blankPlan(context, 'entry').code]]),
    block(entry.progressRow, 0, [[progressFormula(context)]]),
    block(entry.purposeRow, 0, [[`${instrument.purpose} ${sheetWords.seeGuide(names.guide)}`]]),
    ...onceBlocks(context),
    ...(first === undefined
      ? []
      : [
          block(first.row, entry.column('#question'), [[questionsText(instrument, ofOnce(questions)) || null]], true),
        ]),
    ...headings(context),
  ];
};

const ofOnce = (questions: readonly ShownQuestion[]) => questions.filter(({ row }) => row === onceKey);

/** Label, answer and status of what is asked once, a line each. */
const onceBlocks = (context: PlanContext): readonly Block[] => {
  const { instrument, check, inHand } = context;
  const { entry } = check;
  return (instrument.once ?? []).flatMap(({ id, kind }) => {
    const { row, column } = onceCell(context, id);
    const isNumber = kind === 'integer' || kind === 'decimal' || kind === 'date';
    return [
      block(row, 0, [[columnLabel(instrument, id)]]),
      block(row, column, [[inHand.once.cell(id)]], !isNumber),
      block(row, entry.onceColumn + 1, [[onceStatus(context, id)]]),
    ];
  });
};

/** The hidden ids and the headings, column by column: they may stand in any order by now. */
const headings = ({ instrument, check: { entry } }: PlanContext): readonly Block[] =>
  columnIds(instrument).flatMap((id) => [
    block(entry.idRow, entry.column(id), [[id]]),
    block(entry.headerRow, entry.column(id), [[columnLabel(instrument, id)]]),
  ]);

export const headStyles = ({ check: { entry }, instrument }: PlanContext): SheetPlan['styles'] => {
  const cell = (row: number, column: number, style: StyleName) => ({
    area: { row, column, rows: 1, columns: 1 },
    style,
  });
  const [first] = entry.once;
  return [
    cell(entry.titleRow, 0, 'title'),
    cell(entry.ownerRow, 0, 'subtitle'),
    cell(entry.codeRow, 0, 'code'),
    cell(entry.progressRow, 0, 'subtitle'),
    cell(entry.purposeRow, 0, 'note'),
    ...(instrument.once ?? []).flatMap(({ id, kind }) => {
      const row = entry.once.find(({ field }) => field === id)?.row ?? 0;
      const input = cell(row, entry.onceColumn, 'input');
      if (kind === 'integer' || kind === 'decimal') return [input, cell(row, entry.onceColumn, 'input-number')];
      return kind === 'date' ? [input, cell(row, entry.onceColumn, 'input-date')] : [input];
    }),
    ...(first === undefined
      ? []
      : (['#question', '#answer'] as const).map((id) => cell(first.row, entry.column(id), 'input'))),
    ...columnIds(instrument).map((id) =>
      cell(entry.headerRow, entry.column(id), id.startsWith('#') && id !== '#answer' ? 'header-ours' : 'header'),
    ),
  ];
};

export const headRegions = (context: PlanContext): readonly Region[] => {
  const { instrument, check } = context;
  const [first] = check.entry.once;
  if (first === undefined) return [];
  const at = (id: '#question' | '#answer') => ({
    row: first.row,
    column: check.entry.column(id),
    rows: 1,
    columns: 1,
  });
  return [
    ...(instrument.once ?? []).map(({ id }) => ({
      name: `once ${id}`,
      area: onceCell(context, id),
      belongsTo: 'person' as const,
    })),
    { name: 'once question', area: at('#question'), belongsTo: 'shared' },
    { name: 'once reply', area: at('#answer'), belongsTo: 'person' },
  ];
};
