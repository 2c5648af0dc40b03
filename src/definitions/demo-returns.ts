import { demoProgramme, demoRound } from './demo-programme.ts';
import { demoRecipes } from './demo-recipes.ts';
import type { DemoReturn } from './demo-types.ts';
import { recipeContent } from './recipe-content.ts';

/** The returns that stand on the server when the demo begins, in the order in which they were submitted. */
export const demoReturns = (): readonly DemoReturn[] =>
  [...demoRecipes]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((recipe) => ({
      round: demoRound,
      owner: recipe.owner,
      by: personOf(({ owner }) => owner === recipe.owner),
      at: recipe.at,
      ...(recipe.acceptedAt === undefined
        ? {}
        : {
            accepted: { by: personOf(({ schools = [] }) => schools.includes(recipe.owner)), at: recipe.acceptedAt },
          }),
      content: recipeContent(recipe),
    }));

const personOf = (is: (person: (typeof demoProgramme.people)[number]) => boolean): string => {
  const person = demoProgramme.people.find(is);
  if (person === undefined) throw new Error('A demo return belongs to nobody.');
  return person.id;
};
