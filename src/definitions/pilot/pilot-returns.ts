import { ownerId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { DemoReturn } from '../demo-types.ts';
import { recipeContent } from '../recipe-content.ts';
import { contactRecipes, type ContactRecipe } from './pilot-contacts.ts';
import { pilotProgramme, pilotRounds, pilotSchools } from './pilot-programme.ts';
import { pilotSelfReviews } from './pilot-self-reviews.ts';
import { firstWaveCells, firstWaveShares, secondWaveCells, secondWaveShares } from './survey-recipe.ts';
import { surveyReturns } from './survey-returns.ts';

/** In the second wave every fourth school is missing. */
const secondWaveSchools = pilotSchools.filter((_, at) => at % 4 !== 2);

/**
 * Every return of the synthetic pilot sample, in the order of submitting. An owner may have several in one round: its
 * revisions. Made anew each time, and the same; several thousand rows, so keep what you get.
 */
export const pilotReturns = (): readonly DemoReturn[] => {
  const first = surveyReturns({
    seed: 200809,
    schools: pilotSchools,
    cells: firstWaveCells,
    ...firstWaveShares,
  });
  const second = surveyReturns({
    seed: 201011,
    schools: secondWaveSchools,
    cells: secondWaveCells,
    ...secondWaveShares,
  });
  const returns = [
    ...pilotSelfReviews().map((recipe) =>
      submitted(pilotRounds.selfReview, recipe.owner, recipeContent(recipe), recipe.at, recipe.acceptedAt),
    ),
    ...[...first].map(([school, content], at) =>
      submitted(
        pilotRounds.firstSurvey,
        school,
        content,
        dayAfter('2008-11-10', at * 3),
        dayAfter('2008-11-20', at * 3),
      ),
    ),
    ...[...second].map(([school, content], at) =>
      submitted(
        pilotRounds.secondSurvey,
        school,
        content,
        dayAfter('2010-10-11', at * 2),
        // The last two have not been looked at yet.
        at < second.size - 2 ? dayAfter('2010-10-18', at * 2) : undefined,
      ),
    ),
    ...contactRecipes.map((recipe) =>
      submitted(pilotRounds.contacts, ownerId(recipe.mentor), contactContent(recipe), recipe.at, recipe.acceptedAt),
    ),
  ];
  return returns.sort((a, b) => (a.at < b.at ? -1 : 1));
};

const submitted = (
  round: RoundId,
  owner: OwnerId,
  content: ReturnContent,
  at: Instant,
  acceptedAt: Instant | undefined,
): DemoReturn => ({
  round,
  owner,
  by: personOf(owner),
  at,
  ...(acceptedAt === undefined ? {} : { accepted: { by: reviewerOf(owner), at: acceptedAt } }),
  content,
});

const { people } = pilotProgramme;

const personOf = (owner: OwnerId): string => {
  const person = people.find((candidate) => candidate.owner === owner);
  if (person === undefined) throw new Error(`${owner} belongs to nobody.`);
  return person.id;
};

/** A school's mentor; of a mentor's own returns the project team. */
const reviewerOf = (owner: OwnerId): string =>
  people.find(({ schools = [] }) => schools.includes(owner))?.id ?? 'project-team';

const dayAfter = (day: string, days: number): Instant =>
  new Date(Date.parse(`${day}T15:30:00.000Z`) + days * 86_400_000).toISOString();

const contactContent = ({ mentor, contacts }: ContactRecipe): ReturnContent => {
  const schools = people.find(({ owner }) => owner === mentor)?.schools ?? [];
  return {
    rows: contacts.map(([place, date, kind, who, agreed, next], at) => {
      const values = { school: schools[place] ?? null, date, kind, who, agreed };
      return { key: `${at + 1}`, values: next === null ? values : { ...values, 'next-date': next } };
    }),
    explanations: [],
  };
};
