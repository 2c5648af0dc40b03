import type { Instrument } from '#core/instrument/instrument.ts';

/** The example in a blank definition workbook: small, and with a little of everything that most instruments need. */
export const definitionExample: Instrument = {
  id: 'stem-clubs',
  version: 1,
  title: 'STEM clubs',
  sheetTitle: 'STEM clubs',
  purpose: 'Which clubs the school runs in science, technology, engineering and mathematics, one club a row.',
  owner: 'school',
  traits: [],
  rows: { kind: 'open', noun: { one: 'club', many: 'clubs' }, expected: 10 },
  once: [
    {
      id: 'pupils-on-roll',
      label: 'Pupils on roll',
      help: 'How many pupils the school has this term.',
      kind: 'integer',
      width: 14,
    },
  ],
  fields: [
    { id: 'club', label: 'Club', help: 'What the club is called.', kind: 'text', width: 30 },
    {
      id: 'subject',
      label: 'Subject',
      help: 'Choose the subject that fits best.',
      kind: 'choice',
      width: 18,
      choices: [
        { code: 'science', label: 'Science', accepts: ['sci'] },
        { code: 'technology', label: 'Design & technology', accepts: ['D&T', 'DT'] },
        { code: 'maths', label: 'Mathematics', accepts: ['maths'] },
      ],
    },
    {
      id: 'pupils',
      label: 'Pupils',
      help: 'How many pupils come in a usual week.',
      kind: 'integer',
      width: 10,
    },
    { id: 'aim', label: 'What it is for', help: 'In one sentence.', kind: 'text', width: 40 },
  ],
  rules: [
    {
      id: 'club-missing',
      field: 'club',
      kind: 'required',
      severity: 'error',
      message: 'Say what the club is called.',
    },
    {
      id: 'subject-known',
      field: 'subject',
      kind: 'one-of',
      severity: 'error',
      message: 'Choose a subject from the list.',
    },
    {
      id: 'pupils-number',
      field: 'pupils',
      kind: 'number',
      severity: 'error',
      message: 'Write a whole number from 1 to 200.',
      min: 1,
      max: 200,
      whole: true,
    },
    {
      id: 'aim-missing',
      field: 'aim',
      kind: 'required',
      severity: 'warning',
      message: 'A club of this size deserves a sentence about what it is for.',
      when: { field: 'pupils', atLeast: 20 },
    },
  ],
  measures: [
    { id: 'by-subject', kind: 'distribution', title: 'Clubs by subject', field: 'subject' },
    { id: 'mean-pupils', kind: 'mean', title: 'Pupils in a usual week', field: 'pupils', by: ['subject'] },
  ],
};
