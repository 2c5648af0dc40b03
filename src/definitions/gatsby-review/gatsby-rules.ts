import type { FieldId } from '#core/ids.ts';
import type { Measure, Rule } from '#core/instrument/instrument.ts';

/** The rules that both versions have; `action` is the id of the next action. */
export const gatsbyRules = (action: FieldId): readonly Rule[] => [
  {
    kind: 'required',
    id: 'status-missing',
    field: 'status',
    severity: 'error',
    message:
      'You have written something for this benchmark but not said where you stand. Please choose the description that fits.',
  },
  {
    kind: 'one-of',
    id: 'status-unknown',
    field: 'status',
    severity: 'error',
    message: 'This is not one of the answers for a benchmark. Please choose one from the list.',
  },
  {
    kind: 'required',
    id: 'evidence-missing',
    field: 'evidence',
    severity: 'error',
    when: { field: 'status', code: ['achieved'] },
    message:
      'An achieved benchmark needs evidence. Please write what happens, for which year groups and when, or choose a lower level.',
  },
  {
    kind: 'length',
    id: 'evidence-thin',
    field: 'evidence',
    severity: 'warning',
    min: 20,
    when: { field: 'status', code: ['achieved'] },
    message:
      'This evidence is very short for an achieved benchmark. Please say what happens, for which year groups and when, or explain why this is enough.',
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
    id: 'next-action-advised',
    field: action,
    severity: 'advice',
    // With a lead or a term already there, `next-action-missing` says it.
    when: {
      all: [
        { field: 'status', atMost: 2 },
        { field: 'lead', is: 'blank' },
        { field: 'target-term', is: 'blank' },
      ],
    },
    message: 'There is room to grow here. If you can, write one next action, with a lead and a target term.',
  },
  {
    kind: 'required',
    id: 'next-action-missing',
    field: action,
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
    when: { field: action, is: 'filled' },
    message: 'Your next action needs a lead. Please write who will see to it.',
  },
  {
    kind: 'required',
    id: 'target-term-missing',
    field: 'target-term',
    severity: 'error',
    when: { field: action, is: 'filled' },
    message: 'Your next action needs a target term. Please choose the term by which it will be done.',
  },
  {
    kind: 'one-of',
    id: 'target-term-unknown',
    field: 'target-term',
    severity: 'error',
    message: 'This is not one of the terms on offer. Please choose one from the list.',
  },
];

export const gatsbyMeasures: readonly Measure[] = [
  { kind: 'distribution', id: 'standing', title: 'Benchmarks by where the school stands', field: 'status' },
  { kind: 'count', id: 'achieved', title: 'Benchmarks achieved', field: 'status', codes: ['achieved'] },
  {
    kind: 'share',
    id: 'achieved-share',
    title: 'Share of benchmarks achieved',
    field: 'status',
    codes: ['achieved'],
    by: ['#group'],
  },
];
