import { useCallback, useEffect, useRef } from 'react';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { RegisterAnswer, RegisterQuery, WireSchool } from '#wire/register.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded, type Loaded } from '../../../state/use-loaded.ts';

/** Schools a page: the most that the endpoint gives. */
const pageOf = '200';

/** The schools that were asked for, as far as they have been fetched. */
export interface SchoolPages extends Pick<RegisterAnswer, 'total'> {
  readonly schools: readonly WireSchool[];
  readonly next?: string;
}

export interface SchoolListAtHand {
  readonly loaded: Loaded<SchoolPages>;
  /** Fetches the page that follows, if there is one and none is on its way. */
  more(): void;
}

/**
 * The schools of the register that a question finds; further pages as she comes near the end of what is there. After a
 * change (`changes` goes up) as many as there were are fetched again, so that she keeps her place.
 */
export const useSchoolList = (query: Omit<RegisterQuery, 'after' | 'limit'>, changes: number): SchoolListAtHand => {
  const { desk } = usePane();
  const question = JSON.stringify(query);
  const had = useRef({ question: '', schools: 0 });
  const load = useCallback(async () => {
    void changes;
    const asked = JSON.parse(question) as typeof query;
    const wanted = had.current.question === question ? had.current.schools : 0;
    const schools: WireSchool[] = [];
    for (let after: string | undefined; ;) {
      const page = fromApi(
        await desk.api.programme.schools({ ...asked, limit: pageOf, ...(after === undefined ? {} : { after }) }),
      );
      if (!page.ok) return page;
      schools.push(...page.value.schools);
      after = page.value.next;
      if (after === undefined || schools.length >= wanted) {
        had.current = { question, schools: schools.length };
        return ok({ schools, total: page.value.total, ...(after === undefined ? {} : { next: after }) });
      }
    }
  }, [desk, question, changes]);
  const loaded = useLoaded<SchoolPages>(load);
  const fetching = useRef(false);
  const current = useRef(loaded);
  current.current = loaded;
  useEffect(() => {
    fetching.current = false;
  }, [load]);
  const more = useCallback(() => {
    const { value, put, busy } = current.current;
    if (value?.next === undefined || busy || fetching.current) return;
    fetching.current = true;
    const from = value;
    void desk.api.programme
      .schools({ ...(JSON.parse(question) as typeof query), limit: pageOf, after: value.next })
      .then((page) => {
        fetching.current = false;
        // A list that was fetched anew meanwhile goes its own way.
        if (!page.ok || current.current.value !== from) return;
        const { total, next, schools } = page.value;
        had.current = { question, schools: from.schools.length + schools.length };
        put({ schools: [...from.schools, ...schools], total, ...(next === undefined ? {} : { next }) });
      });
  }, [desk, question]);
  return { loaded, more };
};
