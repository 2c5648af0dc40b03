import type { Kysely, Selectable } from 'kysely';
import { roundId, type Instant, type RoundId } from '#core/ids.ts';
import type { Round } from '#core/returns/round.ts';
import { keepEarlier, tableAt } from './as-it-was.ts';
import type { Tables } from './tables.ts';

/** What the project team decides about a round besides its instrument and its time. */
export interface RoundSettings {
  /** Returns are taken after it has closed, with a reason. */
  readonly late: boolean;
  /** What leaves the school: every row, or tallies only. */
  readonly detail: 'pupil' | 'tally';
  /** The year groups expected; none when it does not matter. */
  readonly yearGroups: readonly number[];
  /** Until when what came in is kept. */
  readonly keepUntil?: Instant;
  /** What of tallies stays once it is purged: that of each return, or only their sum; each where it is not said. */
  readonly keepTallies?: 'each' | 'sum';
}

/** When a purged round was purged is told of every moment: what went does not come back. */
export type RoundRecord = Round &
  RoundSettings & {
    /** When what was collected about pupils was purged: it takes nothing more. */
    readonly purged?: Instant;
  };

/** The rounds of the programme. */
export const roundsIn = (db: Kysely<Tables>) => {
  const rounds = (before?: Instant) =>
    db
      .selectFrom(tableAt('rounds', before))
      .leftJoin('purges', 'purges.round', 'rounds.round')
      .selectAll('rounds')
      .select('purges.at as purged');
  return {
    /** All rounds, or all there were before an instant, each as it stood then; the latest to open first. */
    async all(before?: Instant): Promise<readonly RoundRecord[]> {
      return (await rounds(before).orderBy('opens', 'desc').orderBy('rounds.round').execute()).map(asRound);
    },

    /** As it stands, or stood before an instant. */
    async one(round: RoundId, before?: Instant): Promise<RoundRecord | undefined> {
      const found = await rounds(before).where('rounds.round', '=', round).executeTakeFirst();
      return found && asRound(found);
    },

    /** Writes a round, new or known, as it stands from `at` on. */
    async put(round: RoundRecord, at: Instant): Promise<void> {
      const { round: id, ...values } = roundRow(round);
      const known = await db.selectFrom('rounds').selectAll().where('round', '=', id).execute();
      await keepEarlier(db, 'rounds', known, () => values, at);
      await db
        .insertInto('rounds')
        .values({ round: id, ...values, known_since: at })
        .onConflict((conflict) => conflict.column('round').doUpdateSet(values))
        .execute();
    },
  };
};

/** A round as it lies in the database; what is not said of it is the usual. */
export const roundRow = (round: Round & Partial<RoundSettings>): Omit<Tables['rounds'], 'known_since'> => ({
  round: round.id,
  title: round.title,
  instrument: round.instrument,
  academic_year: round.academicYear,
  opens: wholeInstant(round.opens),
  closes: round.closes === undefined ? null : wholeInstant(round.closes),
  late: round.late === true ? 1 : 0,
  detail: round.detail ?? 'pupil',
  year_groups: (round.yearGroups ?? []).join(','),
  keep_until: round.keepUntil === undefined ? null : wholeInstant(round.keepUntil),
  keep_tallies: round.keepTallies ?? 'each',
});

/** Instants are compared as texts, so all are written alike: `2008-09-01T00:00:00.000Z`. */
const wholeInstant = (instant: Instant): Instant => new Date(instant).toISOString();

const asRound = (found: Selectable<Tables['rounds']> & { readonly purged: string | null }): RoundRecord => ({
  id: roundId(found.round),
  title: found.title,
  instrument: found.instrument,
  academicYear: found.academic_year,
  opens: found.opens,
  ...(found.closes === null ? {} : { closes: found.closes }),
  late: found.late === 1,
  detail: found.detail === 'tally' ? 'tally' : 'pupil',
  yearGroups: found.year_groups === '' ? [] : found.year_groups.split(',').map(Number),
  ...(found.keep_until === null ? {} : { keepUntil: found.keep_until }),
  ...(found.keep_tallies === 'sum' ? { keepTallies: 'sum' } : {}),
  ...(found.purged === null ? {} : { purged: found.purged }),
});
