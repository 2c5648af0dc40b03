import type { WireQuestion, WireRemark } from '#wire/shapes.ts';

/** What the owner said last to a question; `undefined` while she has said nothing. */
export const lastAnswer = ({ remarks }: Pick<WireQuestion, 'remarks'>): WireRemark | undefined =>
  remarks.filter(({ from }) => from === 'owner').at(-1);

/** A question as it stands in the sheet, in one line: with what its readers asked on since. */
export const askedWords = ({ text, remarks }: Pick<WireQuestion, 'text' | 'remarks'>): string =>
  [text, ...remarks.filter(({ from }) => from === 'reviewer').map((remark) => remark.text)].join(' / ');
