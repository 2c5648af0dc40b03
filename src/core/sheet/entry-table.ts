import type { Cell } from '../cell.ts';
import { fixedRows, groupsOf, type Field } from '../instrument/instrument.ts';
import type { AnswerRow } from '../returns/content.ts';
import { rowsByKey } from '../rules/row-in-hand.ts';
import type { EntryContent } from './entry-plan.ts';
import { fieldRuns, lineRuns, wholeColumn } from './entry-runs.ts';
import { block, type PlanContext } from './plan-context.ts';
import { questionsText } from './question-text.ts';
import { isProvisional } from './row-numbers.ts';
import type { Block, Region, SheetPlan, StyleName } from './sheet-plan.ts';
import { statusFormula } from './status.ts';

/** The table itself, in runs of neighbouring lines: what stands between rows that are not ours is left alone. */
export const tableBlocks = (context: PlanContext, { answers, questions }: EntryContent): readonly Block[] => {
  const { instrument, check } = context;
  const { entry } = check;
  const byKey = rowsByKey(answers);
  const lines = new Map(context.inHand.lines.map((line) => [line.key, line]));
  return lineRuns(context, (key) => byKey.has(key) || instrument.rows.kind === 'fixed').flatMap((run) => {
    const asked = run.keys.map(
      (key) =>
        questionsText(
          instrument,
          questions.filter(({ row }) => row === key),
        ) || null,
    );
    return [
      ...labelBlocks(context, run.row, run.keys),
      ...fieldRuns(context, formatOf).map(({ column, fields, mark }) =>
        block(run.row, column, answerCells(run.keys, fields, byKey), mark === 'text'),
      ),
      block(
        run.row,
        entry.column('#status'),
        run.keys.map((key, at) => [statusFormula(context, lines.get(key), run.row + at)]),
      ),
      block(
        run.row,
        entry.column('#question'),
        asked.map((text) => [text]),
        true,
      ),
      block(
        run.row,
        entry.column('#answer'),
        asked.map(() => [null]),
        true,
      ),
    ];
  });
};

/** Fixed rows say what they are; rows of an open table have a number, but for those that wait for one. */
const labelBlocks = ({ instrument, check: { entry } }: PlanContext, row: number, keys: readonly string[]) => {
  if (instrument.rows.kind === 'open')
    return [
      block(
        row,
        entry.column('#key'),
        keys.map((key) => [isProvisional(key) ? null : Number(key)]),
      ),
    ];
  const items = new Map(fixedRows(instrument).map((item) => [item.key, item]));
  const titles = new Map(groupsOf(instrument).map(({ id, title }) => [id, title]));
  const labels = {
    '#key': (key: string) => key,
    '#group': (key: string) => titles.get(items.get(key)?.group ?? '') ?? null,
    '#text': (key: string) => items.get(key)?.text ?? null,
  };
  return Object.entries(labels).map(([id, label]) =>
    block(
      row,
      entry.column(id as keyof typeof labels),
      keys.map((key) => [label(key)]),
      true,
    ),
  );
};

/** A cell formatted as text would keep a typed number or date as text. */
const formatOf = ({ kind }: Field): 'text' | 'input-number' | 'input-date' =>
  kind === 'integer' || kind === 'decimal' ? 'input-number' : kind === 'date' ? 'input-date' : 'text';

const answerCells = (
  keys: readonly string[],
  fields: readonly Field[],
  byKey: ReadonlyMap<string, AnswerRow>,
): readonly (readonly Cell[])[] => {
  const blank = fields.map(() => null);
  return keys.map((key) => {
    const values = byKey.get(key)?.values;
    return values === undefined ? blank : fields.map(({ id }) => values[id] ?? null);
  });
};

/** Whose the cells are: answers and replies the person's, questions everybody's, numbers of an open table nobody's to change. */
export const tableRegions = (context: PlanContext): readonly Region[] => {
  const { instrument, check } = context;
  const column = (id: '#key' | '#question' | '#answer') => wholeColumn(context, check.entry.column(id));
  return [
    ...fieldRuns(context, () => 'answers').map(({ column: first, fields }, at) => ({
      name: at === 0 ? 'answers' : `answers ${at + 1}`,
      area: wholeColumn(context, first, fields.length),
      belongsTo: 'person' as const,
    })),
    ...(instrument.rows.kind === 'open'
      ? [{ name: 'numbers', area: column('#key'), belongsTo: 'shared' as const }]
      : []),
    { name: 'questions', area: column('#question'), belongsTo: 'shared' },
    { name: 'replies', area: column('#answer'), belongsTo: 'person' },
  ];
};

/** Groups are told apart by alternating shades; numbers and dates have their formats laid over. */
export const tableStyles = (context: PlanContext): SheetPlan['styles'] => {
  const { instrument, check } = context;
  const { entry } = check;
  const groups = new Map(fixedRows(instrument).map(({ key, group }) => [key, group]));
  const ours = instrument.rows.kind === 'fixed' ? (['#key', '#group', '#text'] as const) : (['#key'] as const);
  const runs = lineRuns(context, (key) => groups.get(key));
  return [
    ...runs.flatMap(({ row, rows }, nth) => {
      const [label, input]: readonly [StyleName, StyleName] =
        nth % 2 === 0 ? ['label', 'input'] : ['label-alternate', 'input-alternate'];
      const styled = (column: number, columns: number, style: StyleName) => ({
        area: { row, column, rows, columns },
        style,
      });
      return [
        ...ours.map((id) => styled(entry.column(id), 1, label)),
        ...fieldRuns(context, () => input).map(({ column, fields }) => styled(column, fields.length, input)),
        styled(entry.column('#status'), 1, 'ours'),
        ...(['#question', '#answer'] as const).map((id) => styled(entry.column(id), 1, input)),
      ];
    }),
    ...fieldRuns(context, formatOf).flatMap(({ column, fields, mark }) =>
      mark === 'text' ? [] : [{ area: wholeColumn(context, column, fields.length), style: mark }],
    ),
  ];
};

const systemWidths = { '#key': 7, '#group': 18, '#text': 42, '#status': 15, '#question': 38, '#answer': 38 } as const;

export const tableWidths = ({ instrument, check: { entry } }: PlanContext): SheetPlan['columnWidths'] => [
  ...Object.entries(systemWidths).flatMap(([id, width]) =>
    instrument.rows.kind === 'open' && (id === '#group' || id === '#text')
      ? []
      : [{ column: entry.column(id as keyof typeof systemWidths), width }],
  ),
  ...instrument.fields.map(({ id, width }) => ({ column: entry.column(id), width })),
];
