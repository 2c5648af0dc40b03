import { nextState, type Move, type Mover, type ReturnState } from './states.ts';

/** How far a return is: its state, its revisions, and which of them counts. */
export interface ReturnHead {
  readonly state: ReturnState;
  /** Number of the latest revision; 0 when nothing was submitted. */
  readonly latest: number;
  /** Number of the revision that counts; absent when none does. */
  readonly accepted: number | undefined;
  /** It was reopened since it was last accepted: it may be submitted although the round has closed. */
  readonly reopened: boolean;
}

/** A return before its first move. */
export const untouched: ReturnHead = { state: 'not-started', latest: 0, accepted: undefined, reopened: false };

/**
 * How a return stands after a move; `undefined` when the table of states does not allow it to this person.
 *
 * | move       | what counts afterwards                                   |
 * |------------|----------------------------------------------------------|
 * | accept     | the latest revision                                      |
 * | withdraw   | nothing, until it is submitted and accepted again        |
 * | any other  | what counted before: a new revision only once accepted   |
 */
export const headAfter = (before: ReturnHead, move: Move, by: Mover): ReturnHead | undefined => {
  const state = nextState(before.state, move, by);
  if (state === undefined) return undefined;
  switch (move) {
    case 'submit':
      return { ...before, state, latest: before.latest + 1 };
    case 'accept':
      return { ...before, state, accepted: before.latest, reopened: false };
    case 'reopen':
      return { ...before, state, reopened: true };
    case 'withdraw':
      return { ...before, state, accepted: undefined };
    case 'start':
    case 'ask':
    case 'settle':
    case 'settle-last':
      return { ...before, state };
  }
};
