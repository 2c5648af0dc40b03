import type { Cell } from '#core/cell.ts';
import type { FieldId, OwnerId } from '#core/ids.ts';
import { onceKey, type Field } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { attitudeSurvey } from '../attitude-survey/attitude-survey.ts';
import { answerAsked, answerFavourites, answerWishes } from './pupil-choices.ts';
import { answerScales, pupilsOf, type Pupil } from './pupils.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import type { SurveyRecipe } from './survey-recipe.ts';

/** How a school types its pupils' answers: as the lists have them, as the questionnaire numbers them, or in its own way. */
type Hand = 'lists' | 'numbers' | 'own';
const hands: readonly Hand[] = ['lists', 'numbers', 'own'];

const ownWords: Readonly<Record<string, string>> = {
  'year-group:7': 'Yr 7',
  'year-group:9': 'Yr 9',
  'sex:male': 'Boy',
  'sex:female': 'Girl',
  'favourites:physical-education': 'PE',
  'favourites:art-and-design': 'Art',
  'favourites:design-technology': 'D&T',
  'favourites:mathematics': 'Maths',
  'ask:family': 'Family',
  'ask:subject-teachers': 'Subject teachers',
};

/** The returns of all schools of a wave: invented, the same each time, and adding up to the recipe exactly. */
export const surveyReturns = (recipe: SurveyRecipe): ReadonlyMap<OwnerId, ReturnContent> => {
  const random = seededRandom(recipe.seed);
  const pupils = pupilsOf(recipe, random);
  answerScales(pupils, recipe.cells, random);
  answerFavourites(pupils, recipe, random);
  answerWishes(pupils, recipe, random);
  answerAsked(pupils, recipe, random);
  return new Map(
    recipe.schools.map((school, at) => [
      school,
      contentOf(
        pupils.filter((pupil) => pupil.school === school),
        hands[at % hands.length] ?? 'lists',
        random,
      ),
    ]),
  );
};

const contentOf = (pupils: readonly Pupil[], hand: Hand, random: SeededRandom): ReturnContent => {
  const inYear = (year: string) => pupils.filter(({ cell }) => cell.year === year);
  const rows = ['7', '9']
    .flatMap((year) => random.shuffled(inYear(year)))
    .map((pupil, at) => ({ key: `${at + 1}`, values: typed(pupil, hand) }));
  const onRoll = { 'on-roll-7': pupilsOnRoll(inYear('7'), random), 'on-roll-9': pupilsOnRoll(inYear('9'), random) };
  return { rows: [{ key: onceKey, values: onRoll }, ...rows], explanations: [] };
};

/** Between two thirds and all of them have answered; none on roll where the year group was not asked. */
const pupilsOnRoll = (answered: readonly Pupil[], random: SeededRandom): number =>
  Math.ceil(answered.length / (0.66 + random.next() * 0.3));

const typed = ({ cell, said }: Pupil, hand: Hand): Record<FieldId, Cell> => {
  const all: Readonly<Record<FieldId, Cell | readonly string[]>> = {
    'year-group': cell.year,
    sex: cell.sex,
    ...said,
  };
  const values = attitudeSurvey.fields.flatMap((field) => {
    const answer = all[field.id];
    if (answer === undefined || answer === null) return [];
    return [[field.id, asTyped(field, answer, hand)] as const];
  });
  return Object.fromEntries(values);
};

const asTyped = (field: Field, answer: Cell | readonly string[], hand: Hand): Cell => {
  if (typeof answer === 'object' && answer !== null) {
    const inOrder = (field.choices ?? []).filter(({ code }) => answer.includes(code));
    return inOrder.map(({ code }) => String(wordFor(field, code, hand))).join('; ');
  }
  return field.kind === 'scale' || answer === null ? answer : wordFor(field, String(answer), hand);
};

/** One choice as this hand types it. Excel keeps a typed number as a number. */
const wordFor = (field: Field, code: string, hand: Hand): Cell => {
  const choice = (field.choices ?? []).find((candidate) => candidate.code === code);
  if (choice === undefined) throw new Error(`${field.id} has no choice ${code}.`);
  if (hand === 'own') return ownWords[`${field.id}:${code}`] ?? choice.label;
  if (hand === 'lists') return choice.label;
  const [shortest = code] = [choice.code, ...choice.accepts].sort((a, b) => a.length - b.length);
  return /^\d+$/.test(shortest) ? Number(shortest) : shortest;
};
