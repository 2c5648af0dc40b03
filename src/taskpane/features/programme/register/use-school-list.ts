import { useCallback, useDeferredValue, useEffect, useRef } from 'react';
import { fromApi } from '#flows/flow-result.ts';
import type { RegisterAnswer, RegisterQuery, WireSchool } from '#wire/register.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useDraft, type Draft } from '../../../state/use-draft.ts';
import { useLoaded, type Loaded } from '../../../state/use-loaded.ts';

/** Schools a page: the most that the endpoint gives. */
const limit = '200';

/** Which schools are shown, by the word that the choice is known by. */
export type Shown = 'all' | 'enlisted' | 'no-mentor' | 'others' | 'closed';

const shown: Readonly<Record<Shown, RegisterQuery>> = {
  all: {},
  enlisted: { enlisted: 'yes' },
  'no-mentor': { enlisted: 'yes', mentor: 'none' },
  others: { enlisted: 'no' },
  closed: { status: 'closed' },
};

export interface SchoolListAtHand {
  readonly find: Draft;
  /** A `Shown`. */
  readonly show: Draft;
  /** The schools that were asked for, as far as they have been fetched; `next` while there are more. */
  readonly loaded: Loaded<RegisterAnswer>;
  /** Fetches the page that follows, if there is one and none is on its way. */
  more(): void;
  /** Shows a school as an act left it, where it stands. */
  replace(school: WireSchool): void;
}

/**
 * The schools of the register that a search finds; further pages as she comes near the end of what is there. When
 * `imports` goes up they are fetched anew.
 */
export const useSchoolList = (imports: number): SchoolListAtHand => {
  const { desk } = usePane();
  const find = useDraft('schools find');
  const show = useDraft('schools show', 'all');
  const search = useDeferredValue(find.text.trim());
  const which = show.text as Shown;
  const page = useCallback(
    async (after?: string) => {
      // Whenever a list came in, what was fetched is another.
      void imports;
      return desk.api.programme.schools({
        ...shown[which],
        ...(search === '' ? {} : { search }),
        ...(after === undefined ? {} : { after }),
        limit,
      });
    },
    [desk, which, search, imports],
  );
  const loaded = useLoaded<RegisterAnswer>(useCallback(async () => fromApi(await page()), [page]));
  const current = useRef(loaded);
  current.current = loaded;
  const fetching = useRef(false);
  useEffect(() => {
    fetching.current = false;
  }, [page]);
  const more = useCallback(() => {
    const { value, put, busy } = current.current;
    if (value?.next === undefined || busy || fetching.current) return;
    fetching.current = true;
    void page(value.next).then((following) => {
      fetching.current = false;
      const now = current.current.value;
      // A list that was fetched anew meanwhile goes its own way.
      if (!following.ok || !now || now.next !== value.next) return;
      put({ ...following.value, schools: [...now.schools, ...following.value.schools] });
    });
  }, [page]);
  const replace = (school: WireSchool): void => {
    const { value, put } = current.current;
    if (value) put({ ...value, schools: value.schools.map((one) => (one.urn === school.urn ? school : one)) });
  };
  return { find, show, loaded, more, replace };
};
