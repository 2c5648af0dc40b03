import { checkFile } from './check-file.ts';
import { instrumentsAtHand } from './instruments-at-hand.ts';
import { watchMemory } from './memory-watch.ts';

/**
 * The process that reads strangers' files for `check`, with the instruments of a folder that `check` has looked at: takes one path after the other and answers with its report.
 */
export const runCheckChild = (folder: string | undefined): void => {
  watchMemory();
  const instruments = instrumentsAtHand(folder);
  process.on('message', (file: string) => {
    const checked = instruments.then((atHand) => {
      if (!atHand.ok) throw new Error(atHand.failure);
      return checkFile(file, atHand.value);
    });
    checked.then(
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
