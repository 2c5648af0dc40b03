import type { Rule } from '#core/instrument/instrument.ts';

/** Earlier days are slips of typing: the programme did not exist. Later ones are nobody's plan yet. */
const days = { from: '2007-09-01', until: '2039-12-31' } as const;

export const contactRules: readonly Rule[] = [
  {
    kind: 'required',
    id: 'school-missing',
    field: 'school',
    severity: 'error',
    message: 'Which school was it? Please choose one from the list, or clear the row.',
  },
  {
    kind: 'one-of',
    id: 'school-unknown',
    field: 'school',
    severity: 'error',
    message: 'This is not one of the schools in the list. Please choose one, or type its URN, for example 999001.',
  },
  {
    kind: 'required',
    id: 'date-missing',
    field: 'date',
    severity: 'error',
    message: 'When was it? Please write the day, for example 14/11/2008.',
  },
  {
    kind: 'date',
    id: 'date-wrong',
    field: 'date',
    severity: 'error',
    ...days,
    message: 'This is not a day that can be right. Please write day, month and year, for example 14/11/2008.',
  },
  {
    kind: 'required',
    id: 'kind-missing',
    field: 'kind',
    severity: 'error',
    message: 'How did you meet? Please choose Visit, Telephone or E-mail.',
  },
  {
    kind: 'one-of',
    id: 'kind-unknown',
    field: 'kind',
    severity: 'error',
    message: 'Please choose Visit, Telephone or E-mail from the list.',
  },
  {
    kind: 'required',
    id: 'who-missing',
    field: 'who',
    severity: 'warning',
    message: 'Please write whom you met, spoke or wrote to. A post such as Head of science is enough.',
  },
  {
    kind: 'required',
    id: 'agreed-missing',
    field: 'agreed',
    severity: 'warning',
    message: 'Please write what was agreed, in a sentence. If nothing was, write Nothing agreed.',
  },
  {
    kind: 'length',
    id: 'agreed-long',
    field: 'agreed',
    severity: 'error',
    max: 2000,
    message: 'This is longer than 2,000 characters. Please shorten it to what was agreed and who does it.',
  },
  {
    kind: 'date',
    id: 'next-date-wrong',
    field: 'next-date',
    severity: 'error',
    ...days,
    message: 'This is not a day that can be right. Please write day, month and year, or leave this blank.',
  },
  {
    kind: 'date-order',
    id: 'next-date-before',
    field: 'next-date',
    severity: 'error',
    notBefore: 'date',
    message: 'The next date is before the date of this contact. Please correct one of them.',
  },
  {
    kind: 'required',
    id: 'next-date-advised',
    field: 'next-date',
    severity: 'advice',
    when: { field: 'kind', code: ['visit'] },
    message: 'If you can, fix the day of your next contact while the visit is fresh, and write it here.',
  },
];
