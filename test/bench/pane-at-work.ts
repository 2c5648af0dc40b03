import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import { callerOf } from './server-calls.ts';
import { codeOf, contentsOf, preparedFor, round } from './server-programme.ts';

/** How a pane's submissions went: milliseconds until each had its receipt, and how often one was told to come again. */
export interface PaneWaits {
  readonly times: readonly number[];
  readonly putOff: number;
}

/** A pane that submits returns of so many pupils, one after the other, ten a second at most; as its outbox does, what is put off is sent again. */
export const paneAtWork = async (url: string, owner: OwnerId, pupils: number) => {
  const caller = callerOf(url, 1);
  const token = await caller.signIn(codeOf(owner));
  const bodies = contentsOf(2, pupils).map((content) => preparedFor(owner, content));
  let times: number[] = [];
  let putOff = 0;
  let isOver = false;
  const submit = async (revision: number): Promise<void> => {
    const body = bodies[revision % 2]!(revision);
    const began = performance.now();
    for (;;) {
      const { status, text } = await caller.call('POST', paths.revisions(round.id, owner), body, token);
      if (status === 201) break;
      if (status !== 503) throw new Error(`${status} ${text.slice(0, 500)}`);
      putOff += 1;
      await pause(500);
    }
    times.push(performance.now() - began);
  };
  const working = (async () => {
    for (let revision = 0; !isOver; revision += 1) {
      await submit(revision);
      await pause(100);
    }
  })();
  return {
    /** How it went since it was last asked. */
    waits: (): PaneWaits => {
      const seen = { times, putOff };
      [times, putOff] = [[], 0];
      return seen;
    },
    end: async (): Promise<void> => {
      isOver = true;
      await working;
      caller.end();
    },
  };
};
