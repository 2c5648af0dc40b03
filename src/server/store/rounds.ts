import type { Kysely, Selectable } from 'kysely';
import { roundId, type RoundId } from '#core/ids.ts';
import type { Round } from '#core/returns/round.ts';
import type { Tables } from './tables.ts';

/** The rounds of the programme. */
export const roundsIn = (db: Kysely<Tables>) => ({
  /** All rounds, the latest to open first. */
  async all(): Promise<readonly Round[]> {
    const found = await db.selectFrom('rounds').selectAll().orderBy('opens', 'desc').orderBy('round').execute();
    return found.map(asRound);
  },

  async one(round: RoundId): Promise<Round | undefined> {
    const found = await db.selectFrom('rounds').selectAll().where('round', '=', round).executeTakeFirst();
    return found && asRound(found);
  },
});

const asRound = (found: Selectable<Tables['rounds']>): Round => ({
  id: roundId(found.round),
  title: found.title,
  instrument: found.instrument,
  academicYear: found.academic_year,
  opens: found.opens,
  ...(found.closes === null ? {} : { closes: found.closes }),
});
