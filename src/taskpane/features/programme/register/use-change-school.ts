import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { SchoolAnswer, SchoolChangeRequest } from '#wire/register.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction, type Action } from '../../../state/use-action.ts';

/** Says something of a school; `done` is what is told when it is said. */
export const useChangeSchool = (
  urn: string,
  onChanged: (answer: SchoolAnswer) => void,
): Action<[change: SchoolChangeRequest, done: { readonly title: string; readonly todo: string }]> => {
  const { desk } = usePane();
  return useAction(async (change, done) => {
    const changed = fromApi(await desk.api.programme.changeSchool(urn, change));
    if (!changed.ok) return changed;
    onChanged(changed.value);
    return ok({ intent: 'success' as const, ...done });
  });
};
