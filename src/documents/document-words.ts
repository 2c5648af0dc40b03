import type { Instrument } from '#core/instrument/instrument.ts';

type Told = Pick<Instrument, 'title' | 'rows' | 'traits'>;

/** The fixed words of printed documents, all in one place; everything else comes from the instrument. */
export const documentWords = {
  questionnaire: {
    aboutPupils:
      'Please do not write your name. Nobody will be told what you answered. There are no right or wrong answers, and you may leave out any question.',
    howTo: 'Tick one box for each question, unless it says otherwise.',
    pick: (most: number | undefined): string => {
      if (most === 1) return 'Tick one box.';
      return most === undefined ? 'Tick all that fit.' : `Tick up to ${most} boxes.`;
    },
    codes: 'The small codes beside the boxes are for typing your answers into the computer.',
    thanks: 'Thank you!',
  },
  form: {
    title: ({ title }: Told) => `${title}: text for an online form`,
    howTo: [
      'Make a new form in Microsoft Forms or Google Forms and copy each question with its answers into it, exactly as they stand here. In Microsoft Forms, Quick import can read this document.',
      'Switch off the collecting of names and e-mail addresses, so that nobody can be told who answered what.',
      'When the answers are in, download them as a spreadsheet or CSV file and choose “Paste … from a form or another sheet” in the add-in: every column is recognised by its question.',
    ],
    one: 'One answer',
    several: (most: number | undefined): string =>
      most === undefined ? 'Several answers allowed' : `Several answers allowed, at most ${most}`,
    written: 'Short answer',
  },
  note: {
    title: ({ title }: Told) => `${title}: a note for pupils and parents`,
    what: 'What is this?',
    whatText: ({ title }: Told) =>
      `“${title}” asks pupils what they think, on paper or online. Their school and the programme use the answers to plan lessons, careers guidance and activities, and to see whether they help.`,
    asked: 'What is asked?',
    notAsked: 'What is not asked?',
    notAskedText:
      'No names, no dates of birth, no addresses, no e-mail addresses and no pupil numbers. The answers are not linked to any other record, and not from one year to the next.',
    who: 'Who sees the answers?',
    whoText:
      'The school’s own staff who type them in, and the programme’s team. What is published are numbers about many pupils together; numbers so small that somebody could be recognised are left out.',
    must: 'Must I take part?',
    mustText:
      'No. Taking part is voluntary, any question may be left out, and nothing happens to a pupil who does not take part. Parents who do not want their child to take part only need to tell the school before the day.',
    kept: 'How long are they kept?',
    keptText:
      'The paper forms stay at the school and are destroyed when their answers have been typed in and accepted. The programme keeps the answers without names until it has reported, and then deletes them.',
    ask: 'Questions?',
    askText: 'Please ask at the school:',
    blank: 'Name and telephone: ________________________________________',
    school: 'School: ________________________________________',
  },
} as const;
