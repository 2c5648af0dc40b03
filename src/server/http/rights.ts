import type { OwnerId } from '#core/ids.ts';
import type { Mover } from '#core/returns/states.ts';
import type { Person } from '../store/people.ts';

/**
 * Who may do what, asked first in every handler:
 *
 * |              | see               | submit | question, settle, accept | run the programme |
 * |--------------|-------------------|--------|--------------------------|-------------------|
 * | school       | her own           | own    | –                        | –                 |
 * | mentor       | her schools', own | own    | her schools'             | –                 |
 * | project team | all, own          | own    | all, own                 | yes               |
 *
 * The project team's own are the returns of the programme: nobody else could accept them. To run the programme is to
 * consolidate, and to decide who takes part: schools, people, their codes and sessions.
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

/** As what a person asks, settles and accepts; `undefined` when she may not. */
export const reviewing = (person: Person, owner: OwnerId): Exclude<Mover, 'owner'> | undefined => {
  if (person.role === 'project-team') return 'project-team';
  return standing(person, owner) === 'mentor' ? 'mentor' : undefined;
};

/** The owners whose returns a person sees in lists; `undefined` means all. */
export const ownersSeen = (person: Person): readonly OwnerId[] | undefined =>
  person.role === 'project-team'
    ? undefined
    : [...(person.owner ? [person.owner] : []), ...person.schools.map(({ owner }) => owner)];
