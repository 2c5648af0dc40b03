import type { Instrument } from '#core/instrument/instrument.ts';
import { benchmarkGroups } from './benchmark.ts';
import { benchmarks2025 } from './benchmarks-2025.ts';
import { evidence, leadAndTerm, nextAction, standing } from './gatsby-fields.ts';
import { gatsbyRules } from './gatsby-rules.ts';
import { gatsbyReview1 } from './gatsby-review-1.ts';

/**
 * The second version, for the benchmarks as updated for use from September 2025. Rows are called as schools call them
 * now (GB1), "Not achieved" has become "Not yet", the score of a tool is no longer asked, and the day on which a
 * benchmark was last looked at is. Levels are described anew: answers that move over are worth a second look.
 */
export const gatsbyReview2: Instrument = {
  ...gatsbyReview1,
  version: 2,
  rows: {
    kind: 'fixed',
    noun: { one: 'benchmark', many: 'benchmarks' },
    groups: benchmarkGroups,
    items: benchmarks2025,
  },
  fields: [
    standing({
      code: 'not-yet',
      label: 'Not yet',
      accepts: ['1', 'Not achieved', 'Not yet achieved', 'No', 'N'],
      value: 1,
    }),
    {
      id: 'looked-at',
      label: 'Last looked at',
      help: 'The day on which you last looked at this benchmark together, for example 14/11/2026.',
      kind: 'date',
      width: 14,
      alsoCalled: ['Date of review', 'Reviewed on'],
    },
    evidence,
    nextAction('next-action'),
    ...leadAndTerm,
  ],
  rules: [
    ...gatsbyRules('next-action'),
    {
      kind: 'date',
      id: 'looked-at-wrong',
      field: 'looked-at',
      severity: 'error',
      from: '2024-09-01',
      until: '2039-12-31',
      message: 'This is not a day that can be right. Please write day, month and year, for example 14/11/2026.',
    },
    {
      kind: 'required',
      id: 'looked-at-advised',
      field: 'looked-at',
      severity: 'advice',
      when: { field: 'status', is: 'answered' },
      message: 'If you can, write the day on which you last looked at this benchmark together.',
    },
  ],
  predecessor: {
    version: 1,
    rows: { B1: 'GB1', B2: 'GB2', B3: 'GB3', B4: 'GB4', B5: 'GB5', B6: 'GB6', B7: 'GB7', B8: 'GB8' },
    fields: { compass: null, action: 'next-action' },
    choices: { status: { not: 'not-yet' } },
  },
};
