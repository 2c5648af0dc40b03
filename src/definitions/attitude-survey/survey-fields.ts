import type { Choice, Field } from '#core/instrument/instrument.ts';
import {
  agreement,
  askedPeople,
  ease,
  enjoyment,
  favouriteSubjects,
  importance,
  interest,
  sexes,
  wishes,
  years,
} from './survey-choices.ts';

/** The subjects that are rated: as they begin the names of fields, as they stand in a sentence, as pupils read them. */
export const ratedSubjects = [
  { id: 'maths', inText: 'maths', printed: 'Mathematics' },
  { id: 'science', inText: 'science', printed: 'Science' },
  { id: 'd-and-t', inText: 'D&T', printed: 'Design and technology' },
  { id: 'ict', inText: 'ICT', printed: 'ICT' },
  { id: 'english', inText: 'English', printed: 'English' },
] as const;

/** The four fields of STEM that pupils may wish to know more about. */
export const stemFields = ['science', 'technology', 'engineering', 'maths'] as const;

const onRoll = (number: number): Field => ({
  id: `on-roll-${number}`,
  label: `Year ${number} pupils on roll`,
  help: `How many pupils are on roll in Year ${number} when the survey is done, whether or not they answer. Write 0 if Year ${number} is not asked this time.`,
  kind: 'integer',
  width: 12,
});

/** Asked once for the whole return: the numbers that the response rate is worked out of. */
export const surveyOnceFields: readonly Field[] = [onRoll(7), onRoll(9)];

interface Rating {
  readonly id: (subject: string) => string;
  readonly label: (subject: string) => string;
  readonly heading: string;
  readonly help: (subject: string) => string;
  readonly choices: readonly Choice[];
  /** How else a column of it may be headed. */
  readonly called: (subject: string) => readonly string[];
}

/** One scale from 1 to 5 for each of the rated subjects. */
const ratings = ({ id, label, heading, help, choices, called }: Rating): readonly Field[] =>
  ratedSubjects.map(({ id: subject, inText, printed }) => ({
    id: id(subject),
    label: label(inText),
    help: `${help(inText)} Leave it blank if there is no answer.`,
    kind: 'scale',
    choices,
    width: 11,
    part: heading,
    question: printed,
    alsoCalled: [...new Set([inText, printed, printed === 'Design and technology' ? 'DT' : printed].flatMap(called))],
  }));

const enjoymentFields = ratings({
  id: (subject) => `enjoy-${subject}`,
  label: (subject) => `Enjoy ${subject}`,
  heading: 'How much do you enjoy these subjects?',
  help: (subject) => `How much the pupil enjoys ${subject}, from 1 (not at all) to 5 (very much).`,
  choices: enjoyment,
  called: (subject) => [`How much do you enjoy ${subject}?`, `Enjoyment of ${subject}`, `I enjoy ${subject}`],
});

const easeFields = ratings({
  id: (subject) => `ease-${subject}`,
  label: (subject) => `Ease of ${subject}`,
  heading: 'How hard or easy do you find these subjects?',
  help: (subject) => `How the pupil finds ${subject}, from 1 (very hard) to 5 (very easy).`,
  choices: ease,
  called: (subject) => [
    `How hard or easy do you find ${subject}?`,
    `How easy is ${subject}?`,
    `I find ${subject} easy`,
  ],
});

const importanceFields = ratings({
  id: (subject) => `importance-${subject}`,
  label: (subject) => `Importance of ${subject}`,
  heading: 'How important are these subjects for getting a good job?',
  help: (subject) => `How important the pupil finds ${subject} for getting a good job, from 1 (not) to 5 (very).`,
  choices: importance,
  called: (subject) => [
    `How important is ${subject} for getting a good job?`,
    `${subject} for a good job`,
    `Important: ${subject}`,
  ],
});

const wishFields = stemFields.map((subject): Field => ({
  id: `wish-${subject}`,
  label: `More on careers in ${subject}`,
  help: `Whether the pupil would like to know more about careers in ${subject}: yes, no or not sure. Leave it blank if there is no answer.`,
  kind: 'choice',
  choices: wishes,
  width: 13,
  part: 'Would you like to know more about careers in these fields?',
  question: `${subject.charAt(0).toUpperCase()}${subject.slice(1)}`,
  alsoCalled: [
    `Would you like to know more about careers in ${subject}?`,
    `Know more about careers in ${subject}`,
    ...(subject === 'maths' ? ['Would you like to know more about careers in mathematics?'] : []),
  ],
}));

export const surveyFields: readonly Field[] = [
  {
    id: 'year-group',
    label: 'Year group',
    help: 'The pupil’s year group: Year 7 or Year 9. Every row needs it.',
    kind: 'choice',
    choices: years,
    width: 12,
    part: 'About you',
    question: 'Which year are you in?',
    alsoCalled: ['Year', 'Yr', 'Yr group', 'Year grp', 'Your year group', 'What year are you in?', 'NC year'],
  },
  {
    id: 'sex',
    label: 'Sex',
    help: 'Male, Female or Prefer not to say, as the pupil answered. Every row needs it; if nothing was ticked, choose Prefer not to say.',
    kind: 'choice',
    choices: sexes,
    width: 15,
    part: 'About you',
    question: 'Are you male or female?',
    alsoCalled: [
      'Gender',
      'Your sex',
      'Your gender',
      'Boy or girl',
      'Are you a boy or a girl?',
      'M/F',
      'Male or female',
    ],
  },
  ...enjoymentFields,
  ...easeFields,
  ...importanceFields,
  {
    id: 'favourites',
    label: 'Favourite subjects',
    help: 'Up to three subjects, with a semicolon between them, for example: PE; Art; Science. If the pupil ticked more than three, leave it blank.',
    kind: 'choices',
    choices: favouriteSubjects,
    width: 30,
    part: 'Your favourite subjects',
    question: 'Which subjects do you like best? Choose up to three.',
    alsoCalled: [
      'Favourites',
      'Favourite subject',
      'What are your favourite subjects?',
      'Which subjects do you like best?',
    ],
  },
  ...wishFields,
  {
    id: 'stem-interest',
    label: 'Interested in a STEM career',
    help: 'How interested the pupil is in a career in science, technology, engineering or maths, from 1 (not at all) to 5 (very).',
    kind: 'scale',
    choices: interest,
    width: 12,
    part: 'You and STEM careers',
    question: 'How interested are you in a job that uses science, technology, engineering or maths (a STEM career)?',
    alsoCalled: ['Interest in STEM careers', 'How interested are you in a STEM career?', 'STEM career interest'],
  },
  {
    id: 'like-me',
    label: 'STEM jobs are for people like me',
    help: 'How much the pupil agrees that STEM jobs are for people like them, from 1 (strongly disagree) to 5 (strongly agree).',
    kind: 'scale',
    choices: agreement,
    width: 12,
    part: 'You and STEM careers',
    question: 'How much do you agree: “STEM jobs are for people like me”?',
    alsoCalled: ['People like me', 'How much do you agree that STEM jobs are for people like me?'],
  },
  {
    id: 'ask',
    label: 'Who you would ask',
    help: 'Everybody the pupil would ask about careers, with a semicolon between them, for example: My family; The internet.',
    kind: 'choices',
    choices: askedPeople,
    width: 30,
    part: 'Finding out about jobs',
    question: 'Who would you ask for information or advice about careers? Choose as many as you like.',
    alsoCalled: ['Who would you ask?', 'Who would you ask for advice about careers?', 'Ask for advice'],
  },
];
