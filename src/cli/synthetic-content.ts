import type { Cell } from '#core/cell.ts';
import { onceKey, type Field, type Instrument, type Rule } from '#core/instrument/instrument.ts';
import { readerOf } from '#core/instrument/interpret.ts';
import type { AnswerRow, ReturnContent } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';
import { checkContent, checkerOf } from '#core/rules/check.ts';
import { holds } from '#core/rules/condition.ts';
import { offerOf, rowInHand } from '#core/rules/row-in-hand.ts';
import type { SeededRandom } from '#definitions/pilot/seeded-random.ts';

/** How often a row is thrown again before it is taken that none can be made. */
const mostThrows = 200;

/**
 * A return with so many invented rows, without errors; the same for the same `random`. Choices and numbers are filled,
 * texts and dates stay blank. `undefined` where the rules let no such return be: too many rows for what a number asked
 * once may be, or a text that must be there.
 */
export const syntheticContent = (
  instrument: Instrument,
  round: Round,
  rows: number,
  random: SeededRandom,
): ReturnContent | undefined => {
  const answer = answerer(instrument, round, random);
  const checker = checkerOf(instrument, round);
  /** What is asked once is not there yet, so only the row itself is looked at. */
  const isSound = (row: AnswerRow) =>
    checker.check({ rows: [row] }).every((issue) => issue.row !== row.key || issue.severity === 'advice');

  const made: AnswerRow[] = [];
  for (let throws = 0; made.length < rows; throws += 1) {
    if (throws === mostThrows) return undefined;
    const values = valuesOf(instrument.fields, answer);
    const row = { key: `${made.length + 1}`, values };
    if (Object.keys(values).length === 0 || !isSound(row)) continue;
    made.push(row);
    throws = -1;
  }
  const once = valuesOf(
    instrument.once ?? [],
    (field) => numberForRows(field, instrument, round, made, random) ?? answer(field),
  );
  const content = { rows: [{ key: onceKey, values: once }, ...made], explanations: [] };
  return checkContent(instrument, round, content).some(({ severity }) => severity === 'error') ? undefined : content;
};

type Answer = (field: Field) => Cell;

const valuesOf = (fields: readonly Field[], answer: Answer): AnswerRow['values'] =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = answer(field);
      return value === null ? [] : [[field.id, value] as const];
    }),
  );

/** One question in twenty is left out where it may be. */
const answerer = (instrument: Instrument, round: Round, random: SeededRandom): Answer => {
  const offer = offerOf(instrument, round);
  return (field) => {
    const leftOut = random.next() < 0.05;
    if (leftOut && rulesOf(instrument, field, 'required').length === 0) return null;
    if (field.kind === 'integer' || field.kind === 'decimal') {
      const { min, max } = boundsOf(instrument, field);
      return min + random.below(Math.floor(Math.min(max, min + 10) - min) + 1);
    }
    const choices = (offer.get(field.id) ?? readerOf(field, round)).choices;
    if (choices.length === 0) return null;
    if (field.kind === 'choices') {
      const most = Math.min(3, choices.length, ...rulesOf(instrument, field, 'at-most').map((rule) => rule.most));
      const made = random.shuffled(choices).slice(0, 1 + random.below(most));
      return choices
        .filter((choice) => made.includes(choice))
        .map(({ label }) => label)
        .join('; ');
    }
    const { label, value } = random.pick(choices);
    return value !== undefined && label === `${value}` ? value : label;
  };
};

/** A number asked once that is enough for the rows, and up to a third more; `undefined` where no rule counts rows. */
const numberForRows = (
  field: Field,
  instrument: Instrument,
  round: Round,
  rows: readonly AnswerRow[],
  random: SeededRandom,
): number | undefined => {
  const counting = rulesOf(instrument, field, 'row-count');
  if (counting.length === 0) return undefined;
  const offer = offerOf(instrument, round);
  const inHand = rows.map((row) => rowInHand(row, offer, instrument.fields));
  const { min, max } = boundsOf(instrument, field);
  const least = counting.map((rule) => inHand.filter((row) => holds(rule.rows, row)).length / (rule.most ?? 1));
  const enough = Math.ceil(Math.max(min, ...least));
  return Math.min(max, enough + random.below(Math.ceil(enough / 3) + 1));
};

const boundsOf = (instrument: Instrument, field: Field): { readonly min: number; readonly max: number } => {
  const rules = rulesOf(instrument, field, 'number');
  return {
    min: Math.max(0, ...rules.flatMap(({ min }) => min ?? [])),
    max: Math.min(1_000_000, ...rules.flatMap(({ max }) => max ?? [])),
  };
};

const rulesOf = <Kind extends Rule['kind']>(
  { rules }: Instrument,
  { id }: Field,
  kind: Kind,
): readonly Extract<Rule, { kind: Kind }>[] =>
  rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => rule.kind === kind && rule.field === id);
