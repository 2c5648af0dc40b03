import type { Store } from './store/store.ts';
import type { World } from './world.ts';

const everyHour = 60 * 60 * 1000;

/**
 * Clears away what has run out, now and every hour, apart from all requests. What cannot be cleared away now is next
 * time. Answers how to stop it; when that resolves, nothing is under way any more.
 */
export const keepHouse = (store: Store, { now }: Pick<World, 'now'>): (() => Promise<void>) => {
  let underWay = Promise.resolve();
  const clear = () => {
    underWay = store.write(({ sessions }) => sessions.clear(now())).catch(() => undefined);
  };
  clear();
  const timer = setInterval(clear, everyHour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
};
