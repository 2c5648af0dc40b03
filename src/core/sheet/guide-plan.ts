import { descriptorLines } from './guide-descriptors.ts';
import { choicesInBrief } from './guide-choices.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import { traitOf } from '../instrument/traits.ts';
import { hasNativeForm } from '../rules/kinds/all-kinds.ts';
import type { SheetPlan, StyleName } from './sheet-plan.ts';
import { copiedWord, sheetWords, statusWords } from './sheet-words.ts';

/** A line of the sheet: its cells from the left. */
export interface GuideLine {
  readonly cells: readonly string[];
  readonly style: StyleName;
}

const firstRow = 4;
const widths = [24, 56, 56];
const descriptorWidth = 34;

/**
 * The *Read me* beside the entry sheet: how to fill it, what each column means and what may be written there, what the
 * words of the status column mean, what the sheet cannot check by itself, and, where rows have descriptions, what every
 * choice means in each row.
 */
export const planGuide = (context: PlanContext): SheetPlan => {
  const { instrument } = context;
  const plan = blankPlan(context, 'guide');
  const lines = [
    ...howTo(context),
    ...columnsExplained(context),
    ...statusExplained(context),
    ...unseen(context),
    ...descriptorLines(context),
  ];
  const columns = Math.max(widths.length, ...lines.map(({ cells }) => cells.length));
  return {
    ...plan,
    blocks: [
      block(0, 0, [[`${instrument.title}: ${sheetWords.guide.title}`]]),
      block(1, 0, [[ownerLine(context)]]),
      block(2, 0, [[plan.code]]),
      block(
        firstRow,
        0,
        lines.map(({ cells }) => Array.from({ length: columns }, (_, at) => cells[at] ?? null)),
        true,
      ),
    ],
    styles: [
      ...(['title', 'subtitle', 'code'] as const).map((style, row) => ({
        area: { row, column: 0, rows: 1, columns: 1 },
        style,
      })),
      ...lines.flatMap(({ cells, style }, at) =>
        cells.length === 0
          ? []
          : [{ area: { row: firstRow + at, column: 0, rows: 1, columns: cells.length }, style }],
      ),
    ],
    columnWidths: Array.from({ length: columns }, (_, column) => ({
      column,
      width: widths[column] ?? descriptorWidth,
    })),
    print: { landscape: true, area: { row: 0, column: 0, rows: firstRow + lines.length, columns } },
  };
};

const blank: GuideLine = { cells: [], style: 'label' };
const heading = (text: string): GuideLine => ({ cells: [text], style: 'subtitle' });
const header = (...cells: readonly string[]): GuideLine => ({ cells, style: 'header-ours' });
const line = (...cells: readonly string[]): GuideLine => ({ cells, style: 'label' });

const howTo = ({ instrument, names }: PlanContext): readonly GuideLine[] => {
  const { noun, kind } = instrument.rows;
  const words = sheetWords.guide;
  return [
    heading(words.howTo),
    { cells: [instrument.purpose], style: 'note' },
    ...[
      ...(instrument.once?.length ? [words.once] : []),
      kind === 'fixed' ? words.fixedRows(names.entry, noun.one) : words.openRows(names.entry, noun.one),
      ...words.steps,
    ].map((text, at): GuideLine => ({ cells: [`${at + 1}. ${text}`], style: 'note' })),
    blank,
  ];
};

const columnsExplained = ({ instrument, offer }: PlanContext): readonly GuideLine[] => {
  const words = sheetWords.guide;
  return [
    heading(words.columns),
    header(words.column, words.whatToWrite, words.choices),
    ...[...(instrument.once ?? []), ...instrument.fields].map((field) =>
      line(field.label, field.help, choicesInBrief(field, offer.get(field.id)?.choices ?? [])),
    ),
    blank,
  ];
};

const statusExplained = ({ instrument }: PlanContext): readonly GuideLine[] => {
  const words = sheetWords.guide;
  const meanings = statusWords.map((word, at) => line(word, words.statuses[at] ?? ''));
  return [
    heading(words.status),
    header(words.statusWord, words.meaning),
    ...(instrument.rows.kind === 'open' ? meanings.slice(1) : meanings),
    line(copiedWord, words.copied),
    blank,
  ];
};

/** Rules that are only checked in the pane and on arrival. */
const unseen = ({ instrument }: PlanContext): readonly GuideLine[] => {
  const rules = instrument.rules.filter((rule) => !hasNativeForm(rule));
  const guarded = traitOf(instrument, 'pupil-rows') !== undefined;
  if (rules.length === 0 && !guarded) return [];
  const words = sheetWords.guide;
  const label = (id: string) =>
    [...(instrument.once ?? []), ...instrument.fields].find((field) => field.id === id)?.label ?? id;
  return [
    heading(words.unseen),
    { cells: [words.unseenNote], style: 'note' },
    header(words.column, words.message),
    ...rules.map(({ field, message }) => line(label(field), message)),
    ...(guarded ? [line(words.anyColumn, words.unseenPupils)] : []),
    blank,
  ];
};
