import type { Fingerprint } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Tally, Tallier } from '#core/measures/tally.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { checkContent } from '#core/rules/check.ts';

type Issues = ReturnType<typeof checkContent>;

/** What a submission comes to by itself, each worked out once however often its transaction is done again. */
export interface WorkedOut {
  print(instrument: string): Fingerprint;
  issues(instrument: Instrument, circumstances: Circumstances): Issues;
  tally(tallier: Tallier): Tally;
}

/** As long as it asks for the same, nothing is worked out twice. `printOf` is the fingerprint by a version of the instrument. */
export const workedOut = (content: ReturnContent, printOf: (instrument: string) => Fingerprint): WorkedOut => {
  const print = remembered(printOf);
  const issues = remembered((_key: string, instrument: Instrument, circumstances: Circumstances) =>
    checkContent(instrument, circumstances, content),
  );
  const tally = remembered((tallier: Tallier) => tallier.of(content));
  return {
    print: (instrument) => print(instrument),
    issues: (instrument, circumstances) =>
      issues(JSON.stringify([instrument.id, instrument.version, circumstances]), instrument, circumstances),
    tally: (tallier) => tally(tallier),
  };
};

/** Remembers what a function answered last, by its first argument. */
const remembered = <Key, More extends readonly unknown[], T>(work: (key: Key, ...more: More) => T) => {
  let last: { readonly key: Key; readonly answer: T } | undefined;
  return (key: Key, ...more: More): T => {
    last = last?.key === key ? last : { key, answer: work(key, ...more) };
    return last.answer;
  };
};
