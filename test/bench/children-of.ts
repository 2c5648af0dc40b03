import { readFileSync } from 'node:fs';
import { memoryOf } from './memory-of.ts';

/** What the processes were like that a process started, as looked at every 20 ms. */
export interface Children {
  /** How many there were at once, at most. */
  readonly most: number;
  /** The most memory in MB that all together held; what they share counts once for each. */
  readonly memory: number;
}

/** Looks at the children of a process (Linux) until it is stopped; `soFar` answers how it was since it was last asked. */
export const watchChildren = (pid: number): { readonly soFar: () => Children; readonly stop: () => void } => {
  let [most, memory] = [0, 0];
  const looking = setInterval(() => {
    // One that has ended holds nothing any more, though it may still be listed.
    const held = childrenOf(pid)
      .map(memoryOf)
      .filter((megabytes) => megabytes > 0);
    most = Math.max(most, held.length);
    memory = Math.max(
      memory,
      held.reduce((sum, megabytes) => sum + megabytes, 0),
    );
  }, 20);
  return {
    soFar: () => {
      const seen = { most, memory };
      [most, memory] = [0, 0];
      return seen;
    },
    stop: () => clearInterval(looking),
  };
};

const childrenOf = (pid: number): readonly number[] => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};
