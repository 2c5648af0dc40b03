import type { Choice, Instrument } from '#core/instrument/instrument.ts';
import { selfReviewMeasures } from './self-review-measures.ts';
import { selfReviewGroups, selfReviewStatements } from './self-review-statements.ts';

const level = (value: number, name: string): Choice => ({
  code: `${value}`,
  label: `${value} ${name}`,
  accepts: [
    name,
    `level ${value}`,
    `${value}. ${name}`,
    `${value} - ${name}`,
    `${value} – ${name}`,
    `${value}: ${name}`,
  ],
  value,
});

/** The self-review framework (audit) of the STEM Careers Awareness Timeline pilot, first version. */
export const selfReview: Instrument = {
  id: 'self-review',
  version: 1,
  title: 'Self-review framework',
  sheetTitle: 'Self-review',
  purpose:
    'Find where your school stands with STEM careers awareness, and what to do next. For each statement choose the level whose description fits your school now, and come back whenever something has changed.',
  owner: 'school',
  traits: [{ kind: 'levelled-statements', field: 'level' }],
  rows: {
    kind: 'fixed',
    noun: { one: 'statement', many: 'statements' },
    groups: selfReviewGroups,
    items: selfReviewStatements,
  },
  fields: [
    {
      id: 'level',
      label: 'Level',
      help: 'Choose the level whose description fits your school now. If you are between two, choose the lower one.',
      kind: 'choice',
      width: 15,
      choices: [
        level(1, 'Not yet'),
        level(2, 'Starting'),
        level(3, 'Established'),
        level(4, 'Embedded'),
        {
          code: 'na',
          label: 'Not applicable',
          accepts: ['n/a', 'n.a.', 'does not apply'],
          // Schools with engineering as their specialism teach it anyway.
          rows: ['A4'],
        },
      ],
    },
    {
      id: 'evidence',
      label: 'Evidence',
      help: 'Write what shows that this level fits: what happens, who does it, and when. Needed from level 3. Please do not name pupils.',
      kind: 'text',
      width: 50,
    },
    {
      id: 'next-action',
      label: 'Next action',
      help: 'Write the one step that would take you further. A next action also needs a lead and a target term.',
      kind: 'text',
      width: 40,
    },
    {
      id: 'lead',
      label: 'Lead',
      help: 'Write who will see to the next action: a name or a post, such as Head of science.',
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
    {
      id: 'confidence',
      label: 'Confidence',
      help: 'Choose how sure you are of the level: low, medium or high. You may leave this blank.',
      kind: 'choice',
      width: 12,
      choices: [
        { code: 'low', label: 'Low', accepts: ['not sure', 'l'] },
        { code: 'medium', label: 'Medium', accepts: ['fairly sure', 'med', 'm'] },
        { code: 'high', label: 'High', accepts: ['very sure', 'h'] },
      ],
    },
  ],
  rules: [
    {
      kind: 'required',
      id: 'level-missing',
      field: 'level',
      severity: 'error',
      when: { row: 'started' },
      message:
        'You have written something for this statement but not chosen a level. Please choose the one that fits.',
    },
    {
      kind: 'one-of',
      id: 'level-unknown',
      field: 'level',
      severity: 'error',
      message:
        'This is not one of the levels for this statement. Please choose one from the list, or type a number from 1 to 4.',
    },
    {
      kind: 'required',
      id: 'evidence-missing',
      field: 'evidence',
      severity: 'error',
      when: { field: 'level', atLeast: 3 },
      message:
        'Levels 3 and 4 need evidence. Please write what happens at your school, who does it and when, or choose a lower level.',
    },
    {
      kind: 'length',
      id: 'evidence-thin',
      field: 'evidence',
      severity: 'warning',
      min: 20,
      when: { field: 'level', atLeast: 3 },
      message:
        'This evidence is very short for level 3 or 4. Please say what happens, who does it and when, or explain why this is enough.',
    },
    {
      kind: 'length',
      id: 'evidence-long',
      field: 'evidence',
      severity: 'error',
      max: 2000,
      message: 'This evidence is longer than 2,000 characters. Please shorten it to the points that matter most.',
    },
    {
      kind: 'required',
      id: 'not-applicable-unexplained',
      field: 'evidence',
      severity: 'warning',
      when: { field: 'level', code: ['na'] },
      message: 'Please write why this statement does not apply to your school, for example your specialism.',
    },
    {
      kind: 'required',
      id: 'next-action-advised',
      field: 'next-action',
      severity: 'advice',
      // With a lead or a term already there, `next-action-missing` says it.
      when: {
        all: [
          { field: 'level', atMost: 2 },
          { field: 'lead', is: 'blank' },
          { field: 'target-term', is: 'blank' },
        ],
      },
      message: 'There is room to grow here. If you can, write one next action, with a lead and a target term.',
    },
    {
      kind: 'required',
      id: 'next-action-missing',
      field: 'next-action',
      severity: 'warning',
      when: {
        any: [
          { field: 'lead', is: 'filled' },
          { field: 'target-term', is: 'filled' },
        ],
      },
      message:
        'There is a lead or a target term here but no next action. Please write the action, or clear the other two.',
    },
    {
      kind: 'required',
      id: 'lead-missing',
      field: 'lead',
      severity: 'error',
      when: { field: 'next-action', is: 'filled' },
      message: 'Your next action needs a lead. Please write who will see to it.',
    },
    {
      kind: 'required',
      id: 'target-term-missing',
      field: 'target-term',
      severity: 'error',
      when: { field: 'next-action', is: 'filled' },
      message: 'Your next action needs a target term. Please choose the term by which it will be done.',
    },
    {
      kind: 'one-of',
      id: 'target-term-unknown',
      field: 'target-term',
      severity: 'error',
      message: 'This is not one of the terms on offer. Please choose one from the list, for example "Autumn 2009".',
    },
    {
      kind: 'one-of',
      id: 'confidence-unknown',
      field: 'confidence',
      severity: 'error',
      message: 'Please choose low, medium or high from the list, or leave this blank.',
    },
    {
      kind: 'unlikely',
      id: 'embedded-but-unsure',
      field: 'confidence',
      severity: 'warning',
      when: {
        all: [
          { field: 'level', atLeast: 4 },
          { field: 'confidence', code: ['low'] },
        ],
      },
      message:
        'Level 4 with low confidence is unusual. Please look at the level once more, or explain why you are not sure.',
    },
  ],
  measures: selfReviewMeasures,
};
