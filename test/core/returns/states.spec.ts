import { nextState, turnIn, type Move, type Mover, type ReturnState } from '#core/returns/states.ts';

const states: readonly ReturnState[] = ['not-started', 'submitted', 'questioned', 'accepted'];
const moves: readonly Move[] = ['submit', 'ask', 'settle', 'settle-last', 'accept'];
const movers: readonly Mover[] = ['owner', 'mentor', 'project-team'];

test('an owner may submit in every state, also after acceptance, and do nothing else', () => {
  for (const from of states) {
    expect(nextState(from, 'submit', 'owner')).toBe('submitted');
    for (const move of moves.filter((m) => m !== 'submit')) expect(nextState(from, move, 'owner')).toBeUndefined();
  }
});

test('nobody but the owner submits', () => {
  for (const from of states) {
    expect(nextState(from, 'submit', 'mentor')).toBeUndefined();
    expect(nextState(from, 'submit', 'project-team')).toBeUndefined();
  }
});

test('nothing can be asked of, settled in or accepted from a return that was never submitted', () => {
  for (const by of movers) {
    for (const move of moves.filter((m) => m !== 'submit'))
      expect(nextState('not-started', move, by)).toBeUndefined();
  }
});

test('mentor and project team may make the same moves', () => {
  for (const from of states) {
    for (const move of moves) expect(nextState(from, move, 'mentor')).toBe(nextState(from, move, 'project-team'));
  }
});

test('a question makes it the school’s turn; settling the last one makes it the mentor’s', () => {
  expect(turnIn(nextState('submitted', 'ask', 'mentor')!)).toBe('school');
  expect(turnIn(nextState('questioned', 'settle', 'mentor')!)).toBe('school');
  expect(turnIn(nextState('questioned', 'settle-last', 'mentor')!)).toBe('mentor');
  expect(turnIn(nextState('submitted', 'accept', 'mentor')!)).toBe('nobody');
});
