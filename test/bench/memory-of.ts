import { readFileSync } from 'node:fs';

/** What a process holds in memory now, in MB, where the system tells (Linux); 0 of one that is gone. */
export const memoryOf = (pid: number | undefined): number => {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1000;
  } catch {
    return 0;
  }
};
