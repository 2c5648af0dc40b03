import { type Choice, fixedRows, groupsOf } from '../instrument/instrument.ts';
import { barrierAtMost, indicatorAtLeast, type Finding } from '../measures/finding.ts';
import type { Distribution } from '../measures/distribution.ts';
import { columnLetters, fixedArea, fixedCell, cellName, onSheet, quotedText } from './a1.ts';
import { areaOf } from './check-layout.ts';
import { capitalised } from './entry-layout.ts';
import { progressFormula } from './entry-plan.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import type { Block, ChartPlan, SheetPlan, StyleName } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

const firstColumnWidth = 46;
const columnWidth = 14;
const chartRows = 18;

/** A part of the summary: what it writes, from which row on and how many rows it takes. */
interface Part {
  readonly rows: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  readonly styles: SheetPlan['styles'];
  readonly charts: readonly ChartPlan[];
}

/**
 * The summary of one return, in live formulas over the check sheet only: for each distribution a table by group (the
 * first one with a chart), then the findings. Sorting the entry sheet changes no number.
 */
export const planSummary = (context: PlanContext): SheetPlan => {
  const { instrument } = context;
  const plan = blankPlan(context, 'summary');
  const distributions = instrument.measures.filter((measure) => measure.kind === 'distribution');
  const findings = instrument.measures.filter((measure) => measure.kind === 'finding');
  const parts: Part[] = [];
  let row = 6;
  const add = (part: Part) => {
    parts.push(part);
    row += part.rows + 1;
  };
  distributions.forEach((measure, at) => add(distributionPart(context, measure, row, at === 0)));
  for (const direction of ['barrier', 'indicator'] as const) {
    const some = findings.filter((finding) => finding.direction === direction);
    if (some.length > 0) add(findingsPart(context, some, row));
  }
  const columns = Math.max(1, ...parts.map((part) => part.columns));
  return {
    ...plan,
    blocks: [
      block(0, 0, [[`${instrument.title}: ${sheetWords.summary}`]]),
      block(1, 0, [[ownerLine(context)]]),
      block(2, 0, [[plan.code]]),
      block(3, 0, [[progressFormula(context)]]),
      block(4, 0, [[sheetWords.notForPublication]]),
      ...parts.flatMap((part) => part.blocks),
    ],
    styles: [
      ...(['title', 'subtitle', 'code', 'subtitle', 'note'] as const).map((style, at) => styled(at, 0, 1, 1, style)),
      ...parts.flatMap((part) => part.styles),
    ],
    columnWidths: Array.from({ length: columns }, (_, column) => ({
      column,
      width: column === 0 ? firstColumnWidth : columnWidth,
    })),
    charts: parts.flatMap((part) => part.charts),
  };
};

const styled = (row: number, column: number, rows: number, columns: number, style: StyleName) => ({
  area: { row, column, rows, columns },
  style,
});

/** Choices as the table has them from left to right: those with a value first, so that the chart has one range. */
export const choiceColumns = (choices: readonly Choice[]): readonly { choice: Choice; place: number }[] => {
  const placed = choices.map((choice, at) => ({ choice, place: at + 1 }));
  const valued = ({ choice }: { choice: Choice }) => choice.value !== undefined;
  return [...placed.filter(valued), ...placed.filter((one) => !valued(one))];
};

