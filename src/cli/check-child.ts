import { checkFile } from './check-file.ts';
import { instrumentsAtHand } from './instruments-at-hand.ts';
import { watchMemory } from './memory-watch.ts';
import { toldReport, type Telling } from './told-report.ts';

/**
 * The process that reads strangers' files for `check`, with the instruments of a folder that `check` has looked at: takes
 * one path after the other and answers with its report, told as it is to be printed.
 */
export const runCheckChild = (as: Telling, folder: string | undefined): void => {
  watchMemory();
  const instruments = instrumentsAtHand(folder);
  process.on('message', (file: string) => {
    const checked = instruments.then((atHand) => {
      if (!atHand.ok) throw new Error(atHand.failure);
      return checkFile(file, atHand.value);
    });
    checked.then(
      (report) => process.send?.(toldReport(report, as)),
      // Our mistake: the parent says that it ended early, and the next file gets a new process.
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
};
