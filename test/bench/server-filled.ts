import { randomUUID } from 'node:crypto';
import type { OwnerId } from '#core/ids.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { batchesOf } from '#core/batches-of.ts';
import { openStore, type Place } from '../../src/server/store/store.ts';
import { contentsOf, instrument, round } from './server-programme.ts';

const pupils = 300;

/** Writes a return of every school into a database, as submitting leaves it, and all but the first accepted. */
export const fillNation = async (place: Place, schools: readonly OwnerId[]): Promise<void> => {
  const at = new Date().toISOString();
  const opened = await openStore({ place, mode: 'real', now: at });
  if (!opened.ok) throw new Error('not opened');
  const tallier = tallierOf(instrument, round);
  const contents = contentsOf(10, pupils).map((content) => ({ content, tally: tallier.of(content) }));
  const made = { person: 'P-team', personName: 'Project team', reason: undefined };
  for (const batch of batchesOf([...schools.entries()], 100)) {
    await opened.value.write(async ({ returns, revisions, tallies }) => {
      for (const [number, owner] of batch) {
        const { content, tally } = contents[number % contents.length]!;
        const head = { owner, round: round.id, latest: 1, reopened: false, submittedAt: at, movedAt: at } as const;
        await returns.move({ ...head, state: 'submitted', accepted: undefined }, { ...made, move: 'submit' });
        await revisions.add({
          ...{ owner, round: round.id, number: 1, key: randomUUID(), fingerprint: 'f'.repeat(64) as never, content },
          ...{
            instrument: round.instrument,
            basedOn: 0,
            receipt: `${owner}-R1`,
            at,
            addIn: 'bench',
            lateReason: undefined,
          },
          ...{
            person: `P-${owner}`,
            personName: owner,
            counts: { rowsAnswered: pupils, rows: pupils, cells: 0, explained: 0 },
          },
        });
        await tallies.add(round.id, owner, 1, tally);
        if (number > 0) await returns.move({ ...head, state: 'accepted', accepted: 1 }, { ...made, move: 'accept' });
      }
    });
  }
  await opened.value.close();
};
