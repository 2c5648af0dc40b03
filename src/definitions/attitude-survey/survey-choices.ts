import type { Choice } from '#core/instrument/instrument.ts';

/** A scale from 1 to 5: the sheet holds the bare number, questionnaires print the words beside it. */
const scale = (...words: readonly [string, string, string, string, string]): readonly Choice[] =>
  words.map((says, at) => ({ code: `${at + 1}`, label: `${at + 1}`, accepts: [says], value: at + 1, says }));

export const enjoyment = scale('Not at all', 'Not much', 'It is OK', 'Quite a lot', 'Very much');
export const ease = scale('Very hard', 'Quite hard', 'In between', 'Quite easy', 'Very easy');
export const importance = scale(
  'Not important',
  'Not very important',
  'In between',
  'Quite important',
  'Very important',
);
export const interest = scale('Not at all', 'Not very', 'Not sure', 'Quite interested', 'Very interested');
export const agreement = scale('Strongly disagree', 'Disagree', 'In between', 'Agree', 'Strongly agree');

/** A year group as schools and their exports write it: "Yr 7", "Y7", "7". */
const year = (number: number, inWords: string): Choice => ({
  code: `${number}`,
  label: `Year ${number}`,
  accepts: [
    `Yr ${number}`,
    `Yr. ${number}`,
    `Yr${number}`,
    `Y ${number}`,
    `Y${number}`,
    `Year${number}`,
    `Year 0${number}`,
    `Y0${number}`,
    `0${number}`,
    `Year ${inWords}`,
    inWords,
  ],
});

export const years: readonly Choice[] = [year(7, 'seven'), year(9, 'nine')];

export const sexes: readonly Choice[] = [
  { code: 'male', label: 'Male', accepts: ['M', 'Boy', 'B', 'Males', 'Boys'], inTables: 'Males' },
  { code: 'female', label: 'Female', accepts: ['F', 'Girl', 'G', 'Females', 'Girls'], inTables: 'Females' },
  {
    code: 'not-said',
    label: 'Prefer not to say',
    accepts: ['P', 'Prefer not', 'Rather not say', 'I would rather not say', 'Not said', 'Unknown'],
    unknown: true,
  },
];

export const wishes: readonly Choice[] = [
  { code: 'yes', label: 'Yes', accepts: ['Y', 'TRUE', 'Yes please'] },
  { code: 'no', label: 'No', accepts: ['N', 'FALSE', 'No thanks', 'No thank you'] },
  {
    code: 'not-sure',
    label: 'Not sure',
    accepts: ['NS', 'Unsure', 'I am not sure', 'Maybe', 'Do not know', 'Don’t know', "Don't know", 'DK'],
  },
];

/** Choices that are also understood by their number in the list, as the printed questionnaire has them. */
const numbered = (choices: readonly (readonly [code: string, label: string, ...accepts: string[]])[]) =>
  choices.map(([code, label, ...accepts], at): Choice => ({ code, label, accepts: [`${at + 1}`, ...accepts] }));

export const favouriteSubjects = numbered([
  ['art-and-design', 'Art and design', 'Art', 'Art & design'],
  ['citizenship', 'Citizenship and PSHE', 'Citizenship', 'PSHE', 'PSHCE', 'Citizenship / PSHE'],
  [
    'design-technology',
    'Design and technology',
    'D&T',
    'D & T',
    'D and T',
    'DT',
    'Design & technology',
    'Technology',
  ],
  ['drama', 'Drama', 'Theatre', 'Drama and theatre'],
  ['english', 'English', 'Eng'],
  ['geography', 'Geography', 'Geog'],
  ['history', 'History', 'Hist'],
  ['ict', 'ICT', 'IT', 'Computing', 'Computers', 'Information technology'],
  ['languages', 'Languages', 'MFL', 'French', 'German', 'Spanish', 'Modern languages', 'Modern foreign languages'],
  ['mathematics', 'Mathematics', 'Maths', 'Math'],
  ['music', 'Music', 'Mus'],
  ['physical-education', 'Physical education (PE)', 'PE', 'P.E.', 'Physical education', 'Sport', 'Games'],
  ['religious-education', 'Religious education (RE)', 'RE', 'R.E.', 'Religious education', 'RS', 'Religious studies'],
  ['science', 'Science', 'Sci', 'Biology', 'Chemistry', 'Physics', 'Sciences'],
]);

export const askedPeople = numbered([
  ['family', 'My family', 'Family', 'Parents', 'My parents', 'Parents or carers', 'Mum or dad', 'Family members'],
  ['subject-teachers', 'My subject teachers', 'Subject teachers', 'Subject teacher', 'My teachers', 'Teachers'],
  ['careers-teachers', 'Careers teachers at school', 'Careers teachers', 'Careers teacher', 'A careers teacher'],
  ['careers-adviser', 'A careers adviser', 'Careers adviser', 'Careers advisor', 'A careers advisor', 'Connexions'],
  ['friends', 'My friends', 'Friends', 'A friend'],
  ['employers', 'People who do the job', 'Employers', 'An employer', 'Somebody who does the job'],
  ['internet', 'The internet', 'Internet', 'Websites', 'Online', 'The web'],
  ['nobody', 'Nobody', 'No one', 'No-one', 'None of these'],
]);
