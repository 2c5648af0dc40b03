import type { Kysely } from 'kysely';
import { ownerId, roundId, type OwnerId, type RoundId } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import type { Certificate, PurgedRevision } from '#core/retention/certificate.ts';
import { nothingKept } from './content-blob.ts';
import type { RoundSettings } from './rounds.ts';
import type { Tables } from './tables.ts';

/** What a round's returns add up to, as it is kept when the round is purged. */
export interface KeptTotal {
  readonly tally: Tally;
  /** Returns that count and are not in it. */
  readonly leftOut: number;
}

/** What is held of an owner's return that would go: revisions with rows or explanations, questions, remarks. */
export interface Holding {
  readonly owner: OwnerId;
  readonly name: string;
  readonly revisions: readonly PurgedRevision[];
  readonly questions: number;
  readonly remarks: number;
}

/** What rounds hold about pupils, until when, and what was purged. */
export const retentionIn = (db: Kysely<Tables>) => {
  const counted = async (table: 'questions' | 'remarks', round: RoundId): Promise<ReadonlyMap<string, number>> => {
    const found = await db
      .selectFrom(table)
      .select((query) => ['owner', query.fn.countAll<number | string>().as('many')])
      .where('round', '=', round)
      .groupBy('owner')
      .execute();
    return new Map(found.map(({ owner, many }) => [owner, Number(many)]));
  };

  return {
    /** By owner, in the order of their ids; every return that was ever begun is among them. */
    async holdings(round: RoundId): Promise<readonly Holding[]> {
      const returns = await db
        .selectFrom('returns')
        .innerJoin('owners', 'owners.owner', 'returns.owner')
        .select(['returns.owner', 'owners.name'])
        .where('returns.round', '=', round)
        .orderBy('returns.owner')
        .execute();
      const revisions = await db
        .selectFrom('revisions')
        .select(['owner', 'number', 'receipt', 'at', 'rows_answered', 'cells', 'explained', 'fingerprint'])
        .where('round', '=', round)
        .orderBy('owner')
        .orderBy('number')
        .execute();
      const byOwner = new Map<string, PurgedRevision[]>(returns.map(({ owner }) => [owner, []]));
      for (const { owner, rows_answered: rows, ...one } of revisions) byOwner.get(owner)?.push({ ...one, rows });
      const [questions, remarks] = [await counted('questions', round), await counted('remarks', round)];
      return returns.map(({ owner, name }) => ({
        owner: ownerId(owner),
        name,
        revisions: byOwner.get(owner) ?? [],
        questions: questions.get(owner) ?? 0,
        remarks: remarks.get(owner) ?? 0,
      }));
    },

    /** How many revisions each round holds. */
    async revisionCounts(): Promise<ReadonlyMap<RoundId, number>> {
      const found = await db
        .selectFrom('revisions')
        .select((query) => ['round', query.fn.countAll<number | string>().as('many')])
        .groupBy('round')
        .execute();
      return new Map(found.map(({ round, many }) => [roundId(round), Number(many)]));
    },

    /**
     * Purges what a round holds about pupils and what says who it was of its returns. How far each return was, the
     * numbers of receipts and the fingerprints stay; which year groups each had no pupils of too, unless only the sum of
     * tallies is kept: then nothing is left of what one return came to.
     */
    async purge(round: RoundId, keepTallies: RoundSettings['keepTallies'] = 'each'): Promise<void> {
      await db.deleteFrom('remarks').where('round', '=', round).execute();
      await db.deleteFrom('earlier_questions').where('round', '=', round).execute();
      await db.deleteFrom('questions').where('round', '=', round).execute();
      await db
        .updateTable('revisions')
        .set({ content: nothingKept, holds: 'nothing', person: '', person_name: '', late_reason: null })
        .$if(keepTallies === 'sum', (revisions) => revisions.set({ years_missing: '' }))
        .where('round', '=', round)
        .execute();
      await db
        .updateTable('moves')
        .set({ person: '', person_name: '', reason: null })
        .where('round', '=', round)
        .execute();
    },

    /** Writes down what went, and what the returns add up to. */
    async certify(certificate: Certificate, total: KeptTotal): Promise<void> {
      const { round, at } = certificate;
      const texts = { certificate: JSON.stringify(certificate), total: JSON.stringify(total) };
      await db
        .insertInto('purges')
        .values({ round, at, ...texts })
        .execute();
    },

    /** Of a round that was purged; else `undefined`. */
    async certificate(round: RoundId): Promise<Certificate | undefined> {
      const found = await db.selectFrom('purges').select('certificate').where('round', '=', round).executeTakeFirst();
      return found && (JSON.parse(found.certificate) as Certificate);
    },

    async total(round: RoundId): Promise<KeptTotal | undefined> {
      const found = await db.selectFrom('purges').select('total').where('round', '=', round).executeTakeFirst();
      return found && (JSON.parse(found.total) as KeptTotal);
    },
  };
};
