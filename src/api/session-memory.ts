import { Value } from 'typebox/value';
import { SignInAnswer } from '#wire/shapes.ts';

/** The members of a browser's storage that are used; any of them may throw where storage is blocked. */
export type KeyedStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Keeps the session in memory, and in the tab's storage where that works: inside Excel's frames it may be blocked,
 * emptied, or shared. What storage holds is checked like an answer, because anybody may have written it.
 */
export const sessionMemory = (storage: KeyedStorage | undefined, partition = '') => {
  const key = `${partition}stem-returns.session`;
  let held: SignInAnswer | undefined = quietly(() => {
    const stored: unknown = JSON.parse(storage?.getItem(key) ?? 'null');
    return Value.Check(SignInAnswer, stored) ? stored : undefined;
  });
  return {
    get: (): SignInAnswer | undefined => held,
    keep(session: SignInAnswer): void {
      held = session;
      quietly(() => storage?.setItem(key, JSON.stringify(session)));
    },
    forget(): void {
      held = undefined;
      quietly(() => storage?.removeItem(key));
    },
  };
};

/** What the action answers, or `undefined` when storage fails. */
export const quietly = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};
