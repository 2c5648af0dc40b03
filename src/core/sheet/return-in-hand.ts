import type { FieldId, RowKey } from '../ids.ts';
import { type Instrument, onceKey } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { AnswerRow } from '../returns/content.ts';
import { checkContent } from '../rules/check.ts';
import { onceInHand, rowInHand, rowsByKey, type Offer, type RowInHand } from '../rules/row-in-hand.ts';
import { saidNatively, verdictsOf, type Verdict } from '../rules/verdicts.ts';

/** How a line stands, as the status column says it: 0 to do, 1 to fix, 2 to check, 3 done, 4 not counted. */
export type Standing = 0 | 1 | 2 | 3 | 4;

/**
 * What the formulas on the sheets of a return come to, worked out in TypeScript from the answers in hand: files carry
 * it as the formulas' results. Verdicts are those of the rules that have a native form.
 */
export interface ReturnInHand {
  /** The lines of the entry sheet from the first on, as it is drawn; blank rows too. */
  readonly lines: readonly RowInHand[];
  readonly once: RowInHand;
  /** Anything of the return is filled. */
  readonly anything: boolean;
  verdict(row: RowKey, field: FieldId): Verdict;
  standing(line: RowInHand): Standing;
  /** How many lines are started, stand at 1, and stand at 2. */
  readonly started: number;
  readonly toFix: number;
  readonly toCheck: number;
}

/** `keys` are the keys of the lines as drawn; a line that is not ours has none, and stands here with the key ''. */
export const returnInHand = (
  instrument: Instrument,
  circumstances: Circumstances,
  offer: Offer,
  keys: readonly (RowKey | undefined)[],
  answers: readonly AnswerRow[],
): ReturnInHand => {
  const issues = checkContent(instrument, circumstances, { rows: answers });
  const verdict = verdictsOf(issues.filter(saidNatively(instrument)));
  const byKey = rowsByKey(answers);
  const lines = keys.map((key = '') => rowInHand(byKey.get(key) ?? { key, values: {} }, offer, instrument.fields));
  const once = onceInHand(instrument, answers, offer);
  const standing = (line: RowInHand): Standing => {
    if (!line.started) return 0;
    const worst = Math.max(0, ...instrument.fields.map(({ id }) => verdict(line.key, id)));
    return worst === 2 ? 1 : worst === 1 ? 2 : 3;
  };
  const started = lines.filter((line) => line.started);
  const standings = started.map(standing);
  return {
    lines,
    once,
    anything: started.length > 0 || once.started,
    verdict,
    standing,
    started: started.length,
    toFix: standings.filter((one) => one === 1).length,
    toCheck: standings.filter((one) => one === 2).length,
  };
};

/** The rows of a table among the answers, each key once; what is asked once is not among them. */
export const tableKeys = (answers: readonly AnswerRow[]): readonly RowKey[] => [
  ...new Set(answers.map(({ key }) => key).filter((key) => key !== onceKey)),
];
