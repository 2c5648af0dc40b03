// `node --import tally-process.mjs?file=… script`: as it ends, the process adds a line to the file: the milliseconds
// that it worked, and the most memory that it held, in MB.
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = new URL(import.meta.url).searchParams.get('file');
if (file && isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(file, `${(user + system) / 1000} ${process.resourceUsage().maxRSS / 1000}\n`);
  });
}
