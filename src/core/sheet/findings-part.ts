import { fixedRows } from '../instrument/instrument.ts';
import {
  barrierAtMost,
  deciderOf,
  decidingFormula,
  findingInReturn,
  indicatorAtLeast,
  type Finding,
} from '../measures/finding.ts';
import { columnLetters, fixedCell, onSheet, quotedText } from './a1.ts';
import { capitalised } from './entry-layout.ts';
import { styled, worked, type SheetPart } from './figures/sheet-part.ts';
import { block, type PlanContext } from './plan-context.ts';
import { sheetWords } from './sheet-words.ts';

/**
 * What a return says of each of some barriers, or indicators, that are counted by the same: the value among its rows
 * that decides, and whether it shows here.
 */
export const findingsPart = (
  context: PlanContext,
  like: Pick<Finding, 'direction' | 'countedBy'>,
  findings: readonly Finding[],
  row: number,
): SheetPart => {
  const { names, inHand } = context;
  const { direction, countedBy = 'median' } = like;
  const barrier = direction === 'barrier';
  const title = barrier
    ? sheetWords.barriers(countedBy, barrierAtMost)
    : sheetWords.indicators(countedBy, indicatorAtLeast);
  const lines = findings.map((finding, at) => {
    const answers = valueCells(context, finding)
      .map((cell) => onSheet(names.check) + cell)
      .join(',');
    const cell = `$${columnLetters(2)}${row + 3 + at}`;
    const shown = barrier ? `${cell}<=${barrierAtMost}` : `${cell}>=${indicatorAtLeast}`;
    const here = barrier ? sheetWords.isBarrier : sheetWords.isIndicator;
    const { decides, shows } = findingInReturn(finding, inHand.lines);
    const { isNot, notAnswered } = sheetWords;
    return [
      finding.statement,
      finding.rows.join(', '),
      worked(decidingFormula(finding, answers), decides),
      worked(
        `IF(ISNUMBER(${cell}),IF(${shown},${quotedText(here)},${quotedText(isNot)}),${quotedText(notAnswered)})`,
        shows === undefined ? notAnswered : shows ? here : isNot,
      ),
    ];
  });
  return {
    rows: lines.length + 2,
    columns: 4,
    blocks: [
      block(row, 0, [[title]]),
      block(row + 1, 0, [
        [sheetWords.finding, capitalised(sheetWords.basedOn), sheetWords.decider[deciderOf(like)], sheetWords.here],
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
  const values = check.inOrder?.values.get(finding.field);
  if (values === undefined) throw new Error(`The check sheet has no values of ${finding.field}`);
  return fixedRows(instrument).flatMap(({ key }, at) =>
    finding.rows.includes(key) ? [fixedCell(values.row + at, values.column)] : [],
  );
};
