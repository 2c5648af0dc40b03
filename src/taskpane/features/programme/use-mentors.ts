import { useCallback } from 'react';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useLoaded, type Loaded } from '../../state/use-loaded.ts';

/** A mentor to whom schools can be given. */
export interface MentorChoice {
  readonly owner: string;
  readonly name: string;
  /** URNs of the schools that she looks after. */
  readonly schools: ReadonlySet<string>;
}

/** All who look after a school, by name: there may be more than one. */
export const mentorsOf = (mentors: readonly MentorChoice[], urn: string): readonly MentorChoice[] =>
  mentors.filter(({ schools }) => schools.has(urn));

/** The mentors who take part, by name. */
export const useMentors = (): Loaded<readonly MentorChoice[]> => {
  const { desk } = usePane();
  return useLoaded(
    useCallback(async () => {
      const people = fromApi(await desk.api.programme.people());
      if (!people.ok) return people;
      const mentors = people.value.flatMap(({ role, owner, name, ended, schools = [] }) =>
        role === 'mentor' && owner !== undefined && ended === undefined
          ? [{ owner, name, schools: new Set(schools.map((school) => school.owner)) }]
          : [],
      );
      return ok(mentors.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')));
    }, [desk]),
  );
};
