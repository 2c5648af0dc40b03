import type { Field, Rule } from '#core/instrument/instrument.ts';
import { askedPeople } from './survey-choices.ts';
import { surveyFields } from './survey-fields.ts';

/**
 * What is an error here, and what is not. Every row needs a year group and a sex, because every result is told by them;
 * pupils may leave any other question out, so a blank is never wrong. What is typed must be one of the answers. Pupils
 * answer alike, so rows that are the same are no issue: more rows than pupils on roll are. Which of the years a round is about, it
 * says itself: a pupil of another, and a year without pupils, want a word of explanation.
 */
const onRollRules = (number: number): readonly Rule[] => {
  const field = `on-roll-${number}`;
  const rows = { field: 'year-group', code: [`${number}`] } as const;
  return [
    {
      kind: 'required',
      id: `${field}-missing`,
      field,
      severity: 'error',
      message: `Please write how many pupils are on roll in Year ${number}, above the table. Write 0 if Year ${number} is not asked this time.`,
    },
    {
      kind: 'number',
      id: `${field}-number`,
      field,
      severity: 'error',
      min: 0,
      max: 1000,
      whole: true,
      message: `The number of Year ${number} pupils on roll must be a whole number from 0 to 1000. Please type digits only, for example 184.`,
    },
    {
      kind: 'row-count',
      id: `${field}-too-many-rows`,
      field,
      severity: 'error',
      rows,
      most: 1,
      message: `There are more Year ${number} rows than Year ${number} pupils on roll. Please check this number, the year groups, and whether some pupils were entered twice.`,
    },
    {
      kind: 'expected-rows',
      id: `${field}-no-rows`,
      field,
      severity: 'warning',
      year: number,
      rows,
      message: `This round expects Year ${number}, and there is no row of Year ${number} yet. Please enter what its pupils answered; if there is nothing to enter, say why.`,
    },
    {
      kind: 'row-count',
      id: `${field}-few-rows`,
      field,
      severity: 'advice',
      rows,
      least: 0.5,
      message: `Fewer than half of the Year ${number} pupils have answered so far. If you can, ask the others too: your results will say more. You may also submit now.`,
    },
  ];
};

const identityRules: readonly Rule[] = [
  {
    kind: 'required',
    id: 'year-group-missing',
    field: 'year-group',
    severity: 'error',
    message: 'Every pupil’s row needs a year group. Please choose Year 7 or Year 9, or clear the row.',
  },
  {
    kind: 'one-of',
    id: 'year-group-unknown',
    field: 'year-group',
    severity: 'error',
    message:
      'This survey is for Years 7 and 9. Please choose one of them from the list, or clear the row of a pupil in another year.',
  },
  {
    kind: 'expected-year',
    id: 'year-group-unexpected',
    field: 'year-group',
    severity: 'warning',
    message:
      'This year group is not among those that this round expects ({years}). Please check it; if it is right, say why.',
  },
  {
    kind: 'required',
    id: 'sex-missing',
    field: 'sex',
    severity: 'error',
    message:
      'Every pupil’s row needs this. Please choose Male or Female, or Prefer not to say if nothing was ticked.',
  },
  {
    kind: 'one-of',
    id: 'sex-unknown',
    field: 'sex',
    severity: 'error',
    message: 'Please choose Male, Female or Prefer not to say from the list.',
  },
];

/** The words for an answer that is none of those offered. */
const unknownAnswer = ({ kind }: Field): string | undefined => {
  switch (kind) {
    case 'scale':
      return 'This is not a number from 1 to 5. Please type the number that the pupil ticked, or leave the cell blank if none or several were ticked.';
    case 'choice':
      return 'Please choose Yes, No or Not sure from the list, or leave the cell blank if the pupil did not answer.';
    case 'choices':
      return 'One of these is not in the list. Please use the names or numbers of the questionnaire, with a semicolon between them.';
    default:
      return undefined;
  }
};

const answerRules = surveyFields.flatMap((field): readonly Rule[] => {
  const message = unknownAnswer(field);
  if (message === undefined || identityRules.some((rule) => rule.field === field.id)) return [];
  return [{ kind: 'one-of', id: `${field.id}-unknown`, field: field.id, severity: 'error', message }];
});

export const surveyRules: readonly Rule[] = [
  ...onRollRules(7),
  ...onRollRules(9),
  ...identityRules,
  ...answerRules,
  {
    kind: 'at-most',
    id: 'favourites-too-many',
    field: 'favourites',
    severity: 'error',
    most: 3,
    message:
      'There are more than three favourite subjects here. Please keep the three that the pupil put first, or clear the cell if you cannot tell.',
  },
  {
    kind: 'unlikely',
    id: 'nobody-with-others',
    field: 'ask',
    severity: 'warning',
    when: {
      all: [
        { field: 'ask', code: ['nobody'] },
        { field: 'ask', code: askedPeople.map(({ code }) => code).filter((code) => code !== 'nobody') },
      ],
    },
    message:
      'Nobody is chosen together with somebody. Please look at the questionnaire once more, and keep what the pupil meant.',
  },
];
