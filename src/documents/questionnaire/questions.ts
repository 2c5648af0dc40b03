import type { Choice, Field, Instrument } from '#core/instrument/instrument.ts';
import { spellingsOf } from '#core/instrument/interpret.ts';
import { questionOf } from '#core/paste/question-of.ts';
import { normalText } from '#core/instrument/text-normal-form.ts';

/** A choice as it is printed: the words to tick, and the code to type into the sheet. */
export interface PrintedChoice {
  readonly words: string;
  readonly code: string;
}

/** A block of the questionnaire: one question, or several that share their answers, under the heading of their part. */
export type QuestionBlock =
  | {
      readonly kind: 'grid';
      readonly heading: string;
      readonly questions: readonly string[];
      readonly choices: readonly PrintedChoice[];
    }
  | {
      readonly kind: 'pick';
      readonly heading: string;
      /** How many may be ticked; `undefined` for as many as fit. */
      readonly most: number | undefined;
      readonly choices: readonly PrintedChoice[];
    }
  | { readonly kind: 'write'; readonly heading: string; readonly help: string };

/**
 * What a paper form asks, in the order of the instrument's fields. Neighbours of one part with the same choices make
 * one grid. The code printed beside a choice is the shortest spelling that the sheet understands.
 */
export const questionBlocks = ({ fields, rules }: Pick<Instrument, 'fields' | 'rules'>): readonly QuestionBlock[] => {
  const blocks: QuestionBlock[] = [];
  for (let at = 0; at < fields.length;) {
    const field = fields[at];
    if (field === undefined) break;
    const together = gridFrom(fields.slice(at));
    at += together.length;
    if (together.length > 1) {
      blocks.push({
        kind: 'grid',
        heading: field.part ?? field.label,
        questions: together.map(({ question, label }) => question ?? label),
        choices: printed(field),
      });
    } else blocks.push(single(field, rules));
  }
  return blocks;
};

/** The fields from the first one on that ask the same way: at least the first. */
const gridFrom = (fields: readonly Field[]): readonly Field[] => {
  const [first] = fields;
  if (first?.part === undefined || first.kind === 'choices' || first.choices === undefined) return fields.slice(0, 1);
  const answers = JSON.stringify(printed(first));
  const end = fields.findIndex(
    ({ part, kind, choices }, at) =>
      at > 0 && (part !== first.part || kind !== first.kind || JSON.stringify(choices?.map(asPrinted)) !== answers),
  );
  return end < 0 ? fields : fields.slice(0, end);
};

const single = (field: Field, rules: Instrument['rules']): QuestionBlock => {
  const heading = field.question ?? questionOf(field);
  if (field.choices === undefined) return { kind: 'write', heading, help: field.help };
  const limit = rules.find((rule) => rule.kind === 'at-most' && rule.field === field.id);
  const most = field.kind !== 'choices' ? 1 : limit?.kind === 'at-most' ? limit.most : undefined;
  return { kind: 'pick', heading, most, choices: printed(field) };
};

const printed = ({ choices }: Field): readonly PrintedChoice[] => (choices ?? []).map(asPrinted);

const asPrinted = (choice: Choice): PrintedChoice => ({
  words: choice.says ?? choice.label,
  code: spellingsOf(choice)
    .map(normalText)
    .reduce((shortest, spelling) => (spelling.length < shortest.length ? spelling : shortest)),
});
