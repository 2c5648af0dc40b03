import type { Store } from './store/store.ts';
import { secondsAfter, type World } from './world.ts';

const everyHour = 60 * 60 * 1000;

/** Seconds for which keys of requests are known again. */
const oneDay = 24 * 60 * 60;

/**
 * Clears away what has run out, makes a checkpoint over the log of acts and lets nothing deleted lie about, now and every
 * hour, apart from all requests. Nothing that a round holds is purged here. What cannot be done now is next time. Answers how to stop it; when that resolves, nothing is under way any more.
 */
export const keepHouse = (store: Store, { now }: Pick<World, 'now'>): (() => Promise<void>) => {
  let underWay = Promise.resolve();
  const tidy = () => {
    underWay = store
      .write(async ({ sessions, handedIn, sentKeys, checkpoints }) => {
        await sessions.clear(now());
        await handedIn.clear(now());
        await sentKeys.clear(secondsAfter(now(), -oneDay));
        await checkpoints.make(now());
      })
      .then(() => store.forget())
      .catch(() => undefined);
  };
  tidy();
  const timer = setInterval(tidy, everyHour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
};
