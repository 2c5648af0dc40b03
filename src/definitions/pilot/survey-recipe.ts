import type { OwnerId } from '#core/ids.ts';

/** What an invented wave of the survey must add up to. Shares are of 1, and of those who answered the question. */
export interface SurveyRecipe {
  readonly seed: number;
  /** The schools that return it. */
  readonly schools: readonly OwnerId[];
  /** The pupils in all schools together, exactly. */
  readonly cells: readonly CellRecipe[];
  /** Wish to know more about at least one STEM field, and about each of them. */
  readonly atLeastOne: number;
  readonly wishes: Readonly<Record<string, number>>;
  /** By year group and subject: pupils who name it among up to three favourites. */
  readonly favourites: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Whom pupils would ask. */
  readonly asked: Readonly<Record<string, number>>;
}

export interface CellRecipe {
  readonly year: '7' | '9';
  readonly sex: 'male' | 'female' | 'not-said';
  readonly pupils: number;
}

/** The returns of the programme's update of June 2009. */
export const firstWaveCells: readonly CellRecipe[] = [
  { year: '7', sex: 'male', pupils: 1029 },
  { year: '7', sex: 'female', pupils: 1142 },
  { year: '9', sex: 'male', pupils: 920 },
  { year: '9', sex: 'female', pupils: 982 },
];

/**
 * The update calls PE, Art, and Design and Technology "the most popular subjects overall" and science "also a favourite
 * subject for 33 %" of Year 7. Both are read off one question, in which a pupil names up to three favourites: most
 * popular are the three that most pupils of both years name, and a favourite is whatever a pupil names. The shares of a
 * year therefore add up to nearly three, and science, at 33 % and 27 %, stands fourth. The two shares of science and of
 * mathematics are the update's own; the others are invented.
 */
const favouritesOfYear7: Readonly<Record<string, number>> = {
  'physical-education': 0.47,
  'art-and-design': 0.39,
  'design-technology': 0.37,
  science: 0.33,
  ict: 0.24,
  mathematics: 0.204,
  drama: 0.19,
  english: 0.14,
  music: 0.14,
  history: 0.12,
  geography: 0.09,
  languages: 0.07,
  'religious-education': 0.03,
  citizenship: 0.02,
};

const favouritesOfYear9: Readonly<Record<string, number>> = {
  'physical-education': 0.45,
  'art-and-design': 0.36,
  'design-technology': 0.34,
  science: 0.27,
  ict: 0.23,
  mathematics: 0.197,
  drama: 0.19,
  english: 0.15,
  music: 0.14,
  history: 0.13,
  geography: 0.11,
  languages: 0.08,
  'religious-education': 0.04,
  citizenship: 0.03,
};

/** The update's own shares for "almost 80 %" and "about 50 %"; the others are invented, and below them. */
const asked: Readonly<Record<string, number>> = {
  family: 0.796,
  'subject-teachers': 0.503,
  'careers-teachers': 0.497,
  internet: 0.41,
  friends: 0.38,
  'careers-adviser': 0.27,
  employers: 0.14,
  nobody: 0.035,
};

export const firstWaveShares = {
  atLeastOne: 0.84,
  wishes: { science: 0.52, technology: 0.55, engineering: 0.47, maths: 0.44 },
  favourites: { '7': favouritesOfYear7, '9': favouritesOfYear9 },
  asked,
} as const;

/** The second wave asks Year 9 only; all its numbers are invented. Nobody of the first wave can be found in it. */
export const secondWaveCells: readonly CellRecipe[] = [
  { year: '9', sex: 'male', pupils: 742 },
  { year: '9', sex: 'female', pupils: 771 },
  { year: '9', sex: 'not-said', pupils: 14 },
];

export const secondWaveShares = {
  atLeastOne: 0.85,
  wishes: { science: 0.55, technology: 0.54, engineering: 0.51, maths: 0.46 },
  favourites: { '9': { ...favouritesOfYear9, science: 0.3, mathematics: 0.21, history: 0.12 } },
  asked: { ...asked, family: 0.788, internet: 0.47, 'careers-teachers': 0.52 },
} as const;

/**
 * How far boys stand above girls in naming a subject or wishing to know more: 1.2 is a fifth more often. What is not
 * here is named alike.
 */
export const boysToGirls: Readonly<Record<string, number>> = {
  'physical-education': 1.25,
  'art-and-design': 0.7,
  'design-technology': 1.3,
  science: 1.12,
  ict: 1.35,
  mathematics: 1.15,
  maths: 1.1,
  drama: 0.6,
  english: 0.65,
  music: 0.95,
  languages: 0.6,
  'religious-education': 0.8,
  technology: 1.2,
  engineering: 1.5,
};

/**
 * Means on the scales from 1 to 5: boys and girls in Year 7, boys and girls in Year 9. In every STEM subject boys are
 * ahead in enjoyment and ease, and further in Year 9 than in Year 7.
 */
export const scaleMeans: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'enjoy-maths': [3.3, 3.1, 3.15, 2.75],
  'enjoy-science': [3.75, 3.6, 3.55, 3.2],
  'enjoy-d-and-t': [3.9, 3.75, 3.8, 3.4],
  'enjoy-ict': [3.85, 3.65, 3.7, 3.3],
  'enjoy-english': [3.1, 3.4, 2.95, 3.4],
  'ease-maths': [3.3, 3.05, 3.2, 2.8],
  'ease-science': [3.25, 3.1, 3.15, 2.75],
  'ease-d-and-t': [3.6, 3.45, 3.55, 3.2],
  'ease-ict': [3.8, 3.65, 3.75, 3.4],
  'ease-english': [3.2, 3.4, 3.1, 3.45],
  'importance-maths': [4.55, 4.55, 4.5, 4.5],
  'importance-science': [4.2, 4.1, 4.15, 4],
  'importance-d-and-t': [3.3, 3.05, 3.2, 2.9],
  'importance-ict': [3.8, 3.7, 3.75, 3.6],
  'importance-english': [3.95, 4.1, 3.9, 4.05],
  'stem-interest': [3.75, 3.55, 3.75, 3.45],
  'like-me': [3.3, 3, 3.25, 2.75],
};

/** How strongly an answer goes with a pupil's leaning towards STEM, from 0 on. */
export const leaningIn = (answer: string): number => {
  if (/^favourite-(?!science|mathematics|ict|design)|english|^ask$/.test(answer)) return 0;
  return /^(stem-interest|like-me)$/.test(answer) ? 0.9 : 0.5;
};
