import { ownerId, roundId, type OwnerId } from '#core/ids.ts';
import { instrumentRef, type Instrument, type Rule } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { talliedFingerprint, talliedOf } from '#core/returns/tallied.ts';
import { checkContent } from '#core/rules/check.ts';
import type { SubmitTallyRequest } from '#wire/tallies.ts';

/** An invented instrument whose rows are pupils: the year each is in, how she likes kites, and her words. */
export const kites: Instrument = {
  id: 'kite-club',
  version: 1,
  title: 'Kite club',
  sheetTitle: 'Kites',
  purpose: 'How pupils like kites.',
  owner: 'school',
  traits: [{ kind: 'pupil-rows' }],
  rows: { kind: 'open', noun: { one: 'pupil', many: 'pupils' }, expected: 10 },
  once: [{ id: 'roll', label: 'Pupils on roll', help: 'How many there are.', kind: 'integer', width: 10 }],
  fields: [
    {
      id: 'year',
      label: 'Year group',
      help: 'Which year.',
      kind: 'choice',
      width: 8,
      choices: [
        { code: '7', label: 'Year 7', accepts: ['7'] },
        { code: '9', label: 'Year 9', accepts: ['9'] },
      ],
    },
    {
      id: 'likes',
      label: 'Likes kites',
      help: 'From 1 to 3.',
      kind: 'scale',
      width: 8,
      choices: [1, 2, 3].map((value) => ({ code: String(value), label: String(value), accepts: [], value })),
    },
    { id: 'says', label: 'In their words', help: 'Anything.', kind: 'text', width: 40 },
  ],
  rules: [
    { id: 'year-known', field: 'year', severity: 'error', kind: 'one-of', message: 'Choose a year.' },
    { id: 'says-short', field: 'says', severity: 'warning', kind: 'length', min: 3, message: 'Say more.' },
  ],
  measures: [
    { kind: 'count', id: 'pupils', title: 'Pupils', by: ['year'] },
    { kind: 'mean', id: 'liking', title: 'Liking', field: 'likes', by: ['year'] },
    { kind: 'rate', id: 'rate', title: 'Returned', field: 'year', lines: [{ code: '7', outOf: 'roll' }] },
  ],
};

/** The same, asked by year group: of a pupil of another year than the round expects, and of expected years without pupils. */
export const kitesByYear: Instrument = {
  ...kites,
  rules: [
    ...kites.rules,
    {
      id: 'year-expected',
      field: 'year',
      severity: 'warning',
      kind: 'expected-year',
      message: 'Only {years} here. If it is right, say why.',
    },
    ...[7, 9].map((year): Rule => ({
      id: `year-${year}-missing`,
      field: 'roll',
      severity: 'warning',
      kind: 'expected-rows',
      year,
      rows: { field: 'year', code: [`${year}`] },
      message: `Nobody of Year ${year} is here. If it is right, say why.`,
    })),
  ],
};

/** A round of it that takes tallies only; to be opened through the API. */
export const kiteRound = roundId('KC-200809');
export const openKites = {
  id: kiteRound,
  title: 'Kites 2008/09',
  instrument: instrumentRef(kites),
  academicYear: '200809',
  opens: '2008-09-01T00:00:00.000Z',
  closes: '2009-08-01T00:00:00.000Z',
  detail: 'tally',
} as const;

/** Pupils in a year, with what one of them says. */
export const pupils = (year: string, many: number, says = 'They fly.'): ReturnContent => ({
  rows: [
    { key: 'return', values: { roll: 100 } },
    ...Array.from({ length: many }, (_, at) => ({
      key: String(at + 1),
      values: { year, likes: '2', says: at === 0 ? says : null },
    })),
  ],
  explanations: [],
});

/** The tallies of such a return, as the pane sends them; `over` spoils it on purpose. */
export const tallySubmission = (
  owner: OwnerId | string,
  key: string,
  basedOn: number,
  content: ReturnContent,
  over: Partial<SubmitTallyRequest> = {},
): SubmitTallyRequest => {
  const circumstances = { academicYear: openKites.academicYear };
  const issues = checkContent(kites, circumstances, content);
  const tallied = {
    ...talliedOf(kites, circumstances, content, issues),
    ...over.tallied,
  } as SubmitTallyRequest['tallied'];
  const print = talliedFingerprint({
    instrument: openKites.instrument,
    round: kiteRound,
    owner: ownerId(owner),
    tallied,
  });
  return { key, fingerprint: print, basedOn, addIn: 'test', ...over, tallied };
};
