import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from './server-calls.ts';

/** Asks a server over and over whether it is ready, beside other work; `end` answers the longest wait in milliseconds. */
export const longestWait = (caller: Caller): { end(): Promise<number> } => {
  let longest = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await caller.call('GET', '/readyz');
      longest = Math.max(longest, performance.now() - asked);
      await pause(20);
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await asking;
      caller.end();
      return longest;
    },
  };
};
