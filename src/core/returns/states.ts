/**
 * The states of a return and the moves between them, in one table and nowhere else. The owner submits from every state;
 * settling the last question of a questioned return makes it submitted, any other settling leaves the state.
 *
 * | state       | turn    | start (owner) | ask (reviewers) | accept (reviewers) | reopen (project team) | withdraw                  |
 * |-------------|---------|---------------|-----------------|--------------------|-----------------------|---------------------------|
 * | not-started | school  | in-progress   |                 |                    |                       |                           |
 * | in-progress | school  |               |                 |                    |                       |                           |
 * | submitted   | mentor  |               | questioned      | accepted           |                       | owner, project team       |
 * | questioned  | school  |               | questioned      | accepted           |                       | owner, project team       |
 * | accepted    | nobody  |               | questioned      |                    | reopened              | project team              |
 * | reopened    | school  |               | questioned      | by project team    |                       | owner, project team       |
 * | withdrawn   | school  |               |                 |                    |                       |                           |
 *
 * What of a return counts is told in `return-head.ts`.
 */
export type ReturnState =
  'not-started' | 'in-progress' | 'submitted' | 'questioned' | 'accepted' | 'reopened' | 'withdrawn';
export type Move = 'start' | 'submit' | 'ask' | 'settle-last' | 'settle' | 'accept' | 'reopen' | 'withdraw';
export type Mover = 'owner' | 'mentor' | 'project-team';
export type Turn = 'school' | 'mentor' | 'nobody';

interface StateLine {
  readonly turn: Turn;
  /** Something was submitted, and was not taken back. */
  readonly returned: boolean;
  /** What was submitted last may be submitted again as it stands; see `takesTheSame`. */
  readonly takesTheSame?: true;
  readonly moves: Readonly<Partial<Record<Move, { readonly by: readonly Mover[]; readonly to: ReturnState }>>>;
}

const owner: readonly Mover[] = ['owner'];
const team: readonly Mover[] = ['project-team'];
const reviewers: readonly Mover[] = ['mentor', 'project-team'];
const ownerOrTeam: readonly Mover[] = ['owner', 'project-team'];

const submit = { by: owner, to: 'submitted' } as const;
const ask = { by: reviewers, to: 'questioned' } as const;
const accept = { by: reviewers, to: 'accepted' } as const;
const withdraw = { by: ownerOrTeam, to: 'withdrawn' } as const;
/** A question that is settled while the return waits for something else leaves it there. */
const settleIn = (to: ReturnState) => ({ settle: { by: reviewers, to }, 'settle-last': { by: reviewers, to } });

const table: Readonly<Record<ReturnState, StateLine>> = {
  'not-started': { turn: 'school', returned: false, moves: { start: { by: owner, to: 'in-progress' }, submit } },
  'in-progress': { turn: 'school', returned: false, moves: { submit } },
  submitted: {
    turn: 'mentor',
    returned: true,
    moves: { submit, ask, ...settleIn('submitted'), accept, withdraw },
  },
  questioned: {
    turn: 'school',
    returned: true,
    moves: {
      submit,
      ask,
      ...settleIn('questioned'),
      'settle-last': { by: reviewers, to: 'submitted' },
      accept,
      withdraw,
    },
  },
  accepted: {
    turn: 'nobody',
    returned: true,
    moves: {
      submit,
      ask,
      ...settleIn('accepted'),
      reopen: { by: team, to: 'reopened' },
      withdraw: { by: team, to: 'withdrawn' },
    },
  },
  reopened: {
    turn: 'school',
    returned: true,
    takesTheSame: true,
    moves: { submit, ask, ...settleIn('reopened'), accept: { by: team, to: 'accepted' }, withdraw },
  },
  withdrawn: {
    turn: 'school',
    returned: false,
    takesTheSame: true,
    moves: { submit, ...settleIn('withdrawn') },
  },
};

/** All states, in the order of a return's life. */
export const returnStates = Object.keys(table) as readonly ReturnState[];

/** The state after a move, or `undefined` when the table does not allow it to this person. */
export const nextState = (from: ReturnState, move: Move, by: Mover): ReturnState | undefined => {
  const line = table[from].moves[move];
  return line?.by.includes(by) === true ? line.to : undefined;
};

/** Whose turn it is. */
export const turnIn = (state: ReturnState): Turn => table[state].turn;

/** Whether an owner in this state has returned something that still stands. */
export const isReturned = (state: ReturnState): boolean => table[state].returned;

/**
 * Whether the owner may submit what she submitted last as it stands, because it was taken back or she was asked for it
 * again: after a look at it, an unchanged return is an answer. Everywhere else it would say nothing new.
 */
export const takesTheSame = (state: ReturnState): boolean => table[state].takesTheSame === true;

/** Whether a person must say why she makes this move. */
export const needsReason = (move: Move): boolean => move === 'reopen' || move === 'withdraw';
