import type { Field } from '#core/instrument/instrument.ts';

export const contactFields: readonly Field[] = [
  {
    id: 'school',
    label: 'School',
    help: 'Choose the school that the contact was with. Its URN stands behind the name.',
    kind: 'school',
    width: 36,
  },
  {
    id: 'date',
    label: 'Date',
    help: 'The day of the contact, for example 14/11/2008.',
    kind: 'date',
    width: 13,
    alsoCalled: ['Date of contact', 'When'],
  },
  {
    id: 'kind',
    label: 'Kind of contact',
    help: 'Choose Visit, Telephone or E-mail.',
    kind: 'choice',
    width: 15,
    alsoCalled: ['Kind', 'Type', 'How'],
    choices: [
      {
        code: 'visit',
        label: 'Visit',
        accepts: ['V', 'Visited', 'School visit', 'In person', 'Meeting'],
        inTables: 'Visits',
      },
      {
        code: 'telephone',
        label: 'Telephone',
        accepts: ['T', 'Tel', 'Tel.', 'Phone', 'Phone call', 'Telephone call', 'Call'],
        inTables: 'Telephone calls',
      },
      {
        code: 'e-mail',
        label: 'E-mail',
        accepts: ['E', 'Email', 'Mail', 'E mail', 'By e-mail'],
        inTables: 'E-mails',
      },
    ],
  },
  {
    id: 'who',
    label: 'With whom',
    help: 'Whom you met, spoke or wrote to: a name or a post, such as Head of science.',
    kind: 'text',
    width: 26,
    alsoCalled: ['Who', 'Person', 'Spoke to'],
  },
  {
    id: 'agreed',
    label: 'What was agreed',
    help: 'What you agreed and who does it, in a sentence or two. If nothing was agreed, write Nothing agreed. Please do not name pupils.',
    kind: 'text',
    width: 50,
    alsoCalled: ['Agreed', 'Outcome', 'Notes'],
  },
  {
    id: 'next-date',
    label: 'Next date',
    help: 'The day of the next contact, where one is fixed, for example 03/02/2009.',
    kind: 'date',
    width: 13,
    alsoCalled: ['Date of next contact', 'Next contact'],
  },
];
