import { ownWords } from './condition-tokens.ts';
import type { Condition } from './instrument.ts';

/**
 * A condition as people write it; `parseCondition` reads it back as it was:
 *
 *     level >= 3 and evidence is blank
 *     level is "na" or "1"
 *     not (lead is answered) and (row is A1 or A2)
 *     started
 */
export const printCondition = (condition: Condition): string => {
  if ('row' in condition) return 'started';
  if ('rows' in condition) return `row is ${condition.rows.map(name).join(' or ')}`;
  if ('not' in condition) return `not (${printCondition(condition.not)})`;
  if ('all' in condition) return joined(condition.all, 'and', 'all');
  if ('any' in condition) return joined(condition.any, 'or', 'any');
  const field = name(condition.field);
  if ('is' in condition) return `${field} is ${condition.is}`;
  if ('code' in condition) return `${field} is ${condition.code.map((code) => `"${code}"`).join(' or ')}`;
  return 'atLeast' in condition ? `${field} >= ${condition.atLeast}` : `${field} <= ${condition.atMost}`;
};

const name = (id: string): string => (ownWords.has(id.toLowerCase()) ? `"${id}"` : id);

const joined = (parts: readonly Condition[], word: 'and' | 'or', list: 'all' | 'any'): string => {
  const [only] = parts;
  if (only && parts.length === 1) return `${list} of (${printCondition(only)})`;
  return parts
    .map((part) => ('all' in part || 'any' in part ? `(${printCondition(part)})` : printCondition(part)))
    .join(` ${word} `);
};
