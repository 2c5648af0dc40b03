import { failed, ok, type Result } from '../result.ts';
import { conditionTokens, ownWords, type ConditionToken } from './condition-tokens.ts';
import type { Condition } from './instrument.ts';

/** Where a written condition stops making sense, as a place in the text counted from 0, and what should stand there. */
export interface ConditionFailure {
  readonly at: number;
  readonly expected: Expected;
}

export type Expected =
  | 'condition'
  /** After a field: `is`, `>=` or `<=`. */
  | 'comparison'
  /** After `is`: blank, filled, answered or a choice. */
  | 'answer'
  | 'row'
  | 'number'
  | 'bracket'
  | 'closing-bracket'
  | 'closing-quote'
  /** `and`, `or` or the end. */
  | 'end'
  /** More brackets or nots within each other than anybody means. */
  | 'less-deep';

const deepest = 40;

/**
 * Reads a written condition. Capitals do not matter in its own words; a quoted word is always a name.
 *
 *     condition = both { "or" both }
 *     both      = one { "and" one }
 *     one       = "not" one | "(" condition ")" | ( "all" | "any" ) "of" "(" condition ")" | "started"
 *               | "row" "is" [ "not" ] name { "or" name }
 *               | field "is" [ "not" ] ( "blank" | "filled" | "answered" | choice { "or" choice } )
 *               | field ( ">=" | "<=" ) number
 *
 * `all of (…)` and `any of (…)` make a list of one. Whether fields, rows and choices exist is not looked at here.
 */
export const parseCondition = (text: string): Result<Condition, ConditionFailure> => {
  const tokens = conditionTokens(text);
  const read = anyOf({ tokens, at: 0, depth: 0 });
  if (!read.ok) return read;
  const after = token({ tokens, at: read.value.next });
  return after.kind === 'end' ? ok(read.value.condition) : expected('end', after);
};

interface From {
  readonly tokens: readonly ConditionToken[];
  readonly at: number;
  readonly depth: number;
}
type Reading = Result<{ readonly condition: Condition; readonly next: number }, ConditionFailure>;

const token = ({ tokens, at }: Pick<From, 'tokens' | 'at'>): ConditionToken =>
  tokens[Math.min(at, tokens.length - 1)] ?? { kind: 'end', text: '', at: 0 };

const isWord = (found: ConditionToken, word: string): boolean =>
  found.kind === 'word' && found.text.toLowerCase() === word;

const isSign = (found: ConditionToken, sign: string): boolean => found.kind === 'sign' && found.text === sign;

const isName = (found: ConditionToken): boolean =>
  found.kind === 'quoted' || (found.kind === 'word' && !ownWords.has(found.text.toLowerCase()));

const expected = (what: Expected, { kind, at }: ConditionToken): { ok: false; failure: ConditionFailure } =>
  failed({ at, expected: kind === 'open-quote' ? 'closing-quote' : what });

const listOf =
  (word: 'and' | 'or', part: (from: From) => Reading, whole: (parts: readonly Condition[]) => Condition) =>
  (from: From): Reading => {
    const parts: Condition[] = [];
    for (let at = from.at; ; at += 1) {
      const read = part({ ...from, at });
      if (!read.ok) return read;
      parts.push(read.value.condition);
      at = read.value.next;
      if (isWord(token({ ...from, at }), word)) continue;
      const [only] = parts;
      return ok({ condition: only && parts.length === 1 ? only : whole(parts), next: at });
    }
  };

const one = (from: From): Reading => {
  const { at } = from;
  const here = token(from);
  const next = token({ ...from, at: at + 1 });
  const deeper = { ...from, depth: from.depth + 1 };
  if (from.depth > deepest) return expected('less-deep', here);
  if (isWord(here, 'not')) return within(one({ ...deeper, at: at + 1 }), (not) => ({ not }));
  if (isSign(here, '(')) return bracketed({ ...deeper, at });
  if (isWord(here, 'all') && isWord(next, 'of'))
    return within(bracketed({ ...deeper, at: at + 2 }), (part) => ({ all: [part] }));
  if (isWord(here, 'any') && isWord(next, 'of'))
    return within(bracketed({ ...deeper, at: at + 2 }), (part) => ({ any: [part] }));
  if (isWord(here, 'started')) return ok({ condition: { row: 'started' }, next: at + 1 });
  if (isWord(here, 'row')) {
    if (!isWord(next, 'is')) return expected('comparison', next);
    return said({ ...from, at: at + 2 }, 'row', (rows) => ({ rows }));
  }
  return isName(here) ? aboutField(from, here.text) : expected('condition', here);
};

const within = (read: Reading, make: (part: Condition) => Condition): Reading =>
  read.ok ? ok({ ...read.value, condition: make(read.value.condition) }) : read;

const bracketed = (from: From): Reading => {
  const opening = token(from);
  if (!isSign(opening, '(')) return expected('bracket', opening);
  const read = anyOf({ ...from, at: from.at + 1 });
  if (!read.ok) return read;
  const closing = token({ ...from, at: read.value.next });
  return isSign(closing, ')')
    ? ok({ ...read.value, next: read.value.next + 1 })
    : expected('closing-bracket', closing);
};

const aboutField = (from: From, field: string): Reading => {
  const at = from.at + 1;
  const sign = token({ ...from, at });
  if (isWord(sign, 'is')) return said({ ...from, at: at + 1 }, 'answer', (code) => ({ field, code }), field);
  if (!isSign(sign, '>=') && !isSign(sign, '<=')) return expected('comparison', sign);
  const number = token({ ...from, at: at + 1 });
  if (number.kind !== 'word' || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(number.text)) return expected('number', number);
  const value = Number(number.text);
  return ok({ condition: sign.text === '>=' ? { field, atLeast: value } : { field, atMost: value }, next: at + 2 });
};

/** What follows `is`: names parted by `or`, and of a field also blank, filled or answered; `not` before turns it round. */
const said = (
  from: From,
  what: 'row' | 'answer',
  make: (names: readonly string[]) => Condition,
  field?: string,
): Reading => {
  const here = token(from);
  if (isWord(here, 'not') && from.depth <= deepest)
    return within(said({ ...from, at: from.at + 1, depth: from.depth + 1 }, what, make, field), (not) => ({ not }));
  const state = (['blank', 'filled', 'answered'] as const).find((word) => isWord(here, word));
  if (field !== undefined && state) return ok({ condition: { field, is: state }, next: from.at + 1 });
  if (!isName(here)) return expected(what, here);
  const names = [here.text];
  let next = from.at + 1;
  while (isWord(token({ ...from, at: next }), 'or') && isListed({ ...from, at: next + 1 })) {
    names.push(token({ ...from, at: next + 1 }).text);
    next += 2;
  }
  return ok({ condition: make(names), next });
};

/** A name after `or` belongs to the list, unless something is said about it: then it is a field. */
const isListed = (from: From): boolean => {
  const after = token({ ...from, at: from.at + 1 });
  return isName(token(from)) && !isWord(after, 'is') && !isSign(after, '>=') && !isSign(after, '<=');
};

const allOf = listOf('and', one, (all) => ({ all }));
const anyOf = listOf('or', allOf, (any) => ({ any }));
