import type { Explained } from '../../hand-in.ts';
import type { Held } from './held.ts';
import { issueParts } from './issue-groups.ts';
import type { SentForm } from './read-form.ts';

/** Excel keeps more, but nobody reads it. */
const longestText = 2000;

/**
 * What is held after a form was sent: the file it carries, else the one that is held, with what was written for it. What
 * was written goes along with a corrected file: an explanation holds wherever its cell still has the same value.
 * `undefined` when there is nothing to hand in.
 */
export const withForm = (held: Held | undefined, { fields, file }: SentForm, newId: string): Held | undefined => {
  const answers = merged(held?.answers ?? [], answersIn(fields), ({ row }) => row);
  if (!file && !held && answers.every(({ text }) => text.trim() === '')) return undefined;
  const explanations = merged(held?.explanations ?? [], explanationsIn(held, fields), ({ row, field, rule }) =>
    JSON.stringify([row, field, rule]),
  );
  const late = fields.get('late') ?? held?.late ?? '';
  const together = fields.get('together');
  const texts = [late, ...[...answers, ...explanations].map(({ text }) => text)];
  const kept = file
    ? { id: newId, name: file.name, file: file.bytes }
    : { id: held?.id ?? newId, name: held?.name ?? '', ...(held?.file ? { file: held.file } : {}) };
  const side = together === 'mine' || together === 'theirs' ? together : file ? undefined : held?.together;
  return {
    ...kept,
    answers,
    explanations,
    late,
    confirmed: fields.get('confirmed') === 'yes',
    ...(side ? { together: side } : {}),
    isTooLong: texts.some((text) => text.trim().length > longestText),
    outcome: (file ? undefined : held?.outcome) ?? { kind: 'refused', code: 'unavailable' },
  };
};

const merged = <T>(before: readonly T[], now: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map([...before, ...now].map((one) => [key(one), one])).values(),
];

const answersIn = (fields: SentForm['fields']): Held['answers'] =>
  [...fields].flatMap(([name, text]) => (name.startsWith('answer.') ? [{ row: name.slice(7), text }] : []));

/** The texts beside what was found, each for all cells of its group. A text that is blank and was blank says nothing. */
const explanationsIn = (held: Held | undefined, fields: SentForm['fields']): readonly Explained[] => {
  if (held?.outcome.kind !== 'read') return [];
  const { toExplain, explained } = issueParts(held.outcome.report);
  return [...toExplain, ...explained].flatMap(({ number, cells }) => {
    const text = fields.get(`explain.${number}`);
    if (text === undefined) return [];
    return cells.flatMap(({ row, field, rule, value, explanation = '' }) =>
      text.trim() === explanation ? [] : [{ row, field, rule, value, text }],
    );
  });
};
