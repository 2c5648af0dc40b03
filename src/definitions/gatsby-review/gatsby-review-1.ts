import type { Instrument } from '#core/instrument/instrument.ts';
import { benchmarkGroups } from './benchmark.ts';
import { benchmarks2014 } from './benchmarks-2014.ts';
import { evidence, leadAndTerm, nextAction, standing } from './gatsby-fields.ts';
import { gatsbyMeasures, gatsbyRules } from './gatsby-rules.ts';

/** A review against the eight Gatsby Benchmarks as published in 2014: first version, in use until August 2025. */
export const gatsbyReview1: Instrument = {
  id: 'gatsby-review',
  version: 1,
  title: 'Gatsby Benchmarks review',
  sheetTitle: 'Gatsby Benchmarks',
  purpose:
    'Find where your school stands on the eight Gatsby Benchmarks, and what to do next. For each benchmark choose the description that fits your school now, and come back whenever something has changed.',
  owner: 'school',
  traits: [{ kind: 'levelled-statements', field: 'status' }],
  rows: {
    kind: 'fixed',
    noun: { one: 'benchmark', many: 'benchmarks' },
    groups: benchmarkGroups,
    items: benchmarks2014,
  },
  fields: [
    standing({
      code: 'not',
      label: 'Not achieved',
      accepts: ['1', 'Not yet', 'Not yet achieved', 'No', 'N'],
      value: 1,
    }),
    {
      id: 'compass',
      label: 'Compass score (%)',
      help: 'Your latest result in Compass for this benchmark, a whole number from 0 to 100. You may leave this blank.',
      kind: 'integer',
      width: 12,
    },
    evidence,
    nextAction('action'),
    ...leadAndTerm,
  ],
  rules: [
    ...gatsbyRules('action'),
    {
      kind: 'number',
      id: 'compass-number',
      field: 'compass',
      severity: 'error',
      min: 0,
      max: 100,
      whole: true,
      message:
        'A Compass score is a whole number from 0 to 100, without a per cent sign. Please correct or clear it.',
    },
  ],
  measures: gatsbyMeasures,
};
