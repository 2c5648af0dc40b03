import type { Cell } from '#core/cell.ts';
import type { FieldId, OwnerId } from '#core/ids.ts';
import { highest, ranked, sharedOut } from './quotas.ts';
import type { SeededRandom } from './seeded-random.ts';
import { leaningIn, scaleMeans, type CellRecipe, type SurveyRecipe } from './survey-recipe.ts';

/** An invented pupil while the answers are made up: choices by their codes, numbers of scales, nothing where blank. */
export interface Pupil {
  readonly school: OwnerId;
  readonly cell: CellRecipe;
  /** Towards STEM, around 0: partly the school's, mostly the pupil's own. */
  readonly leaning: number;
  readonly said: Record<FieldId, Cell | readonly string[]>;
}

/** One question in a hundred is left out; those of each cell that leave it out are drawn by lot. */
const leftOut = 0.012;

/** All pupils of a wave, each cell as large as the recipe says, without answers yet. */
export const pupilsOf = ({ schools, cells }: SurveyRecipe, random: SeededRandom): readonly Pupil[] => {
  const traits = schools.map((school) => ({ school, size: 0.6 + random.next(), leaning: random.bell() * 0.3 }));
  return cells.flatMap((cell) => {
    const sizes = sharedOut(
      cell.pupils,
      traits.map(({ size }) => size * (0.9 + random.next() * 0.2)),
    );
    return traits.flatMap(({ school, leaning }, at) =>
      Array.from({ length: sizes[at] ?? 0 }, (): Pupil => ({
        school,
        cell,
        leaning: leaning + random.bell(),
        said: {},
      })),
    );
  });
};

export const inCell = (pupils: readonly Pupil[], cell: CellRecipe): readonly Pupil[] =>
  pupils.filter((pupil) => pupil.cell === cell);

/** Who answers a question: everybody in a cell but a few, so that bases are a little smaller than returns. */
export const answering = (pupils: readonly Pupil[], random: SeededRandom): readonly Pupil[] =>
  highest(pupils, pupils.length - Math.round(pupils.length * leftOut), () => random.next());

/** What ranks a pupil for an answer: the leaning, as far as the answer goes with it, and chance. */
export const drawn =
  (field: FieldId, random: SeededRandom) =>
  ({ leaning }: Pupil): number =>
    leaning * leaningIn(field) + random.bell();

/** Answers every scale of the survey: in each cell exactly as often as its mean asks for, the leaning deciding who. */
export const answerScales = (pupils: readonly Pupil[], cells: readonly CellRecipe[], random: SeededRandom): void => {
  for (const [field, means] of Object.entries(scaleMeans))
    for (const cell of cells) {
      const all = answering(inCell(pupils, cell), random);
      const counts = sharedOut(all.length, spreadAround(meanIn(means, cell)));
      const inOrder = ranked(all, drawn(field, random));
      let from = 0;
      for (const point of [5, 4, 3, 2, 1]) {
        const until = from + (counts[point - 1] ?? 0);
        for (const pupil of inOrder.slice(from, until)) pupil.said[field] = point;
        from = until;
      }
    }
};

/** Pupils who do not say their sex stand between the two. */
const meanIn = (means: readonly [number, number, number, number], { year, sex }: CellRecipe): number => {
  const [boys, girls] = year === '7' ? [means[0], means[1]] : [means[2], means[3]];
  return sex === 'male' ? boys : sex === 'female' ? girls : (boys + girls) / 2;
};

/** Shares of the points 1 to 5 with this mean: two bells of four throws, one below and one above it. */
const spreadAround = (mean: number): readonly number[] => {
  const chance = (mean - 1) / 4;
  const apart = Math.min(0.15, chance, 1 - chance);
  const bell = (p: number) => [1, 4, 6, 4, 1].map((ways, hits) => ways * p ** hits * (1 - p) ** (4 - hits));
  const [below, above] = [bell(chance - apart), bell(chance + apart)];
  return below.map((share, at) => (share + (above[at] ?? 0)) / 2);
};
