import type { ExportTable } from '#wire/exports.ts';

/** What can be saved of a round, in the order that it is offered in. */
export const exportChoices: readonly { readonly value: ExportTable; readonly label: string }[] = [
  { value: 'answers', label: 'Every answer that counts: a line for each row of each accepted return' },
  { value: 'owners', label: 'Everybody who is asked, and how far each is' },
  { value: 'totals', label: 'What all accepted returns come to' },
];
