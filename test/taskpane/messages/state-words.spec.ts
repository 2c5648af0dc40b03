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
};
const line = (state: WireState): WireReturnLine => ({
  round: round.id,
  owner: '999001',
  ownerName: 'Ash Lane School',
  state,
  revision: state === 'not-started' ? 0 : 2,
  openQuestions: state === 'questioned' ? 1 : 0,
  turn: 'school',
});
const states: readonly WireState[] = ['not-started', 'submitted', 'questioned', 'accepted'];

describe('how far a return is', () => {
  test('a school reads Not started, Submitted, Your mentor has a question, Accepted', () => {
    expect(states.map((state) => stateWords(line(state), false, 'school'))).toEqual([
      'Not started',
      'Submitted',
      'Your mentor has a question',
      'Accepted',
    ]);
  });

  test('a return whose sheet is in the workbook is in progress for its school, and for nobody else', () => {
    expect(stateWords(line('not-started'), true, 'school')).toBe('In progress');
    expect(stateWords(line('not-started'), true, 'mentor')).toBe('Not started');
  });

  test.each(states)('a school is told what to do next with a return that is %s', (state) => {
    expect(nextForOwner(line(state), round, false)).toMatch(/\.$/);
  });

  test.each(states)('a mentor is told what happens next with a return that is %s', (state) => {
    expect(nextForReader(line(state), 'mentor')).toMatch(/\.$/);
  });

  test('a closed round asks for nothing more', () => {
    expect(nextForOwner(line('submitted'), { ...round, open: false }, true)).toBe('This round is closed.');
  });
});

describe('until when a round is open', () => {
  test.each([
    ['open with an end', round, 'Open until 31 July 2009'],
    ['open without an end', { open: true, opens: round.opens }, 'Open, without a closing date'],
    ['closed', { ...round, open: false }, 'Closed since 1 August 2009'],
    ['not open yet', { ...round, open: false, opens: '2010-09-01T00:00:00Z' }, 'Opens on 1 September 2010'],
  ])('%s', (_name, one, words) => expect(deadlineWords(one, '2009-12-01T00:00:00Z')).toBe(words));
});
