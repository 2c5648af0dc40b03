import type { Instrument } from '#core/instrument/instrument.ts';
import { surveyFields, surveyOnceFields } from './survey-fields.ts';
import { surveyDerived, surveyMeasures } from './survey-measures.ts';
import { surveyRules } from './survey-rules.ts';

/** The pupil attitude survey of the STEM Careers Awareness Timeline pilot, Years 7 and 9, first version. */
export const attitudeSurvey: Instrument = {
  id: 'attitude-survey',
  version: 1,
  title: 'Pupil attitude survey',
  sheetTitle: 'Attitude survey',
  purpose:
    'Learn what pupils of Years 7 and 9 think about STEM subjects and careers. Each row holds the answers of one pupil. Please enter nothing that could tell who a pupil is: no names, no pupil numbers, no dates of birth.',
  owner: 'school',
  traits: [{ kind: 'pupil-rows' }],
  rows: { kind: 'open', noun: { one: 'pupil', many: 'pupils' }, expected: 150 },
  once: surveyOnceFields,
  fields: surveyFields,
  derived: surveyDerived,
  rules: surveyRules,
  measures: surveyMeasures,
};
