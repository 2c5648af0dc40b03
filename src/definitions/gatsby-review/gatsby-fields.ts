import type { Choice, Field } from '#core/instrument/instrument.ts';

/** Where the school stands; `lowest` is how a version calls the first level. */
export const standing = (lowest: Choice): Field => ({
  id: 'status',
  label: 'Where we stand',
  help: 'Choose the description that fits your school now. If you are between two, choose the lower one.',
  kind: 'choice',
  width: 17,
  alsoCalled: ['Level', 'Achieved?'],
  choices: [
    lowest,
    {
      code: 'partly',
      label: 'Partly achieved',
      accepts: ['2', 'Partly', 'Partially', 'Partially achieved', 'P'],
      value: 2,
    },
    { code: 'achieved', label: 'Achieved', accepts: ['3', 'Fully', 'Fully achieved', 'Yes', 'A'], value: 3 },
  ],
});

export const evidence: Field = {
  id: 'evidence',
  label: 'Evidence',
  help: 'Write what shows this: what happens, for which year groups, and when. Needed once a benchmark is achieved. Please do not name pupils.',
  kind: 'text',
  width: 50,
};

/** The next action, under the id that a version gives it. */
export const nextAction = (id: string): Field => ({
  id,
  label: 'Next action',
  help: 'Write the one step that would take you further. A next action also needs a lead and a target term.',
  kind: 'text',
  width: 40,
});

export const leadAndTerm: readonly Field[] = [
  {
    id: 'lead',
    label: 'Lead',
    help: 'Write who will see to the next action: a name or a post, such as Careers leader.',
    kind: 'text',
    width: 20,
  },
  {
    id: 'target-term',
    label: 'Target term',
    help: 'Choose the term by which the next action will be done.',
    kind: 'term',
    width: 15,
  },
];
