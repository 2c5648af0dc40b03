import { Worker } from 'node:worker_threads';

/** Ten times a year's workbook of a large school; a file that needs more was made to. */
const most = 700_000_000;

/**
 * Ends this process when it holds too much memory. Looked at from a thread of its own, because whoever parses a file
 * listens to nobody meanwhile; and over the whole process, because a limit on JavaScript's heap does not count bytes.
 */
export const watchMemory = (): void => {
  const watch = `setInterval(() => { if (process.memoryUsage.rss() > ${most}) process.kill(process.pid, 'SIGKILL'); }, 50);`;
  new Worker(watch, { eval: true, execArgv: [], stdin: false }).unref();
};
