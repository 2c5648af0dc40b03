import { ownerId } from '../ids.ts';
import { compileMeasure } from '../measures/compile.ts';
import { figuresOf } from '../measures/figures-of.ts';
import { measuredOf } from '../measures/measured.ts';
import type { FigureTable, MeasureTerms } from '../measures/sums.ts';
import { tallierOf } from '../measures/tally.ts';
import { instantText } from '../returns/instant-text.ts';
import { sheetCode } from '../returns/sheet-code.ts';
import { offerOf } from '../rules/row-in-hand.ts';
import { fixedArea, fixedCell } from '../sheet/a1.ts';
import { figuresBelow, widthOf } from '../sheet/figures/figures-below.ts';
import { styled, worked, type SheetPart } from '../sheet/figures/sheet-part.ts';
import { block } from '../sheet/plan-context.ts';
import type { SheetPlan } from '../sheet/sheet-plan.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import { count } from '../words/count-words.ts';
import { dayInWords } from '../words/date-words.ts';
import { asNumbers } from './as-numbers.ts';
import { consolidate, findingOf } from './consolidate.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';
import { masterFindings } from './master-findings.ts';
import { masterLayout, type MasterLayout, ownColumns, rowColumns } from './master-layout.ts';
import { masterLong } from './master-long.ts';
import { masterOwners } from './master-owners.ts';
import { masterTerms } from './master-terms.ts';
import { masterWide } from './master-wide.ts';
import { masterWords } from './master-words.ts';

/**
 * The master sheet of a round: every enlisted owner in a line of its own with the revision and the receipt that count;
 * its answers beside it, or below, row by row, where rows are open; above them, in live formulas over those lines, the
 * table of each measure, and each finding as "n of N returned of M enlisted". Where a tally is given in place of rows, all
 * these are plain numbers, and there are no answers. All of the sheet is ours: drawing again replaces it. As at a day in the
 * past its title and its code say so.
 */
export const planMaster = (of: ConsolidatedReturns & { readonly name: string }): SheetPlan => {
  const { instrument, round, circumstances = round } = of;
  const withoutRows = of.tally !== undefined;
  const offer = offerOf(instrument, circumstances);
  const measured = measuredOf(instrument, circumstances);
  const measures = instrument.measures.filter(({ kind }) => kind !== 'finding');
  const tables = measures.map((measure) => compileMeasure(measure, measured));
  const layout = masterLayout(of, offer, tables);
  const tallier = tallierOf(instrument, circumstances);
  const total = consolidate(of, tallier);
  const numbersOf = (table: FigureTable) => figuresOf(table, tallier.sums, total.sums);
  const terms = termsOf(layout);
  const onSheet = tables.map((table) => ({ table, numbersOf, terms, measured }));
  const parts: readonly Pick<SheetPart, 'blocks' | 'styles' | 'highlights'>[] = [
    masterFindings(layout, of, (finding) => findingOf(tallier, total, finding.id)),
    ...figuresBelow(measures, onSheet, { row: layout.tablesRow, column: 1 }, false),
    masterOwners(of, layout, offer),
    ...(withoutRows
      ? []
      : layout.answers.kind === 'wide'
        ? [masterWide(of, layout, layout.answers, offer)]
        : [masterLong(instrument, layout.answers)]),
  ];
  const past = of.asAt === undefined ? {} : { asAt: of.asAt };
  const code = sheetCode({ role: 'master', owner: ownerId('PROGRAMME'), round: round.id, ...past });
  const accepted = `COUNT(${fixedArea(layout.owners(3))})`;
  const columns = Math.max(layout.columns, 2 * (widthOf(onSheet) + 2));
  const plan: SheetPlan = {
    name: of.name,
    role: 'master',
    code,
    visibility: 'visible',
    blocks: [
      block(0, 0, [[titleOf(of)]]),
      block(1, 0, [[round.title]]),
      block(2, 0, [[code]]),
      block(3, 0, [[sheetWords.asAt, momentOf(of)]]),
      block(layout.enlistedRow, 0, [
        [sheetWords.enlisted, of.enlisted],
        [sheetWords.returned, of.returned],
        [sheetWords.accepted, worked(accepted, total.returns)],
      ]),
      block(layout.acceptedRow + 1, 0, [[noteOf(of)]]),
      block(layout.answersTitleRow, 0, [[withoutRows ? masterWords.owners : ownersTitle(layout)]]),
      ...parts.flatMap(({ blocks }) => blocks),
    ],
    regions: [],
    styles: [
      ...(['title', 'subtitle', 'code'] as const).map((style, row) => styled(row, 0, 1, 1, style)),
      styled(layout.acceptedRow + 1, 0, 1, 1, 'note'),
      styled(layout.answersTitleRow, 0, 1, 1, 'subtitle'),
      ...parts.flatMap(({ styles }) => styles),
    ],
    columnWidths: Array.from({ length: columns }, (_, column) => ({
      column,
      width: [12, 46, 22, 12, 36][column] ?? 12,
    })),
    hiddenRows: [],
    validations: [],
    highlights: parts.flatMap(({ highlights = [] }) => highlights),
    charts: [],
    freeze: { rows: 0, columns: 2 },
  };
  return withoutRows ? { ...plan, blocks: asNumbers(plan.blocks) } : plan;
};

