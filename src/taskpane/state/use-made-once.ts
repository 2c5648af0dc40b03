import { useRef } from 'react';
import type { ApiFailure } from '#api/collection-api.ts';
import type { Result } from '#core/result.ts';
import { usePane } from './PaneContext.tsx';

/**
 * Sends what makes something, with a key. Until it is known to be made, the same request keeps its key while the form
 * stands open, so that pressing the button again after a lost answer makes nothing twice. Another request has another key.
 */
export const useMadeOnce = () => {
  const { desk } = usePane();
  const pending = useRef<{ readonly request: string; readonly key: string }>();
  return async <Request, T>(
    request: Request,
    send: (request: Request, key: string) => Promise<Result<T, ApiFailure>>,
  ): Promise<Result<T, ApiFailure>> => {
    const words = JSON.stringify(request);
    const key = pending.current?.request === words ? pending.current.key : desk.newId();
    pending.current = { request: words, key };
    const answer = await send(request, key);
    const used = !answer.ok && answer.failure.kind === 'problem' && answer.failure.problem.code === 'key-reused';
    if (answer.ok || used) pending.current = undefined;
    return answer;
  };
};
