import { hasRows, knowsEachReturn } from '#flows/round-of.ts';
import type { ExportTable } from '#wire/exports.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { Note } from './words.ts';

interface ExportChoice {
  readonly value: ExportTable;
  readonly label: string;
}

const choices: readonly ExportChoice[] = [
  { value: 'answers', label: 'Every answer that counts: a line for each row of each accepted return' },
  { value: 'owners', label: 'Everybody who is asked, and how far each is' },
  { value: 'totals', label: 'What all accepted returns come to' },
  { value: 'behind', label: 'The returns behind each figure: what each gives to it' },
];

/** What can be saved of a round, in the order that it is offered in: as much as is still known of it. */
export const exportChoices = (
  round: Pick<WireRound, 'detail' | 'purged' | 'keepTallies'>,
): readonly ExportChoice[] => {
  const lost: readonly ExportTable[] = [
    ...(hasRows(round) ? [] : (['answers', 'owners'] as const)),
    ...(knowsEachReturn(round) ? [] : (['behind'] as const)),
  ];
  return choices.filter(({ value }) => !lost.includes(value));
};

/** A file is on its way to where the browser saves. */
export const savedNote = (name: string): Note => ({
  intent: 'success',
  title: `Saved: ${name}.`,
  todo: 'You find it with your downloads. Delete it when you need it no more.',
});
