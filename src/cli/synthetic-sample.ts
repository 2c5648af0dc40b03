import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { traitOf } from '#core/instrument/traits.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { instruments } from '#definitions/instruments.ts';
import { seededRandom } from '#definitions/pilot/seeded-random.ts';
import { syntheticContent } from './synthetic-content.ts';
import type { SampleBook } from './write-sample.ts';

/** No school has a URN that begins with 9990: there are 999001 to 999099. */
export const mostSchools = 99;

/**
 * Invented schools, each with one return of the built-in instrument whose rows are pupils. The same numbers give the
 * same answers, and more schools leave the first ones as they are. The failure is a line for the person.
 */
export const syntheticSample = (asked: {
  readonly schools: number;
  readonly pupils: number;
  readonly seed: number;
}): Result<readonly SampleBook[], string> => {
  const instrument = instruments.find((one) => traitOf(one, 'pupil-rows') !== undefined);
  if (!instrument) return failed('No built-in instrument has a pupil in each row.');
  const round = {
    id: roundId('SAMPLE-202526'),
    title: `${instrument.title} (synthetic)`,
    instrument: instrumentRef(instrument),
    academicYear: '202526',
    opens: '2025-09-01T00:00:00Z',
  };
  const random = seededRandom(asked.seed);
  const books: SampleBook[] = [];
  for (let number = 1; number <= asked.schools; number += 1) {
    const content = syntheticContent(instrument, round, asked.pupils, random);
    if (!content) {
      return failed(`No return of ${asked.pupils} pupils can be made without mistakes. Please ask for fewer pupils.`);
    }
    books.push({
      owner: ownerId(`${999000 + number}`),
      name: `School ${number} (invented)`,
      returns: [{ round, instrument, content, at: round.opens }],
    });
  }
  return ok(books);
};
