import type { Cell } from '#core/cell.ts';
import { fixedRows } from '#core/instrument/instrument.ts';
import type { AnswerRow, ReturnContent } from '#core/returns/content.ts';
import type { DemoRecipe } from './demo-types.ts';
import { selfReview } from './self-review.ts';

/** A self-review as its invented school typed it, made of its recipe. */
export const recipeContent = (recipe: DemoRecipe): ReturnContent => {
  const levels = recipe.levels.replaceAll(' ', '');
  const items = fixedRows(selfReview);
  if (levels.length !== items.length) throw new Error(`${recipe.owner} has ${levels.length} levels.`);
  return {
    rows: items.flatMap(({ key }, at) => rowOf(key, levels.charAt(at), recipe)),
    explanations: Object.entries(recipe.explained ?? {}).map(([row, text]) => ({
      row,
      field: 'evidence',
      rule: 'evidence-thin',
      value: recipe.evidence[row] ?? null,
      text,
    })),
  };
};

/** One row as the school typed it; none for a statement left blank. */
const rowOf = (key: string, level: string, recipe: DemoRecipe): AnswerRow[] => {
  if (level === '-') return [];
  const [action, lead, term] = recipe.actions[key] ?? [];
  const typed: Record<string, Cell | undefined> = {
    level: levelAsTyped(level, recipe.types),
    evidence: recipe.evidence[key],
    'next-action': action,
    lead,
    'target-term': term,
    confidence: confidenceOf(key, level, recipe),
  };
  const values = Object.entries(typed).filter((entry): entry is [string, Cell] => entry[1] !== undefined);
  return [{ key, values: Object.fromEntries(values) }];
};

const levelAsTyped = (level: string, types: DemoRecipe['types']): Cell => {
  if (types === 'numbers' && level !== 'n') return Number(level);
  const code = level === 'n' ? 'na' : level;
  return (
    selfReview.fields.flatMap(({ choices = [] }) => choices).find((choice) => choice.code === code)?.label ?? level
  );
};

const confidenceOf = (key: string, level: string, recipe: DemoRecipe): Cell | undefined => {
  if (recipe.unsure.includes(key)) return 'Low';
  if (level === '4') return 'High';
  return recipe.evidence[key] === undefined ? undefined : 'Medium';
};
