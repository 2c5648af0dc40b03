import type { Derived, Measure } from '#core/instrument/instrument.ts';
import { askedPeople, favouriteSubjects } from './survey-choices.ts';
import { ratedSubjects, stemFields } from './survey-fields.ts';

const wishFields = stemFields.map((subject) => `wish-${subject}`);
const years = ['year-group'] as const;

/** The two highest points of a scale count as "interested" and "important". */
const upperTwo = ['4', '5'] as const;

export const surveyDerived: readonly Derived[] = [
  {
    id: 'at-least-one',
    label: 'At least one STEM field',
    yes: { any: wishFields.map((field) => ({ field, code: ['yes'] })) },
    base: { any: wishFields.map((field) => ({ field, is: 'answered' })) },
  },
  {
    id: 'interested',
    label: 'Interested (4 or 5)',
    yes: { field: 'stem-interest', atLeast: 4 },
    base: { field: 'stem-interest', is: 'answered' },
  },
];

const shareOf = (id: string, title: string, field: string, codes: readonly string[]): Measure => ({
  kind: 'share',
  id,
  title,
  field,
  codes,
  by: years,
});

const importanceShares = ratedSubjects.map(({ id, inText }) =>
  shareOf(`important-${id}`, `Find ${inText} important for a good job (4 or 5)`, `importance-${id}`, upperTwo),
);

const interestMeasures: readonly Measure[] = [
  shareOf('interested-share', 'Interested in a STEM career (4 or 5)', 'interested', ['yes']),
  shareOf('at-least-one-share', 'Wish to know more about at least one STEM field', 'at-least-one', ['yes']),
  ...stemFields.map((subject) =>
    shareOf(`more-on-${subject}`, `Wish to know more about careers in ${subject}`, `wish-${subject}`, ['yes']),
  ),
];

/** Subjects and people that the programme's update of June 2009 names; the others stand in the two lists of the top. */
const namedSubjects = ['physical-education', 'art-and-design', 'design-technology', 'science', 'mathematics'];
const namedPeople = ['family', 'subject-teachers', 'careers-teachers'];

const favouriteShares = favouriteSubjects
  .filter(({ code }) => namedSubjects.includes(code))
  .map(({ code, label }) => shareOf(`favourite-${code}`, `Favourite subject: ${label}`, 'favourites', [code]));

const askShares = askedPeople
  .filter(({ code }) => namedPeople.includes(code))
  .map(({ code, label }) => shareOf(`ask-${code}`, `Would ask: ${label}`, 'ask', [code]));

/** The mean of one rating by year group and sex, and how far boys are ahead of girls in each year group. */
const meanAndGap = (rating: string, words: string) =>
  ratedSubjects.flatMap(({ id, inText }): readonly Measure[] => {
    const mean = `mean-${rating}-${id}`;
    return [
      { kind: 'mean', id: mean, title: `${words} of ${inText}`, field: `${rating}-${id}`, by: ['year-group', 'sex'] },
      {
        kind: 'gap',
        id: `gap-${rating}-${id}`,
        title: `${words} of ${inText}: males minus females`,
        of: mean,
        across: 'sex',
        from: 'male',
        minus: 'female',
        by: years,
      },
    ];
  });

export const surveyMeasures: readonly Measure[] = [
  // Laid out as the returns table of the programme's update of June 2009: sexes down, year groups across.
  { kind: 'count', id: 'returns', title: 'Returns by sex and year group', by: ['sex', 'year-group'] },
  {
    kind: 'rate',
    id: 'response-rate',
    title: 'Response rate',
    field: 'year-group',
    lines: [
      { code: '7', outOf: 'on-roll-7' },
      { code: '9', outOf: 'on-roll-9' },
    ],
  },
  ...importanceShares,
  ...interestMeasures,
  { kind: 'top', id: 'top-asked', title: 'Whom pupils would ask about careers', field: 'ask', most: 8 },
  ...askShares,
  { kind: 'top', id: 'top-favourites', title: 'Most popular subjects', field: 'favourites', most: 5 },
  ...favouriteShares,
  ...meanAndGap('enjoy', 'Enjoyment'),
  ...meanAndGap('ease', 'Ease'),
  {
    kind: 'distribution',
    id: 'interest-levels',
    title: 'Interest in a STEM career',
    field: 'stem-interest',
    by: ['sex'],
  },
  {
    kind: 'distribution',
    id: 'like-me-levels',
    title: 'STEM jobs are for people like me',
    field: 'like-me',
    by: ['sex'],
  },
];
