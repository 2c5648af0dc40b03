import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { fingerprint } from '#core/ids.ts';
import type { SubmissionMemory, SubmissionTrace } from './collection-api.ts';
import { quietly, type KeyedStorage } from './session-memory.ts';

const Traces = Type.Array(Type.Object({ key: Type.String(), fingerprint: Type.String(), at: Type.String() }));

/**
 * What this browser remembers of submissions under way: key, fingerprint and time, never an answer. Storage that holds
 * something else counts as empty; where it is blocked, the page's own memory stands in.
 */
export const browserSubmissionMemory = (storage: KeyedStorage | undefined, partition = ''): SubmissionMemory => {
  const name = `${partition}stem-returns.submissions`;
  let here: readonly SubmissionTrace[] = [];
  const all = (): readonly SubmissionTrace[] =>
    storage === undefined ? here : (quietly(() => readTraces(storage.getItem(name))) ?? here);
  const keep = (traces: readonly SubmissionTrace[]): void => {
    here = traces;
    quietly(() => storage?.setItem(name, JSON.stringify(traces)));
  };
  return {
    all,
    // Member by member: a caller's object may carry more than may be kept.
    remember: ({ key, fingerprint: print, at }) =>
      keep([...all().filter((trace) => trace.key !== key), { key, fingerprint: print, at }]),
    forget: (key) => keep(all().filter((trace) => trace.key !== key)),
  };
};

const readTraces = (text: string | null): readonly SubmissionTrace[] => {
  const found = quietly((): unknown => JSON.parse(text ?? '[]'));
  return Value.Check(Traces, found)
    ? found.map((trace) => ({ ...trace, fingerprint: fingerprint(trace.fingerprint) }))
    : [];
};
