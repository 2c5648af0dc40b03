import { randomUUID } from 'node:crypto';
import { ownerId, roundId, type OwnerId } from '#core/ids.ts';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import type { Round } from '#core/returns/round.ts';
import { instruments } from '#definitions/instruments.ts';
import { seededRandom } from '#definitions/pilot/seeded-random.ts';
import { syntheticContent } from '../../src/cli/synthetic-content.ts';
import { openStore, type Place } from '../../src/server/store/store.ts';

/** The survey whose rows are pupils, and a round of it that is open. */
export const instrument = instruments.find((one) => traitOf(one, 'pupil-rows') !== undefined) as Instrument;
export const round: Round = {
  id: roundId('NATION-202526'),
  title: 'A nation answers',
  instrument: instrumentRef(instrument),
  academicYear: '202526',
  opens: '2025-09-01T00:00:00Z',
};

export const schoolsOf = (many: number): readonly OwnerId[] =>
  Array.from({ length: many }, (_, at) => ownerId(String(200000 + at)));
export const codeOf = (owner: string): string => `BENCH-${owner}`;
export const teamCode = 'BENCH-TEAM';

/** Makes the database of a programme of so many schools, in which nothing has happened yet. */
export const makeProgramme = async (place: Place, schools: readonly OwnerId[]): Promise<void> => {
  const opened = await openStore({
    place,
    mode: 'real',
    now: new Date().toISOString(),
    programme: {
      owners: schools.map((owner) => ({ owner, kind: 'school', name: `School ${owner} (invented)` })),
      people: [
        ...schools.map((owner) => ({
          id: `P-${owner}`,
          role: 'school' as const,
          name: `School ${owner}`,
          owner,
          code: codeOf(owner),
        })),
        { id: 'P-team', role: 'project-team', name: 'Project team', code: teamCode },
      ],
      rounds: [round],
    },
  });
  if (!opened.ok) throw new Error('the database was not made');
  await opened.value.close();
};

/** So many different returns of so many invented pupils. */
export const contentsOf = (many: number, pupils: number): readonly ReturnContent[] =>
  Array.from({ length: many }, (_, at) => {
    const content = syntheticContent(instrument, round, pupils, seededRandom(at + 1));
    if (!content) throw new Error(`no return of ${pupils} pupils can be made`);
    return content;
  });

/** What a school sends, all but its key and what it is based on: the fingerprint takes a while and is worked out before. */
export const preparedFor = (owner: OwnerId, content: ReturnContent, text = JSON.stringify(content)) => {
  const fingerprint = fingerprintOf({ instrument: round.instrument, round: round.id, owner, content });
  return (basedOn: number): string =>
    `{"key":"${randomUUID()}","fingerprint":"${fingerprint}","basedOn":${basedOn},"content":${text},"replies":[],"addIn":"bench"}`;
};
