import { returnStates } from '#core/returns/states.ts';
import type { WireReturnLine, WireRound, WireState } from '#wire/shapes.ts';
import { deadlineWords, nextForReader, nextForOwner, stateWords } from '#taskpane/messages/state-words.ts';

const round: WireRound = {
  id: 'SG-200809',
  title: 'School gardens 2008/09',
  instrument: 'school-gardens@1',
  academicYear: '200809',
  opens: '2008-09-01T00:00:00Z',
  closes: '2009-07-31T23:00:00Z',
  open: true,
  late: false,
  detail: 'pupil',
  yearGroups: [],
};
const line = (state: WireState): WireReturnLine => ({
  round: round.id,
  owner: '999001',
  ownerName: 'Ash Lane School',
  state,
  revision: state === 'not-started' ? 0 : 2,
  openQuestions: state === 'questioned' ? 1 : 0,
  reopened: state === 'reopened',
  turn: 'school',
});
const states: readonly WireState[] = returnStates;
const now = '2009-06-01T12:00:00Z';

describe('how far a return is', () => {
  test('a school reads the word for it', () => {
    expect(states.map((state) => stateWords(line(state), false, 'school'))).toEqual([
      'Not started',
      'In progress',
      'Submitted',
      'Your mentor has a question',
      'Accepted',
      'Reopened',
      'Withdrawn',
    ]);
  });

  test('a return whose sheet is in the workbook is in progress for its school, and for nobody else', () => {
    expect(stateWords(line('not-started'), true, 'school')).toBe('In progress');
    expect(stateWords(line('not-started'), true, 'mentor')).toBe('Not started');
  });

  test.each(states)('a school is told what to do next with a return that is %s', (state) => {
    expect(nextForOwner(line(state), round, false, now)).toMatch(/\.$/);
  });

  test.each(states)('a mentor is told what happens next with a return that is %s', (state) => {
    expect(nextForReader(line(state), 'mentor')).toMatch(/\.$/);
  });

  test('a closed round asks for nothing more', () => {
    expect(nextForOwner(line('submitted'), { ...round, open: false }, true, now)).toBe('This round is closed.');
  });

  test('a closed round that takes late returns says so, and one that was reopened is still asked for', () => {
    const closed = { ...round, open: false };
    expect(nextForOwner(line('submitted'), { ...closed, late: true }, true, now)).toMatch(/late returns: say why/);
    expect(nextForOwner(line('reopened'), closed, true, now)).toMatch(/submit again\.$/);
  });
});

describe('until when a round is open', () => {
  test.each([
    ['open with an end', round, 'Open until 31 July 2009'],
    ['open without an end', { open: true, opens: round.opens, late: false }, 'Open, without a closing date'],
    ['closed', { ...round, open: false }, 'Closed since 1 August 2009'],
    [
      'closed, late taken',
      { ...round, open: false, late: true },
      'Closed since 1 August 2009; late returns are taken',
    ],
    ['not open yet', { ...round, open: false, opens: '2010-09-01T00:00:00Z' }, 'Opens on 1 September 2010'],
  ])('%s', (_name, one, words) => expect(deadlineWords(one, '2009-12-01T00:00:00Z')).toBe(words));
});
