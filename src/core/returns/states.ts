/**
 * The states of a return and the moves between them, in one table and nowhere else.
 *
 * | from         | move   | who                  | to                                              |
 * |--------------|--------|----------------------|-------------------------------------------------|
 * | not-started  | submit | owner                | submitted                                       |
 * | submitted    | submit | owner                | submitted (a new revision)                      |
 * | questioned   | submit | owner                | submitted                                       |
 * | accepted     | submit | owner                | submitted; the accepted revision keeps counting |
 * | submitted    | ask    | mentor, project team | questioned                                      |
 * | questioned   | ask    | mentor, project team | questioned                                      |
 * | accepted     | ask    | mentor, project team | questioned; the accepted revision keeps counting |
 * | questioned   | settle | mentor, project team | questioned, or submitted when it was the last   |
 * | submitted    | accept | mentor, project team | accepted                                        |
 * | questioned   | accept | mentor, project team | accepted                                        |
 */
export type ReturnState = 'not-started' | 'submitted' | 'questioned' | 'accepted';
export type Move = 'submit' | 'ask' | 'settle-last' | 'settle' | 'accept';
export type Mover = 'owner' | 'mentor' | 'project-team';

const reviewers: readonly Mover[] = ['mentor', 'project-team'];

const table: readonly { from: ReturnState; move: Move; by: readonly Mover[]; to: ReturnState }[] = [
  { from: 'not-started', move: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'submitted', move: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'questioned', move: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'accepted', move: 'submit', by: ['owner'], to: 'submitted' },
  { from: 'submitted', move: 'ask', by: reviewers, to: 'questioned' },
  { from: 'questioned', move: 'ask', by: reviewers, to: 'questioned' },
  { from: 'accepted', move: 'ask', by: reviewers, to: 'questioned' },
  { from: 'submitted', move: 'settle', by: reviewers, to: 'submitted' },
  { from: 'submitted', move: 'settle-last', by: reviewers, to: 'submitted' },
  { from: 'questioned', move: 'settle', by: reviewers, to: 'questioned' },
  { from: 'questioned', move: 'settle-last', by: reviewers, to: 'submitted' },
  { from: 'accepted', move: 'settle', by: reviewers, to: 'accepted' },
  { from: 'accepted', move: 'settle-last', by: reviewers, to: 'accepted' },
  { from: 'submitted', move: 'accept', by: reviewers, to: 'accepted' },
  { from: 'questioned', move: 'accept', by: reviewers, to: 'accepted' },
];

/** The state after a move, or `undefined` when the table does not allow it to this person. */
export const nextState = (from: ReturnState, move: Move, by: Mover): ReturnState | undefined =>
  table.find((line) => line.from === from && line.move === move && line.by.includes(by))?.to;

/** Whose turn it is. */
export const turnIn = (state: ReturnState): 'school' | 'mentor' | 'nobody' =>
  state === 'accepted' ? 'nobody' : state === 'submitted' ? 'mentor' : 'school';
