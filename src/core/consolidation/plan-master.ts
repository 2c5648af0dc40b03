import { fixedRows } from '../instrument/instrument.ts';
import { instantText } from '../returns/instant-text.ts';
import type { Cell } from '../cell.ts';
import { ownerId } from '../ids.ts';
import { barrierAtMost, indicatorAtLeast, type Finding } from '../measures/finding.ts';
import { defaultQuantitySettings } from '../measures/quantity.ts';
import { sheetCode } from '../returns/sheet-code.ts';
import { offerOf, rowInHand, rowsByKey } from '../rules/row-in-hand.ts';
import { fixedCell, cellName, quotedText } from '../sheet/a1.ts';
import { block } from '../sheet/plan-context.ts';
import type { Formula, SheetPlan, StyleName } from '../sheet/sheet-plan.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import type { ConsolidatedOwner, ConsolidatedReturns } from './consolidated-returns.ts';
import { masterLayout, ownColumns, type MasterLayout, type ShownField } from './master-layout.ts';

/**
 * The master sheet of a round: every enlisted owner in a line of its own with the answers of its accepted return, the
 * revision and the receipt they come from; above them, in live formulas over those lines, how many answered what, and
 * each finding as "n of N returned of M enlisted". A choice without a value stands there in words and enters no median
 * and no base. All of the sheet is ours: drawing again replaces it.
 */
export const planMaster = (of: ConsolidatedReturns & { readonly name: string }): SheetPlan => {
  const { instrument, round } = of;
  const layout = masterLayout(of);
  const code = sheetCode({ role: 'master', owner: ownerId('PROGRAMME'), round: round.id });
  return {
    name: of.name,
    role: 'master',
    code,
    visibility: 'visible',
    blocks: [
      block(0, 0, [[`${instrument.title}: ${sheetWords.master}`]]),
      block(1, 0, [[round.title]]),
      block(2, 0, [[code]]),
      block(3, 0, [[sheetWords.asAt, instantText(of.at)]]),
      block(layout.enlistedRow, 0, [
        [sheetWords.enlisted, of.enlisted],
        [sheetWords.returned, of.returned],
        [sheetWords.accepted, { formula: `=COUNT(${layout.owners(3)})` }],
      ]),
      block(layout.acceptedRow + 1, 0, [[sheetWords.masterNote]]),
      ...findingBlocks(layout),
      ...answerBlocks(of, layout),
    ],
    regions: [],
    styles: styles(layout),
    columnWidths: Array.from({ length: layout.columns }, (_, column) => ({
      column,
      width: [12, 46, 22, 10, 36][column] ?? 8,
    })),
    hiddenRows: [],
    validations: [],
    highlights: [],
    charts: [],
    freeze: { rows: 0, columns: 2 },
  };
};

const findingBlocks = (layout: MasterLayout): SheetPlan['blocks'] => {
  if (layout.findings.length === 0) return [];
  const lines = layout.findings.map((finding, at) => findingLine(finding, layout, layout.firstFindingRow + at));
  const { kindOfFinding, finding, count, base, inWords, share, quantity } = sheetWords;
  return [
    block(layout.findingsTitleRow, 0, [[sheetWords.findings]]),
    block(layout.firstFindingRow - 1, 0, [[kindOfFinding, finding, count, base, inWords, share, quantity], ...lines]),
  ];
};

const findingLine = (finding: Finding, layout: MasterLayout, line: number): readonly (Cell | Formula)[] => {
  const medians = layout.owners(layout.medianColumn(finding));
  const [n, base] = [cellName(line, 2), cellName(line, 3)];
  const barrier = finding.direction === 'barrier';
  const shows = barrier ? `<=${barrierAtMost}` : `>=${indicatorAtLeast}`;
  const enlisted = fixedCell(layout.enlistedRow, 1);
  return [
    barrier ? sheetWords.barrier : sheetWords.indicator,
    finding.statement,
    { formula: `=COUNTIF(${medians},${quotedText(shows)})` },
    { formula: `=COUNT(${medians})` },
    {
      formula: `=${n}&${quotedText(sheetWords.of)}&${base}&${quotedText(sheetWords.returnedOf)}&${enlisted}&${quotedText(sheetWords.enlistedEnd)}`,
    },
    { formula: `=IF(${base}=0,"",${n}/${base})` },
    finding.quantity === undefined ? null : { formula: quantityFormula(finding.quantity, n, base) },
  ];
};

/** The same decision as `deserves` in `measures/quantity.ts`, as words. */
const quantityFormula = (word: NonNullable<Finding['quantity']>, n: string, base: string): string => {
  const said = (end: string) => quotedText(word + end);
  const unknown = said(sheetWords.wordUnknown);
  if (word === 'increasing') return `=${unknown}`;
  const { rareExceptions } = defaultQuantitySettings;
  const met =
    word === 'rare exceptions'
      ? `(${base}-${n})/${base}<=${rareExceptions}`
      : `${n}/${base}>=${defaultQuantitySettings[word]}`;
  return `=IF(${base}=0,${unknown},IF(${met},${said(sheetWords.wordMet)},${said(sheetWords.wordNotMet)}))`;
};

