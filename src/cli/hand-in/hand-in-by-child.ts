import { spawn, type ChildProcess } from 'node:child_process';
import { httpCollectionApi } from '#api/http-collection-api.ts';
import type { CollectionApi } from '#api/collection-api.ts';
import type { OwnerId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { HandIn, HandInOutcome, HandInPlace, NotRead } from '#server/hand-in.ts';
import { heardFromChild } from './heard-from-child.ts';
import type { FromChild, Job, JobAnswer, ToChild } from './job.ts';

/** How the children are started and how much they may take. */
export interface ChildSettings {
  /** What runs `hand-in-child` of this program: arguments of Node. */
  readonly command: readonly string[];
  /** Milliseconds that one may take. */
  readonly longest: number;
  /** Milliseconds for which a turn is waited for. */
  readonly patience: number;
  /** How many work at a time, and how many more wait for their turn; whoever comes then is asked to come again. */
  readonly atOnce: number;
  readonly waiting: number;
  /** How many of one owner work and wait; more would keep the others from their turn. */
  readonly each: number;
}

/** This very program, built or not. */
export const usualChild = (instruments: string | undefined): ChildSettings => ({
  command: [
    ...process.execArgv,
    process.argv[1] ?? '',
    'hand-in-child',
    ...(instruments === undefined ? [] : [instruments]),
  ],
  longest: 30_000,
  // Together shorter than a connection may be silent: nobody who waits here is cut off without a word.
  patience: 25_000,
  atOnce: 2,
  waiting: 40,
  each: 4,
});

/**
 * Does what the page needs in processes of their own, one for each thing asked, so that no school's file is ever in the
 * same process as another's. A child has no token, no network and no environment: what it asks of the endpoint is asked
 * here, for the one return that it was started for, as the person who is signed in.
 */
export const handInByChild = (settings: ChildSettings): HandIn => {
  const turn = turns(settings);
  const work = async (place: HandInPlace, job: Job): Promise<Ended> =>
    (await turn(place.owner, () => doInChild(settings, place, job))) ?? failed({ kind: 'busy' });
  const outcome = async (place: HandInPlace, job: Job): Promise<HandInOutcome> => {
    const ended = await work(place, job);
    if (!ended.ok) return { kind: 'not-read', why: ended.failure };
    return 'ok' in ended.value ? { kind: 'not-read', why: { kind: 'ended-early' } } : ended.value;
  };
  const file = async (place: HandInPlace, job: Job): Promise<Result<Uint8Array, NotRead>> => {
    const ended = await work(place, job);
    if (!ended.ok) return ended;
    return 'ok' in ended.value ? ended.value : failed({ kind: 'ended-early' });
  };
  return {
    make: (place) => file(place, { act: 'make', place: told(place) }),
    upgrade: (place, bytes) => file(place, { act: 'upgrade', place: told(place), file: bytes }),
    check: (place, handed) => outcome(place, { act: 'check', place: told(place), handed }),
    submit: (place, handed, sending) => outcome(place, { act: 'submit', place: told(place), handed, sending }),
  };
};

/** What a child answered, or why it did not. */
type Ended = Result<JobAnswer, NotRead>;

const told = ({ round, owner, person }: HandInPlace) => ({ round, owner, person });

/**
 * Lets so many work at once, the others in the order they came; `undefined` when too many wait already, or of this owner,
 * and when the turn does not come in time.
 */
const turns = ({ atOnce, waiting, each, patience }: Omit<ChildSettings, 'command' | 'longest'>) => {
  let working = 0;
  const queue: (() => void)[] = [];
  /** Whether the turn came. */
  const itsTurn = (): Promise<boolean> =>
    new Promise((resolve) => {
      const come = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(come), 1);
        resolve(false);
      }, patience);
      queue.push(come);
    });
  const here = new Map<OwnerId, number>();
  const oneMore = (owner: OwnerId, more: 1 | -1): void => {
    const now = (here.get(owner) ?? 0) + more;
    if (now === 0) here.delete(owner);
    else here.set(owner, now);
  };
  return async <T>(owner: OwnerId, work: () => Promise<T>): Promise<T | undefined> => {
    const mustWait = working >= atOnce;
    if ((here.get(owner) ?? 0) >= each || (mustWait && queue.length >= waiting)) return undefined;
    oneMore(owner, 1);
    if (!mustWait) working += 1;
    else if (!(await itsTurn())) {
      oneMore(owner, -1);
      return undefined;
    }
    try {
      return await work();
    } finally {
      oneMore(owner, -1);
      const next = queue.shift();
      if (next) next();
      else working -= 1;
    }
  };
};

const doInChild = (settings: ChildSettings, place: HandInPlace, job: Job): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...settings.command], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { PATH: process.env['PATH'] },
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, settings.longest);
    const finish = (ended: Ended) => {
      clearTimeout(timer);
      child.removeAllListeners();
      // It ends by itself once it has answered; nothing of a stranger's file is left to run.
      child.on('error', () => undefined);
      child.kill('SIGKILL');
      resolve(ended);
    };
    const api = apiOf(place);
    child.on('message', (message: unknown) => {
      const heard = heardFromChild(message, place, job);
      if (heard?.kind === 'ask') void answer(child, api, heard);
      else finish(heard ? ok(heard.answer) : failed({ kind: 'ended-early' }));
    });
    child.once('error', () => finish(failed({ kind: 'ended-early' })));
    child.once('exit', (_, signal) =>
      finish(
        failed({ kind: late ? 'took-too-long' : signal === 'SIGKILL' ? 'took-too-much-memory' : 'ended-early' }),
      ),
    );
    send(child, { kind: 'job', job });
  });

type Ask = Extract<FromChild, { kind: 'ask' }>;

const answer = async (child: ChildProcess, api: CollectionApi, { id, call, args }: Ask): Promise<void> =>
  send(child, { kind: 'answer', id, answer: await (api[call] as (...all: readonly unknown[]) => unknown)(...args) });

/** A child that is gone by now is told nothing. */
const send = (child: ChildProcess, message: ToChild): void => {
  if (child.connected) child.send(message, () => undefined);
};

/** The endpoint as the person may call it; what she is signed in by stays with the caller. */
const apiOf = ({ fetch, person, expires }: HandInPlace): CollectionApi =>
  httpCollectionApi({
    base: '',
    fetch,
    now: () => new Date(0).toISOString(),
    storage: {
      getItem: () => JSON.stringify({ token: 'held by the caller', expires, person }),
      setItem: () => undefined,
      removeItem: () => undefined,
    },
  });
