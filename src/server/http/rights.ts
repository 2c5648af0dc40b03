import type { OwnerId } from '#core/ids.ts';
import { nextState, returnStates, type Move, type Mover } from '#core/returns/states.ts';
import type { Person } from '../store/people.ts';

/**
 * Who may do what, asked first in every handler; in which state of a return she may, the table of states says:
 *
 * |              | see, remark       | start, submit | withdraw | question, settle, accept | reopen | chase        | run the programme |
 * |--------------|-------------------|---------------|----------|--------------------------|--------|--------------|-------------------|
 * | school       | her own           | own           | own      | –                        | –      | –            | –                 |
 * | mentor       | her schools', own | own           | own      | her schools'             | –      | her schools' | –                 |
 * | project team | all, own          | own           | all      | all, own                 | all    | all          | yes               |
 *
 * The project team's own are the returns of the programme: nobody else could accept them. To run the programme is to
 * consolidate, to open rounds, and to decide who takes part: schools, people, their codes and sessions.
 */
export const mayRun = (person: Person): boolean => person.role === 'project-team';

/** As what a person stands before a return; `undefined` when it is none of her business. */
export const standing = (person: Person, owner: OwnerId): Mover | undefined => {
  if (person.owner === owner) return 'owner';
  if (person.role === 'project-team') return 'project-team';
  return person.role === 'mentor' && person.schools.some((school) => school.owner === owner) ? 'mentor' : undefined;
};

export const maySee = (person: Person, owner: OwnerId): boolean => standing(person, owner) !== undefined;

export const maySubmit = (person: Person, owner: OwnerId): boolean => standing(person, owner) === 'owner';

/** Whether all that is held about an owner is hers to take out: its own, and the project team's. A mentor's it is not. */
export const mayTakeOut = (person: Person, owner: OwnerId): boolean => mayRun(person) || maySubmit(person, owner);

/** As what a person asks, settles and accepts; `undefined` when she may not. */
export const reviewing = (person: Person, owner: OwnerId): Exclude<Mover, 'owner'> | undefined => {
  if (person.role === 'project-team') return 'project-team';
  return standing(person, owner) === 'mentor' ? 'mentor' : undefined;
};

/** Whether there are returns that she reviews, and waits for. */
export const mayReviewAny = ({ role }: Person): boolean => role !== 'school';

/** As what the table of states lets a person make such a move, in one state or another; `undefined` when it never does. */
export const movingAs = (person: Person, owner: OwnerId, move: Move): Mover | undefined =>
  [reviewing(person, owner), standing(person, owner)].find(
    (as) => as !== undefined && returnStates.some((state) => nextState(state, move, as) !== undefined),
  );

/** The owners whose returns a person sees in lists; `undefined` means all. */
export const ownersSeen = (person: Person): readonly OwnerId[] | undefined =>
  person.role === 'project-team'
    ? undefined
    : [...(person.owner ? [person.owner] : []), ...person.schools.map(({ owner }) => owner)];