const answerBlocks = (of: ConsolidatedReturns, layout: MasterLayout): SheetPlan['blocks'] => {
  const { instrument, owners } = of;
  const items = fixedRows(instrument);
  const offer = offerOf(instrument, of.round);
  const { owner, name, state, revision, receipt } = sheetWords;
  const keyHeaders = layout.fields.flatMap(({ label }) =>
    items.map(({ key }) => (layout.fields.length === 1 ? key : `${key} ${label}`)),
  );
  const medianHeaders = layout.findings.map(({ rows }) => sheetWords.medianOf + rows.join(', '));
  const answers = owners.map(({ accepted }) => {
    const rows = rowsByKey(accepted?.content.rows ?? []);
    return layout.fields.flatMap(({ id }) =>
      items.map(({ key }): Cell => {
        const row = rows.get(key);
        const choice = row && rowInHand(row, offer, instrument.fields).choice(id);
        return choice?.value ?? choice?.label ?? null;
      }),
    );
  });
  const medians = Array.from({ length: layout.ownerRows }, (_, at) =>
    layout.findings.map((finding) => medianFormula(finding, layout, layout.firstOwnerRow + at)),
  );
  const medianStart = layout.columns - layout.findings.length;
  return [
    block(layout.answersTitleRow, 0, [[sheetWords.answersOf(layout.fields.map(({ label }) => label).join(', '))]]),
    block(layout.headerRow, 0, [[owner, name, state, revision, receipt, ...keyHeaders, ...medianHeaders]]),
    ...layout.fields.flatMap((field) =>
      tallyLines(
        field,
        items.map(({ key }) => layout.answerColumn(field.id, key)),
        layout,
      ),
    ),
    ...(owners.length === 0
      ? []
      : [
          block(
            layout.firstOwnerRow,
            0,
            owners.map((one) => [one.owner, one.name, stateWord(one)]),
            true,
          ),
          block(
            layout.firstOwnerRow,
            3,
            owners.map(({ accepted }) => [accepted?.revision ?? null, accepted?.receipt ?? null]),
          ),
          ...(layout.fields.length === 0 ? [] : [block(layout.firstOwnerRow, ownColumns, answers)]),
        ]),
    ...(layout.findings.length === 0 ? [] : [block(layout.firstOwnerRow, medianStart, medians)]),
  ];
};

const stateWord = ({ state, accepted }: ConsolidatedOwner): string =>
  accepted !== undefined && state !== 'accepted' ? sheetWords.newerUnderWay : sheetWords.states[state];

const medianFormula = (finding: Finding, layout: MasterLayout, line: number): Formula => {
  const cells = finding.rows.map((row) => cellName(line, layout.answerColumn(finding.field, row))).join(',');
  return { formula: `=IF(COUNT(${cells})=0,"",MEDIAN(${cells}))` };
};

/** Below each header: how many answered, how many chose each choice, and the mean of the values. */
const tallyLines = (field: ShownField, columns: readonly number[], layout: MasterLayout): SheetPlan['blocks'] => {
  const [first] = columns;
  if (first === undefined) return [];
  const lines: readonly (readonly [label: string, formula: (owners: string) => string])[] = [
    [sheetWords.numberAnswered, (owners) => `=COUNTA(${owners})`],
    ...field.choices.map(
      ({ label, value }) =>
        [
          label,
          // A label may hold a character that COUNTIF reads as a pattern, and a blank cell equals 0 with `=`.
          (owners: string) =>
            value === undefined ? `=SUMPRODUCT((${owners}=${quotedText(label)})*1)` : `=COUNTIF(${owners},${value})`,
        ] as const,
    ),
    [sheetWords.mean, (owners) => `=IF(COUNT(${owners})=0,"",AVERAGE(${owners}))`],
  ];
  const labelled = (label: string) => (layout.fields.length === 1 ? label : `${field.label}: ${label}`);
  return [
    block(
      field.tallyRow,
      1,
      lines.map(([label]) => [labelled(label)]),
    ),
    block(
      field.tallyRow,
      first,
      lines.map(([, formula]) => columns.map((column) => ({ formula: formula(layout.owners(column)) }))),
    ),
  ];
};

const styles = (layout: MasterLayout): SheetPlan['styles'] => {
  const styled = (row: number, column: number, rows: number, columns: number, style: StyleName) => ({
    area: { row, column, rows, columns },
    style,
  });
  const findings = layout.findings.length;
  return [
    ...(['title', 'subtitle', 'code'] as const).map((style, row) => styled(row, 0, 1, 1, style)),
    styled(layout.acceptedRow + 1, 0, 1, 1, 'note'),
    ...(findings === 0
      ? []
      : [
          styled(layout.findingsTitleRow, 0, 1, 1, 'subtitle'),
          styled(layout.firstFindingRow - 1, 0, 1, 7, 'header-ours'),
          styled(layout.firstFindingRow, 0, findings, 2, 'label'),
          styled(layout.firstFindingRow, 2, findings, 3, 'ours'),
          styled(layout.firstFindingRow, 5, findings, 1, 'percent'),
        ]),
    styled(layout.answersTitleRow, 0, 1, 1, 'subtitle'),
    styled(layout.headerRow, 0, 1, layout.columns, 'header-ours'),
    ...layout.fields.flatMap(({ tallyRow, choices }) => [
      styled(tallyRow, 0, choices.length + 1, layout.columns, 'total'),
      styled(tallyRow + choices.length + 1, 0, 1, layout.columns, 'decimal'),
    ]),
    styled(layout.firstOwnerRow, 0, layout.ownerRows, ownColumns, 'label'),
    styled(layout.firstOwnerRow, ownColumns, layout.ownerRows, layout.columns - ownColumns, 'ours'),
  ];
};
