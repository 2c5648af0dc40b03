import type { FieldId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { cellErrorFormula, cellErrorMark } from './cell-error.ts';
import { anyOf, longestFormula, type CheckTerms } from './check-terms.ts';
import { findsFormula } from './kinds/all-kinds.ts';
import { verdictOfSeverity } from './verdicts.ts';

/**
 * The verdicts of a whole entry column as one spilled formula: 2 where an error stands, 1 where a warning, else 0;
 * 0 in lines that are not started or not of the instrument. Equal to `checkContent` with `verdictsOf`, see
 * `kinds/rule-kind.ts` for the domain.
 */
export const verdictFormula = (instrument: Pick<Instrument, 'rules'>, field: FieldId, terms: CheckTerms): string => {
  const finding = (verdict: 1 | 2): readonly string[] =>
    instrument.rules
      .filter((rule) => rule.field === field && verdictOfSeverity[rule.severity] === verdict)
      .map((rule) => findsFormula(rule, terms));
  const errors = anyOf([cellErrorFormula(terms.text(field)), ...finding(2)]);
  const warnings = finding(1);
  const otherwise = warnings.length === 0 ? '0' : `IF(${anyOf(warnings)},1,0)`;
  const formula = `=IF((${terms.rowPlace}=0)+(${terms.started}=0)>0,0,IF(${errors},2,${otherwise}))`;
  return notTooLong(formula, field);
};

/** Cells in the text normal form, blank cells as "", error values as `cellErrorMark`. Spills over the height of `cells`. */
export const normalTextFormula = (cells: string): string =>
  `=IFERROR(TRIM(SUBSTITUTE(${cells},UNICHAR(160)," ")),"${cellErrorMark}")`;

/**
 * Which of a list of spellings each text is, by the place standing beside the spelling; 0 for none. Compares with `=`,
 * which folds case and, unlike MATCH and COUNTIF, never reads `*`, `?` or `~` in an entry as a pattern.
 */
export const placeFormula = (texts: string, spellings: string, places: string): string =>
  `=MMULT((${texts}=TRANSPOSE(${spellings}))*1,${places})`;

const notTooLong = (formula: string, what: string): string => {
  if (formula.length > longestFormula) throw new Error(`The verdict formula of ${what} is too long for Excel`);
  return formula;
};
