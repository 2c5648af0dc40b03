import { useCallback } from 'react';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useLoaded, type Loaded } from '../../state/use-loaded.ts';

/** A mentor to whom schools can be given. */
export interface MentorChoice {
  readonly owner: string;
  readonly name: string;
}

/** The mentors who take part, by name. */
export const useMentors = (): Loaded<readonly MentorChoice[]> => {
  const { desk } = usePane();
  return useLoaded(
    useCallback(async () => {
      const people = fromApi(await desk.api.programme.people());
      if (!people.ok) return people;
      const mentors = people.value.flatMap(({ role, owner, name, ended }) =>
        role === 'mentor' && owner !== undefined && ended === undefined ? [{ owner, name }] : [],
      );
      return ok(mentors.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')));
    }, [desk]),
  );
};
