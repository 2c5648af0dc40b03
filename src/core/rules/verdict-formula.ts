import type { FieldId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { cellErrorFormula, cellErrorMark } from './cell-error.ts';
import { anyOf, longestFormula, type CheckTerms } from './check-terms.ts';
import { identifierFormula } from './identifiers/identifier-guard.ts';
import { findsFormula } from './kinds/all-kinds.ts';
import { verdictOfSeverity } from './verdicts.ts';

/**
 * The verdicts of a whole entry column as one spilled formula: 2 where an error stands, 1 where a warning, else 0;
 * 0 in lines that are not started or not of the instrument. Of a field asked once one cell; 0 while nothing of the
 * return is filled. Equal to `checkContent` with `verdictsOf`, but for rules without a native form, which are left out;
 * see `kinds/rule-kind.ts` for the domain.
 */
export const verdictFormula = (
  instrument: Pick<Instrument, 'once' | 'fields' | 'rules' | 'traits'>,
  field: FieldId,
  terms: CheckTerms,
  circumstances: Pick<Circumstances, 'academicYear' | 'yearGroups'>,
): string => {
  const once = instrument.once?.find(({ id }) => id === field);
  const here = once === undefined ? terms : termsOfOnce(terms);
  const { kind } = once ?? instrument.fields.find(({ id }) => id === field) ?? {};
  const finding = (verdict: 1 | 2): readonly string[] =>
    instrument.rules
      .filter((rule) => rule.field === field && verdictOfSeverity[rule.severity] === verdict)
      .flatMap((rule) => findsFormula(rule, here, terms, circumstances) ?? []);
  const text = here.text(field);
  const identifiers = kind === 'text' ? [identifierFormula(instrument, circumstances, text)] : [];
  const errors = anyOf([cellErrorFormula(text), ...identifiers, ...finding(2)]);
  const warnings = finding(1);
  const otherwise = warnings.length === 0 ? '0' : `IF(${anyOf(warnings)},1,0)`;
  const atRest = once === undefined ? `(${terms.rowPlace}=0)+(${terms.started}=0)>0` : `${terms.anything}=0`;
  return notTooLong(`=IF(${atRest},0,IF(${errors},2,${otherwise}))`, field);
};

/** What is asked once is started with anything of the return, and is no row of the table. */
const termsOfOnce = (terms: CheckTerms): CheckTerms => ({
  ...terms,
  started: terms.anything,
  rowPlace: '0',
  placeOfRow: () => -1,
});

/** Cells in the text normal form, blank cells as "", error values as `cellErrorMark`. Spills over the height of `cells`. */
export const normalTextFormula = (cells: string): string =>
  `=IFERROR(TRIM(SUBSTITUTE(${cells},UNICHAR(160)," ")),"${cellErrorMark}")`;

/**
 * Which of a list of spellings each text is, by the place standing beside the spelling; 0 for none. Folds case and
 * compares with EXACT: MATCH and COUNTIF read `*`, `?` and `~` as a pattern, and the workbench's engine does so even in
 * a comparison with `=`.
 */
export const placeFormula = (texts: string, spellings: string, places: string): string =>
  `=MMULT(EXACT(LOWER(${texts}),LOWER(TRANSPOSE(${spellings})))*1,${places})`;

/** The rules of a field say more than one formula of Excel can hold: told to whoever imports the definition. */
export class VerdictTooLong extends Error {
  readonly field: FieldId;
  constructor(field: FieldId) {
    super(`The verdict formula of ${field} is too long for Excel`);
    this.field = field;
  }
}

const notTooLong = (formula: string, field: FieldId): string => {
  if (formula.length > longestFormula) throw new VerdictTooLong(field);
  return formula;
};