const distributionPart = (context: PlanContext, measure: Distribution, row: number, withChart: boolean): Part => {
  const { instrument, check, names } = context;
  const [groups, items] = [groupsOf(instrument), fixedRows(instrument)];
  const { noun } = instrument.rows;
  const on = onSheet(names.check);
  const group = on + fixedArea(check.inOrder.groupPlace);
  const chosen = on + fixedArea(areaOf(check.inOrder.places, measure.field));
  const columns = choiceColumns(check.terms.choices(measure.field));
  const valued = columns.filter(({ choice }) => choice.value !== undefined);
  const first = row + 2;
  const total = first + groups.length;
  const answeredColumn = columns.length + 1;
  const width = columns.length + (valued.length > 0 ? 4 : 3);

  const mean = (line: number) => {
    const counts = `${cellName(line, 1)}:${cellName(line, valued.length)}`;
    const sum = valued.map(({ choice }, at) => `${choice.value}*${cellName(line, at + 1)}`).join('+');
    return valued.length === 0 ? [] : [{ formula: `=IF(SUM(${counts})=0,"",(${sum})/SUM(${counts}))` }];
  };
  const groupLines = groups.map(({ id, title }, at) => [
    title,
    ...columns.map(({ place }) => ({ formula: `=COUNTIFS(${group},${at + 1},${chosen},${place})` })),
    { formula: `=COUNTIFS(${group},${at + 1},${chosen},">0")` },
    items.filter((item) => item.group === id).length,
    ...mean(first + at),
  ]);
  const totals = Array.from({ length: answeredColumn + 1 }, (_, at) => at + 1).map((column) => ({
    formula: `=SUM(${cellName(first, column)}:${cellName(total - 1, column)})`,
  }));
  const header = [
    sheetWords.group,
    ...columns.map(({ choice }) => choice.label),
    sheetWords.answered,
    sheetWords.outOf,
    ...(valued.length > 0 ? [sheetWords.mean] : []),
  ];
  const chart = withChart ? chartOf(measure, noun.many, row, total, valued.length || columns.length) : undefined;
  return {
    rows: total + 1 - row + (chart ? chartRows + 1 : 0),
    columns: width,
    blocks: [
      block(row, 0, [[measure.title]]),
      block(row + 1, 0, [header, ...groupLines, [sheetWords.total, ...totals, ...mean(total)]]),
    ],
    styles: [
      styled(row, 0, 1, 1, 'subtitle'),
      styled(row + 1, 0, 1, width, 'header-ours'),
      styled(first, 0, groups.length, 1, 'label'),
      styled(first, 1, groups.length, width - 1, 'ours'),
      styled(total, 0, 1, width, 'total'),
      ...(valued.length > 0 ? [styled(first, width - 1, groups.length + 1, 1, 'decimal')] : []),
    ],
    charts: chart ? [chart] : [],
  };
};

/** The chart below its table. The adapter puts its alternative text where people who cannot see it find it. */
const chartOf = (measure: Distribution, many: string, row: number, totalRow: number, series: number): ChartPlan => ({
  name: `${measure.id} by group`,
  kind: 'stacked-bar',
  source: { row: row + 1, column: 0, rows: totalRow - row - 1, columns: series + 1 },
  title: sheetWords.chartTitle(measure.title),
  altText: sheetWords.chartAlternative(measure.title, many),
  place: { row: totalRow + 2, column: 0, rows: chartRows - 1, columns: 6 },
});

const findingsPart = (context: PlanContext, findings: readonly Finding[], row: number): Part => {
  const { names } = context;
  const barrier = findings[0]?.direction === 'barrier';
  const title = barrier ? sheetWords.barriers(barrierAtMost) : sheetWords.indicators(indicatorAtLeast);
  const lines = findings.map((finding, at) => {
    const line = row + 2 + at;
    const answers = valueCells(context, finding).map((cell) => onSheet(names.check) + cell);
    const median = `$${columnLetters(2)}${line + 1}`;
    const shows = barrier ? `${median}<=${barrierAtMost}` : `${median}>=${indicatorAtLeast}`;
    const word = quotedText(barrier ? sheetWords.isBarrier : sheetWords.isIndicator);
    return [
      finding.statement,
      finding.rows.join(', '),
      { formula: `=IF(COUNT(${answers.join(',')})=0,"",MEDIAN(${answers.join(',')}))` },
      {
        formula: `=IF(ISNUMBER(${median}),IF(${shows},${word},${quotedText(sheetWords.isNot)}),${quotedText(sheetWords.notAnswered)})`,
      },
    ];
  });
  return {
    rows: lines.length + 2,
    columns: 4,
    blocks: [
      block(row, 0, [[title]]),
      block(row + 1, 0, [
        [sheetWords.finding, capitalised(sheetWords.basedOn), sheetWords.median, sheetWords.here],
        ...lines,
      ]),
    ],
    styles: [
      styled(row, 0, 1, 1, 'subtitle'),
      styled(row + 1, 0, 1, 4, 'header-ours'),
      styled(row + 2, 0, lines.length, 2, 'label'),
      styled(row + 2, 2, lines.length, 2, 'ours'),
      styled(row + 2, 2, lines.length, 1, 'decimal'),
    ],
    charts: [],
  };
};

/** The cells of the check sheet that hold the values of a finding's rows. */
const valueCells = ({ check, instrument }: PlanContext, finding: Finding): readonly string[] => {
  const values = areaOf(check.inOrder.values, finding.field);
  return fixedRows(instrument).flatMap(({ key }, at) =>
    finding.rows.includes(key) ? [fixedCell(values.row + at, values.column)] : [],
  );
};
