import { asAtFault, noFiguresThen, nothingThen } from '#taskpane/messages/as-at-words.ts';

const now = '2009-06-30T23:30:00Z';

test.each([
  ['', undefined],
  ['2009-06-29', undefined],
  // It is the 1st of July in London by now.
  ['2009-06-30', undefined],
  ['2009-07-01', 'That day is not over yet. Choose 30 June 2009 or an earlier one.'],
  ['20090-01-01', 'That day is not over yet. Choose 30 June 2009 or an earlier one.'],
])('the day “%s” to look back to: %s', (day, fault) => {
  expect(asAtFault(day, now)).toBe(fault);
});

// Its first day begins at midnight in London.
const round = { opens: '2009-03-31T23:00:00Z' };
const notOpen = 'The round had not opened yet: its first day is 1 April 2009.';
test.each([
  ['the day before it opened', '2009-03-31', { enlisted: 8, begun: false }, notOpen],
  ['its first day', '2009-04-01', { enlisted: 8, begun: false }, undefined],
  [
    'the day before it opened, when somebody had begun all the same',
    '2009-03-31',
    { enlisted: 8, begun: true },
    undefined,
  ],
  ['a day on which nobody was enlisted', '2009-04-01', { enlisted: 0, begun: false }, 'Nobody was enlisted then.'],
  ['a day before everything', '2001-01-01', { enlisted: 0, begun: false }, notOpen],
])('of a round there is on %s: %s %j → %s', (_what, day, then, title) => {
  expect(nothingThen(round, day, then)?.title).toBe(title);
});

test.each([
  ['the day before it opened', '2009-03-31', notOpen],
  ['its first day', '2009-04-01', 'Nothing was accepted then.'],
])('of a round there are no figures on %s: %s → %s', (_what, day, title) => {
  expect(noFiguresThen(round, day).title).toBe(title);
});
