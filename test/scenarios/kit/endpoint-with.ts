import { randomBytes } from 'node:crypto';
import { ownerId, roundId, type RoundId } from '#core/ids.ts';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import type { Round } from '#core/returns/round.ts';
import { buildServer } from '../../../src/server/server.ts';
import { openLibsql } from '../../../src/server/store/libsql.ts';
import { openStore } from '../../../src/server/store/store.ts';

export const codes = { school: 'SCHOOL-CODE', mentor: 'MENTOR-CODE', team: 'TEAM-CODE' } as const;
export const school = { owner: ownerId('999901'), name: 'Ash Lane School' } as const;
export const programme = { owner: ownerId('P-1'), name: 'Orchards programme' } as const;
const mentor = { owner: ownerId('M-1'), name: 'Mo Mentor' } as const;

/**
 * A real endpoint for a programme of one school, her mentor and the project team with the given rounds; in memory, or
 * over a data file, whose rounds stay as they are there.
 */
export const startEndpointWith = async (
  instruments: readonly Instrument[],
  rounds: readonly Round[] = instruments.map(roundFor),
  file = ':memory:',
) => {
  const clock = { now: () => new Date().toISOString() };
  const opened = await openStore({
    place: { file },
    mode: 'real',
    now: clock.now(),
    programme: {
      owners: [
        { ...school, kind: 'school' },
        { ...mentor, kind: 'mentor' },
        { ...programme, kind: 'programme' },
      ],
      people: [
        { id: 'P-school', role: 'school', name: school.name, owner: school.owner, code: codes.school },
        {
          id: 'P-mentor',
          role: 'mentor',
          name: mentor.name,
          owner: mentor.owner,
          schools: [school.owner],
          code: codes.mentor,
        },
        { id: 'P-team', role: 'project-team', name: 'Project team', owner: programme.owner, code: codes.team },
      ],
      rounds,
    },
  });
  if (!opened.ok) throw new Error('the data cannot be opened');
  const app = buildServer({
    store: opened.value,
    instruments: (reference) => instruments.find((instrument) => instrumentRef(instrument) === reference),
    world: { now: () => clock.now(), random: (bytes) => randomBytes(bytes) },
    version: '0.0.0',
  });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    base,
    clock,
    close: async (): Promise<void> => {
      await app.close();
      await opened.value.close();
    },
  };
};

/** Lets a round of a data file, which nobody has open, ask another version of its instrument. */
export const askRound = (file: string, round: RoundId, reference: string): void => {
  const db = openLibsql(file);
  db.prepare('update rounds set instrument = ? where round = ?').run([reference, round]);
  db.close();
};

/** A round without an end for an instrument. */
export const roundFor = (instrument: Instrument, at = 0): Round => ({
  id: roundId(`R${at + 1}-200809`),
  title: `${instrument.title} 2008/09`,
  instrument: instrumentRef(instrument),
  academicYear: '200809',
  opens: '2008-09-01T00:00:00.000Z',
});

/** A round as the endpoint tells of it while it is open. */
export const whileOpen = (round: Round) => ({
  ...round,
  open: true,
  late: false,
  detail: 'pupil' as const,
  yearGroups: [...(round.yearGroups ?? [])],
});
