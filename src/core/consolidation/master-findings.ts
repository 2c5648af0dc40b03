import type { Cell } from '../cell.ts';
import { barrierAtMost, indicatorAtLeast, type Finding } from '../measures/finding.ts';
import { type CountOfBase, defaultQuantitySettings, deserves } from '../measures/quantity.ts';
import { cellName, fixedArea, fixedCell, quotedText } from '../sheet/a1.ts';
import { styled, worked } from '../sheet/figures/sheet-part.ts';
import { block } from '../sheet/plan-context.ts';
import type { Formula, SheetPlan } from '../sheet/sheet-plan.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';
import type { MasterLayout } from './master-layout.ts';
import { masterWords } from './master-words.ts';

/** What a finding came to in an earlier round. */
type CountThen = CountOfBase & { readonly title: string };

type Parts = Pick<SheetPlan, 'blocks' | 'styles'>;

/**
 * Each finding as "n of N returned of M enlisted", in formulas over what decides with each owner; with its quantity word,
 * which may speak of an earlier round.
 */
export const masterFindings = (
  layout: MasterLayout,
  { enlisted, earlier }: Pick<ConsolidatedReturns, 'enlisted' | 'earlier'>,
  tallied: (finding: Finding) => CountOfBase,
): Parts => {
  const { findings, findingsTitleRow, firstFindingRow } = layout;
  if (findings.length === 0) return { blocks: [], styles: [] };
  const { kindOfFinding, finding, count, base, inWords, share, quantity } = sheetWords;
  const lines = findings.map((one, at) => {
    const [line, before] = [firstFindingRow + at, earlier?.findings[one.id]];
    const then = earlier && before && { ...before, title: earlier.title };
    return findingLine(one, layout, line, enlisted, tallied(one), then);
  });
  return {
    blocks: [
      block(findingsTitleRow, 0, [[sheetWords.findings]]),
      block(firstFindingRow - 1, 0, [[kindOfFinding, finding, count, base, inWords, share, quantity], ...lines]),
    ],
    styles: [
      styled(findingsTitleRow, 0, 1, 1, 'subtitle'),
      styled(firstFindingRow - 1, 0, 1, 7, 'header-ours'),
      styled(firstFindingRow, 0, findings.length, 2, 'label'),
      styled(firstFindingRow, 2, findings.length, 5, 'ours'),
      styled(firstFindingRow, 5, findings.length, 1, 'percent'),
    ],
  };
};

const findingLine = (
  finding: Finding,
  layout: MasterLayout,
  line: number,
  enlisted: number,
  now: CountOfBase,
  then: CountThen | undefined,
): readonly (Cell | Formula)[] => {
  if (layout.answers.kind === 'long') throw new Error('Findings are of fixed rows');
  const deciders = fixedArea(layout.owners(layout.answers.findingColumn(finding)));
  const [n, base] = [cellName(line, 2), cellName(line, 3)];
  const barrier = finding.direction === 'barrier';
  const shows = barrier ? `<=${barrierAtMost}` : `>=${indicatorAtLeast}`;
  const { of, returnedOf, enlistedEnd } = sheetWords;
  const all = fixedCell(layout.enlistedRow, 1);
  return [
    barrier ? sheetWords.barrier : sheetWords.indicator,
    finding.statement,
    worked(`COUNTIF(${deciders},${quotedText(shows)})`, now.count),
    worked(`COUNT(${deciders})`, now.base),
    worked(
      `${n}&${quotedText(of)}&${base}&${quotedText(returnedOf)}&${all}&${quotedText(enlistedEnd)}`,
      `${now.count}${of}${now.base}${returnedOf}${enlisted}${enlistedEnd}`,
    ),
    worked(`IF(${base}=0,"",${n}/${base})`, now.base === 0 ? '' : now.count / now.base),
    finding.quantity === undefined ? null : quantityFormula(finding.quantity, n, base, now, then),
  ];
};

/** The same decision as `deserves` in `measures/quantity.ts`, as words. */
const quantityFormula = (
  word: NonNullable<Finding['quantity']>,
  n: string,
  base: string,
  now: CountOfBase,
  then: CountThen | undefined,
): Formula => {
  const { wordUnknown } = sheetWords;
  const compared = word === 'increasing';
  const wordMet = sheetWords.wordMet + (compared && then ? masterWords.since(then) : '');
  const wordNotMet = sheetWords.wordNotMet + (compared && then ? masterWords.notSince(then) : '');
  const met = deserves(word, now, defaultQuantitySettings, then);
  const result = word + (met === undefined ? wordUnknown : met ? wordMet : wordNotMet);
  const said = (end: string) => quotedText(word + end);
  if (compared && then === undefined) return worked(said(wordUnknown), result);
  const { rareExceptions } = defaultQuantitySettings;
  const condition = compared
    ? `${n}>${then?.count ?? 0}`
    : word === 'rare exceptions'
      ? `(${base}-${n})/${base}<=${rareExceptions}`
      : `${n}/${base}>=${defaultQuantitySettings[word]}`;
  return worked(`IF(${base}=0,${said(wordUnknown)},IF(${condition},${said(wordMet)},${said(wordNotMet)}))`, result);
};
