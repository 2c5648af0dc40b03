import { evenedOut, highest, sharedOut } from './quotas.ts';
import { answering, drawn, inCell, type Pupil } from './pupils.ts';
import type { SeededRandom } from './seeded-random.ts';
import { boysToGirls, type CellRecipe, type SurveyRecipe } from './survey-recipe.ts';

type Sets = Map<Pupil, Set<string>>;

const empty = (pupils: readonly Pupil[]): Sets => new Map(pupils.map((pupil) => [pupil, new Set()]));

/** How often a choice is made in each of some cells: `share` of all that answer, boys more often than girls or less. */
const countsIn = (choice: string, share: number, cells: readonly CellRecipe[], sizes: readonly number[]) => {
  const answered = sizes.reduce((sum, size) => sum + size, 0);
  const tilt = boysToGirls[choice] ?? 1;
  const weights = cells.map(({ sex }, at) => (sizes[at] ?? 0) * (sex === 'male' ? tilt : 1));
  return sharedOut(Math.round(answered * share), weights);
};

/** Gives choices to pupils, each exactly as often as its share of them all asks for; the leaning decides whose. */
const choose = (
  field: (choice: string) => string,
  shares: Readonly<Record<string, number>>,
  groups: readonly { readonly cell: CellRecipe; readonly pupils: readonly Pupil[] }[],
  /** What the shares are of, where it is not the pupils who choose. */
  answered: readonly number[],
  random: SeededRandom,
): Sets => {
  const sets = empty(groups.flatMap(({ pupils }) => pupils));
  for (const [choice, share] of Object.entries(shares)) {
    const counts = countsIn(
      choice,
      share,
      groups.map(({ cell }) => cell),
      answered,
    );
    groups.forEach(({ pupils }, at) => {
      const score = drawn(field(choice), random);
      for (const pupil of highest(pupils, counts[at] ?? 0, score)) sets.get(pupil)?.add(choice);
    });
  }
  return sets;
};

/** Evens out within each cell, so that what was shared out between the cells stays. */
const evenedOutInCells = (
  sets: Sets,
  groups: readonly { readonly pupils: readonly Pupil[] }[],
  limits: { readonly least: number; readonly most: number },
  random: SeededRandom,
): void => {
  for (const { pupils } of groups)
    evenedOut(
      pupils.flatMap((pupil) => sets.get(pupil) ?? []),
      limits,
      random,
    );
};

const groupsOf = (pupils: readonly Pupil[], cells: readonly CellRecipe[], random: SeededRandom) =>
  cells.map((cell) => ({ cell, pupils: answering(inCell(pupils, cell), random) }));

const sizesOf = (groups: readonly { readonly pupils: readonly Pupil[] }[]) =>
  groups.map(({ pupils }) => pupils.length);

/** One to three favourite subjects, by the shares of each year group. */
export const answerFavourites = (
  pupils: readonly Pupil[],
  { cells, favourites }: SurveyRecipe,
  random: SeededRandom,
): void => {
  for (const [year, shares] of Object.entries(favourites)) {
    const groups = groupsOf(
      pupils,
      cells.filter((cell) => cell.year === year),
      random,
    );
    const sets = choose((subject) => `favourite-${subject}`, shares, groups, sizesOf(groups), random);
    evenedOutInCells(sets, groups, { least: 1, most: 3 }, random);
    for (const [pupil, set] of sets) pupil.said['favourites'] = [...set];
  }
};

/** Whom pupils would ask: at least one of the list; who would ask nobody chooses nothing else. */
export const answerAsked = (pupils: readonly Pupil[], { cells, asked }: SurveyRecipe, random: SeededRandom): void => {
  const { nobody = 0, ...others } = asked;
  const groups = groupsOf(pupils, cells, random);
  const sizes = sizesOf(groups);
  const alone = choose(() => 'ask', { nobody }, groups, sizes, random);
  const asking = groups.map(({ cell, pupils: all }) => ({
    cell,
    pupils: all.filter((pupil) => alone.get(pupil)?.size === 0),
  }));
  const sets = choose(() => 'ask', others, asking, sizes, random);
  evenedOutInCells(sets, asking, { least: 1, most: Object.keys(others).length }, random);
  for (const [pupil, set] of [...alone, ...sets]) if (set.size > 0) pupil.said['ask'] = [...set];
};

/** Yes, no or not sure for each field of STEM; yes at least once for exactly the share of the recipe. */
export const answerWishes = (
  pupils: readonly Pupil[],
  { cells, wishes, atLeastOne }: SurveyRecipe,
  random: SeededRandom,
): void => {
  const groups = groupsOf(pupils, cells, random);
  const sizes = sizesOf(groups);
  const any = choose(() => 'stem-interest', { any: atLeastOne }, groups, sizes, random);
  const wishing = groups.map(({ cell, pupils: all }) => ({
    cell,
    pupils: all.filter((pupil) => any.get(pupil)?.size === 1),
  }));
  const sets = choose((subject) => `wish-${subject}`, wishes, wishing, sizes, random);
  evenedOutInCells(sets, wishing, { least: 1, most: Object.keys(wishes).length }, random);
  for (const pupil of any.keys())
    for (const subject of Object.keys(wishes))
      pupil.said[`wish-${subject}`] = sets.get(pupil)?.has(subject) ? 'yes' : random.next() < 0.6 ? 'no' : 'not-sure';
};
