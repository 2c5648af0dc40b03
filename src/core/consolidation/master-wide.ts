import type { Cell } from '../cell.ts';
import type { Choice } from '../instrument/instrument.ts';
import { deciderOf, decidingFormula, findingInReturn, type Finding } from '../measures/finding.ts';
import { type Offer, onceInHand, type RowInHand, rowsInHand } from '../rules/row-in-hand.ts';
import { cellName, fixedArea } from '../sheet/a1.ts';
import { styled, worked } from '../sheet/figures/sheet-part.ts';
import { block } from '../sheet/plan-context.ts';
import type { Formula, SheetPlan } from '../sheet/sheet-plan.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';
import type { MasterField } from './master-fields.ts';
import { type MasterLayout, ownColumns, type WideAnswers } from './master-layout.ts';

/**
 * The answers of fixed rows beside their owners, for each finding the value that decides about it, and above them the
 * tally of each row.
 */
export const masterWide = (
  { instrument, owners }: ConsolidatedReturns,
  layout: MasterLayout,
  wide: WideAnswers,
  offer: Offer,
): Pick<SheetPlan, 'blocks' | 'styles'> => {
  const { firstOwnerRow, headerRow, ownerRows, findings } = layout;
  const first = ownColumns + layout.once.length;
  const rowsOf = owners.map(
    ({ accepted }) =>
      new Map(rowsInHand(instrument, accepted?.content?.rows ?? [], offer).map((row) => [row.key, row])),
  );
  const lines = owners.map(({ accepted }, at) =>
    answersOf(wide, rowsOf[at] ?? new Map(), onceInHand(instrument, accepted?.content?.rows ?? [], offer)),
  );
  const deciders = Array.from({ length: ownerRows }, (_, at) =>
    findings.map((finding) => decidingCell(finding, wide, firstOwnerRow + at, [...(rowsOf[at]?.values() ?? [])])),
  );
  const findingColumn = layout.columns - findings.length;
  return {
    blocks: [
      block(headerRow, first, [
        [...headingsOf(wide), ...findings.map((one) => sheetWords.deciderOf[deciderOf(one)] + one.rows.join(', '))],
      ]),
      ...wide.tallied.flatMap(({ field, row }) =>
        tallyLines(field, row, offer.get(field.id)?.choices ?? [], layout, wide, lines),
      ),
      ...(owners.length === 0 || layout.columns === first + findings.length
        ? []
        : [block(firstOwnerRow, first, lines)]),
      ...(findings.length === 0 ? [] : [block(firstOwnerRow, findingColumn, deciders)]),
    ],
    styles: [
      styled(headerRow, first, 1, layout.columns - first, 'header-ours'),
      ...wide.tallied.flatMap(({ field, row }) => {
        const choices = offer.get(field.id)?.choices.length ?? 0;
        return [
          styled(row, 0, choices + 1, layout.columns, 'total'),
          styled(row + choices + 1, 0, 1, layout.columns, 'decimal'),
        ];
      }),
      styled(firstOwnerRow, first, ownerRows, layout.columns - first, 'ours'),
    ],
  };
};

/** The first field's columns are called by their rows alone, the others by row and field. */
const headingsOf = ({ fields, items, started }: WideAnswers): readonly string[] => [
  ...fields.flatMap(({ columns }, at) =>
    columns.flatMap(({ heading }) =>
      items.map(({ key }) => (at === 0 && columns.length === 1 ? key : `${key} ${heading}`)),
    ),
  ),
  ...(started ? items.map(({ key }) => `${key} ${sheetWords.answered}`) : []),
];

const answersOf = (
  { fields, items, started }: WideAnswers,
  rows: ReadonlyMap<string, RowInHand>,
  once: RowInHand,
): readonly Cell[] => [
  ...fields.flatMap(({ columns }) =>
    columns.flatMap(({ cell }) =>
      items.map(({ key }) => {
        const row = rows.get(key);
        return row === undefined ? null : cell(row, once);
      }),
    ),
  ),
  ...(started ? items.map(({ key }) => (rows.get(key)?.started === true ? 1 : null)) : []),
];

const decidingCell = (finding: Finding, wide: WideAnswers, line: number, rows: readonly RowInHand[]): Formula => {
  const cells = finding.rows.map((row) => cellName(line, wide.answerColumn(finding.field, row))).join(',');
  return worked(decidingFormula(finding, cells), findingInReturn(finding, rows).decides);
};

/** Below each header: how many answered, how many chose each choice, and the mean of the values. */
const tallyLines = (
  field: MasterField,
  row: number,
  choices: readonly Choice[],
  layout: MasterLayout,
  wide: WideAnswers,
  lines: readonly (readonly Cell[])[],
): SheetPlan['blocks'] => {
  const left = ownColumns + layout.once.length;
  const columns = wide.items.map((_, at) => wide.firstColumn(field.id, 0) + at);
  const range = (column: number) => fixedArea(layout.owners(column));
  const answers = (column: number) =>
    lines.map((line) => line[column - left] ?? null).filter((cell) => cell !== null);
  const meanOf = (cells: readonly Cell[]) => {
    const numbers = cells.filter((cell) => typeof cell === 'number');
    return numbers.length === 0 ? '' : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  };
  const tallies: readonly (readonly [label: string, formula: (column: number) => Formula])[] = [
    [sheetWords.numberAnswered, (column) => worked(`COUNTA(${range(column)})`, answers(column).length)],
    ...choices.map(({ code, label, value }) => {
      const { criterion } = field.chose(code);
      const cell = value ?? label;
      return [
        label,
        (column: number) =>
          worked(`COUNTIF(${range(column)},${criterion})`, answers(column).filter((one) => one === cell).length),
      ] as const;
    }),
    [
      sheetWords.mean,
      (column) => worked(`IF(COUNT(${range(column)})=0,"",AVERAGE(${range(column)}))`, meanOf(answers(column))),
    ],
  ];
  const labelled = (label: string) => (wide.tallied.length === 1 ? label : `${field.label}: ${label}`);
  return [
    block(
      row,
      1,
      tallies.map(([label]) => [labelled(label)]),
    ),
    block(
      row,
      columns[0] ?? left,
      tallies.map(([, formula]) => columns.map(formula)),
    ),
  ];
};
