import { list } from '#core/words/count-words.ts';

/** What stands between a return and its submission. */
export interface InTheWay {
  readonly damage: readonly unknown[];
  readonly errors: readonly unknown[];
  readonly openWarnings: readonly unknown[];
}

/** "2 to fix and 1 to fix or explain"; empty when nothing stands in the way. */
export const inTheWay = ({ damage, errors, openWarnings }: InTheWay): string =>
  list([
    ...(damage.length > 0 ? [`${damage.length} to mend in the sheet`] : []),
    ...(errors.length > 0 ? [`${errors.length} to fix`] : []),
    ...(openWarnings.length > 0 ? [`${openWarnings.length} to fix or explain`] : []),
  ]);
