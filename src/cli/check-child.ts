import { checkFile } from './check-file.ts';
import { watchMemory } from './memory-watch.ts';

/** The process that reads strangers' files for `check`: takes one path after the other and answers with its report. */
export const runCheckChild = (): void => {
  watchMemory();
  process.on('message', (file: string) => {
    checkFile(file).then(
      (report) => process.send?.(report),
      // Our mistake: the parent says that it ended early, and the next file gets a new process.
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
};