/** What it is, and of a day in the past that it is of that day. */
const titleOf = ({ instrument, asAt }: ConsolidatedReturns): string =>
  `${instrument.title}: ${sheetWords.master}${asAt === undefined ? '' : masterWords.asItStood(dayInWords(asAt))}`;

const momentOf = ({ at, asAt }: ConsolidatedReturns): string =>
  asAt === undefined ? instantText(at) : masterWords.endOf(dayInWords(asAt));

/** What to know of the numbers: what rows are behind them, or why there are none. */
const noteOf = ({ instrument: { rows }, tally, tooManyRows }: ConsolidatedReturns): string => {
  if (tooManyRows !== undefined) {
    return masterWords.tooManyRows(count(tooManyRows, rows.noun.one, rows.noun.many));
  }
  return tally === undefined ? sheetWords.masterNote : masterWords.withoutRows;
};

/** What the table of owners shows: of fixed rows their answers too. */
const ownersTitle = ({ answers }: MasterLayout): string =>
  answers.kind === 'wide'
    ? sheetWords.answersOf(answers.fields.map(({ label }) => label).join(', '))
    : masterWords.owners;

/** How the measures read the master's lines. */
const termsOf = (layout: MasterLayout): MeasureTerms => {
  const { answers, firstOwnerRow: row, ownerRows: rows } = layout;
  const once = (field: string) => layout.owners(ownColumns + layout.once.findIndex(({ id }) => id === field));
  const returns = fixedCell(layout.acceptedRow, 1);
  if (answers.kind === 'long') {
    const column = (index: number) => ({
      row: answers.firstRow,
      column: index,
      rows: Math.max(1, answers.rows.length),
      columns: 1,
    });
    return masterTerms(answers.fields, {
      counted: () => `${fixedArea(column(rowColumns - 1))},"<>"`,
      area: (field, at) => column(answers.firstColumn(field) + at),
      once,
      returns,
    });
  }
  const { items } = answers;
  const area = (field: string, at: number, group?: string) => {
    const inGroup = group === undefined ? items : items.filter((item) => item.group === group);
    const [first] = inGroup;
    return {
      row,
      column: answers.firstColumn(field, at) + (first === undefined ? 0 : items.indexOf(first)),
      rows,
      columns: Math.max(1, inGroup.length),
    };
  };
  return masterTerms(answers.fields, {
    counted: (group) => (answers.started ? `${fixedArea(area('#started', 0, group))},1` : ''),
    area,
    once,
    returns,
  });
};
