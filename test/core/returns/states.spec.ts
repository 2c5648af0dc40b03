import {
  isReturned,
  needsReason,
  nextState,
  returnStates,
  takesTheSame,
  turnIn,
  type Move,
  type Mover,
  type ReturnState,
} from '#core/returns/states.ts';

const moves: readonly Move[] = ['start', 'submit', 'ask', 'settle', 'settle-last', 'accept', 'reopen', 'withdraw'];
const movers: readonly Mover[] = ['owner', 'mentor', 'project-team'];

/** Every move that somebody may make, once more and from the other side: by move, the states it leads from and to. */
const allowed: readonly (readonly [Move, Mover, Partial<Record<ReturnState, ReturnState>>])[] = [
  ['start', 'owner', { 'not-started': 'in-progress' }],
  [
    'submit',
    'owner',
    {
      'not-started': 'submitted',
      'in-progress': 'submitted',
      submitted: 'submitted',
      questioned: 'submitted',
      accepted: 'submitted',
      reopened: 'submitted',
      withdrawn: 'submitted',
    },
  ],
  ['withdraw', 'owner', { submitted: 'withdrawn', questioned: 'withdrawn', reopened: 'withdrawn' }],
  ...(['mentor', 'project-team'] as const).flatMap((by) => [
    [
      'ask',
      by,
      { submitted: 'questioned', questioned: 'questioned', accepted: 'questioned', reopened: 'questioned' },
    ] as const,
    [
      'settle',
      by,
      {
        submitted: 'submitted',
        questioned: 'questioned',
        accepted: 'accepted',
        reopened: 'reopened',
        withdrawn: 'withdrawn',
      },
    ] as const,
    [
      'settle-last',
      by,
      {
        submitted: 'submitted',
        questioned: 'submitted',
        accepted: 'accepted',
        reopened: 'reopened',
        withdrawn: 'withdrawn',
      },
    ] as const,
  ]),
  ['accept', 'mentor', { submitted: 'accepted', questioned: 'accepted' }],
  ['accept', 'project-team', { submitted: 'accepted', questioned: 'accepted', reopened: 'accepted' }],
  ['reopen', 'project-team', { accepted: 'reopened' }],
  [
    'withdraw',
    'project-team',
    { submitted: 'withdrawn', questioned: 'withdrawn', accepted: 'withdrawn', reopened: 'withdrawn' },
  ],
];

test.each(moves.flatMap((move) => movers.map((by) => [by, move] as const)))(
  '%s may %s from these states and no others',
  (by, move) => {
    const expected = allowed.find(([what, who]) => what === move && who === by)?.[2] ?? {};
    for (const from of returnStates) expect([from, nextState(from, move, by)]).toEqual([from, expected[from]]);
  },
);

test('the same may be submitted again where it was taken back, or asked for again, and nowhere else', () => {
  expect(returnStates.filter(takesTheSame)).toEqual(['reopened', 'withdrawn']);
  for (const state of returnStates.filter(takesTheSame)) expect(turnIn(state)).toBe('school');
});

test('nothing can be asked of, settled in, accepted, reopened or withdrawn from a return that was never submitted', () => {
  for (const by of movers) {
    for (const from of ['not-started', 'in-progress'] as const) {
      for (const move of moves.filter((one) => one !== 'submit' && one !== 'start'))
        expect(nextState(from, move, by)).toBeUndefined();
    }
  }
});

test('a return waits for the school until it is submitted, for the mentor until she has read it, then for nobody', () => {
  expect(returnStates.filter((state) => turnIn(state) === 'mentor')).toEqual(['submitted']);
  expect(returnStates.filter((state) => turnIn(state) === 'nobody')).toEqual(['accepted']);
});

test('a return counts as returned from its first submission until it is withdrawn', () => {
  expect(returnStates.filter((state) => !isReturned(state))).toEqual(['not-started', 'in-progress', 'withdrawn']);
});

test('who takes back what others rely on says why', () => {
  expect(moves.filter(needsReason)).toEqual(['reopen', 'withdraw']);
});
