/** A word, a quoted name or a sign of a written condition, and where it begins, counted from 0. */
export interface ConditionToken {
  readonly kind: 'word' | 'quoted' | 'sign' | 'end' | 'open-quote' | 'stray';
  readonly text: string;
  readonly at: number;
}

/** Words of the written language itself: as names they stand in quotation marks. */
export const ownWords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'is',
  'row',
  'started',
  'blank',
  'filled',
  'answered',
  'all',
  'any',
  'of',
]);

const spaces = /[\s\u00a0]*/y;
/** Quotation marks as typed and as word processors bend them; ≥ and ≤ as those make of >= and <=. */
const forms = [
  { kind: 'quoted', form: /["“”]([^"“”]*)["“”]/y },
  { kind: 'open-quote', form: /["“”]/y },
  { kind: 'sign', form: />=|<=|≥|≤|[()]/y },
  { kind: 'word', form: /[A-Za-z0-9.-][A-Za-z0-9.+-]*/y },
  { kind: 'stray', form: /[\s\S]/y },
] as const;

/** The tokens of a written condition; the last one is its end. A sign that means nothing is `stray`. */
export const conditionTokens = (text: string): readonly ConditionToken[] => {
  const tokens: ConditionToken[] = [];
  for (let at = skipped(text, 0); at < text.length; at = skipped(text, at)) {
    for (const { kind, form } of forms) {
      form.lastIndex = at;
      const found = form.exec(text);
      if (!found) continue;
      tokens.push({ kind, text: (found[1] ?? found[0]).replace('≥', '>=').replace('≤', '<='), at });
      at = form.lastIndex;
      break;
    }
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
};

const skipped = (text: string, at: number): number => {
  spaces.lastIndex = at;
  return at + (spaces.exec(text)?.[0].length ?? 0);
};
