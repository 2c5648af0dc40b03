import { exportChoices } from '#taskpane/messages/export-words.ts';

const purged = '2009-09-01T09:00:00.000Z';

test.each([
  ['with rows', { detail: 'pupil' }, ['answers', 'owners', 'totals', 'behind']],
  ['of tallies', { detail: 'tally' }, ['totals', 'behind']],
  ['that is purged', { detail: 'pupil', purged }, ['totals', 'behind']],
  ['of which only the sum stays, before', { detail: 'tally', keepTallies: 'sum' }, ['totals', 'behind']],
  ['of which only the sum stays, purged', { detail: 'pupil', purged, keepTallies: 'sum' }, ['totals']],
] as const)('of a round %s is offered what is known of it', (_what, round, tables) => {
  expect(exportChoices(round).map(({ value }) => value)).toEqual(tables);
});
