import type { CollectionApi } from '#api/collection-api.ts';
import { instrumentsAtHand } from '../instruments-at-hand.ts';
import { watchMemory } from '../memory-watch.ts';
import { doJob } from './do-job.ts';
import { askable, type Askable, type FromChild, type Job, type ToChild } from './job.ts';

/**
 * The process that reads what one person hands in on the page, with the instruments of a folder: takes one job, asks its
 * parent for what it needs of the endpoint, answers and ends. A mistake of ours ends it too: the parent says so.
 */
export const runHandInChild = (folder: string | undefined): void => {
  watchMemory();
  const waiting = new Map<number, (answer: unknown) => void>();
  const tell = (message: FromChild, then: () => void = () => undefined) => process.send?.(message, then);
  const ask = (call: Askable, args: readonly unknown[]) =>
    new Promise<unknown>((resolve) => {
      const id = waiting.size;
      waiting.set(id, resolve);
      tell({ kind: 'ask', id, call, args });
    });
  const run = async (job: Job): Promise<void> => {
    const instruments = await instrumentsAtHand(folder);
    if (!instruments.ok) throw new Error(instruments.failure);
    const answer = await doJob(job, askingApi(job, ask), instruments.value);
    tell({ kind: 'done', answer }, () => process.exit(0));
  };
  process.on('message', (message: ToChild) => {
    if (message.kind === 'answer') return waiting.get(message.id)?.(message.answer);
    run(message.job).catch((error: unknown) => {
      // Never the error's own text: it may hold what somebody typed.
      console.error(error instanceof Error ? `${error.name}\n${stackOf(error)}` : 'thrown');
      process.exit(1);
    });
  });
  process.on('disconnect', () => process.exit(0));
};

const stackOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/** The endpoint as far as a child may ask for it; all else is a mistake of ours. */
const askingApi = (
  { place }: Job,
  ask: (call: Askable, args: readonly unknown[]) => Promise<unknown>,
): CollectionApi => {
  const calls = askable.map((call) => [call, (...args: readonly unknown[]) => ask(call, args)] as const);
  return { ...Object.fromEntries(calls), person: () => place.person } as unknown as CollectionApi;
};
