import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { type Field, type Instrument, onceKey } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { AnswerRow, ReturnContent } from '#core/returns/content.ts';
import { checkContent } from '#core/rules/check.ts';
import type { Issue } from '#core/rules/issue.ts';
import { cellOf } from './answers-arbitrary.ts';

/** So often a cell is tried anew; a row that has errors even then is left blank. */
const tries = 30;

/**
 * A return made acceptable, as a patient person would: each cell with an error is answered anew until no rule finds one,
 * and each warning is explained. `seed` decides what is answered.
 */
export const acceptable = (
  instrument: Instrument,
  circumstances: Circumstances,
  rows: readonly AnswerRow[],
  seed: number,
): ReturnContent => {
  const errorsIn = (answers: readonly AnswerRow[]) =>
    checkContent(instrument, circumstances, { rows: answers }).filter(({ severity }) => severity === 'error');
  let mended = rows;
  for (let turn = 0; turn < tries; turn += 1) {
    const errors = errorsIn(mended);
    if (errors.length === 0) break;
    mended = answeredAnew(instrument, circumstances, mended, errors, seed + turn);
  }
  // A row that is left blank may spoil another in turn.
  for (let errors = errorsIn(mended); errors.length > 0; errors = errorsIn(mended)) {
    mended = mended.map((row) => (errors.some((error) => error.row === row.key) ? { ...row, values: {} } : row));
  }
  const explanations = checkContent(instrument, circumstances, { rows: mended })
    .filter(({ severity }) => severity === 'warning')
    .map(({ row, field, rule, value }) => ({ row, field, rule, value, text: 'It is as it says.' }));
  return { rows: mended, explanations };
};

const answeredAnew = (
  { fields, once = [] }: Instrument,
  circumstances: Circumstances,
  rows: readonly AnswerRow[],
  errors: readonly Issue[],
  seed: number,
): readonly AnswerRow[] => {
  const another = new Map(
    [...once, ...fields].map((field) => [field.id, fc.sample(answerOf(field, circumstances), { numRuns: 50, seed })]),
  );
  return rows.map((row, at) => {
    const wrong = errors.filter((error) => error.row === row.key).map(({ field }) => field);
    if (wrong.length === 0) return row;
    const anew = wrong.map((field): [string, Cell] => [field, another.get(field)?.[at % 50] ?? null]);
    return { key: row.key, values: { ...row.values, ...Object.fromEntries(anew) } };
  });
};

/** Texts that say enough for rules on their length; all else as people leave it. */
const answerOf = (field: Field, circumstances: Circumstances): fc.Arbitrary<Cell> =>
  field.kind === 'text'
    ? fc.constantFrom<Cell>(null, 'Seen on the last visit, and written down by the head of science.')
    : cellOf(field, circumstances);

/** How many rows of a return are filled, what is asked once aside. */
export const filledRows = ({ rows }: Pick<ReturnContent, 'rows'>): number =>
  rows.filter(({ key, values }) => key !== onceKey && Object.values(values).some((cell) => cell !== null)).length;
