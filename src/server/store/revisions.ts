import type { Kysely, Selectable } from 'kysely';
import {
  fingerprint,
  ownerId,
  roundId,
  type Fingerprint,
  type Instant,
  type OwnerId,
  type RoundId,
} from '#core/ids.ts';
import type { CountedRevision } from '#core/measures/total.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Tallied } from '#core/returns/tallied.ts';
import { headsOfRound } from './heads-of-round.ts';
import { nothingKept, pack, packContent, unpack, unpackContent } from './content-blob.ts';
import type { Tables } from './tables.ts';

/** What is written down about a revision beside its content; never changed afterwards. */
export interface RevisionHead {
  readonly owner: OwnerId;
  readonly round: RoundId;
  readonly number: number;
  /** Made by the client; one key stands for one content. */
  readonly key: string;
  readonly fingerprint: Fingerprint;
  /** The version that it was made with, such as `…@1`; the round may ask a newer one by now. */
  readonly instrument: string;
  readonly basedOn: number;
  /** The receipt's number. */
  readonly receipt: string;
  readonly at: Instant;
  readonly person: string;
  /** As she was named when she submitted. */
  readonly personName: string;
  readonly addIn: string;
  /** Why it came after the round had closed. */
  readonly lateReason: string | undefined;
  readonly counts: {
    readonly rowsAnswered: number;
    readonly rows: number;
    readonly cells: number;
    readonly explained: number;
  };
  /** The year groups that its round expected when it was taken and it had no pupils of; absent where there are none. */
  readonly yearsMissing?: readonly number[];
}

/** A revision with what came in: rows, or what goes with a tally; neither once it is purged. */
export interface Revision extends RevisionHead {
  readonly content?: ReturnContent | undefined;
  readonly said?: SaidWithTally;
}

/** What came with a tally; the tally itself lies with all others. */
export type SaidWithTally = Pick<Tallied, 'issues' | 'explanations'>;

const headColumns = [
  'owner',
  'round',
  'number',
  'submission_key',
  'fingerprint',
  'instrument',
  'based_on',
  'receipt',
  'at',
  'person',
  'person_name',
  'add_in',
  'rows_answered',
  'rows_in_all',
  'cells',
  'explained',
  'late_reason',
  'years_missing',
] as const;

/** Revisions: added, read, never changed. */
export const revisionsIn = (db: Kysely<Tables>) => ({
  /** The revision that a submission's key made, without its content. */
  async byKey(round: RoundId, owner: OwnerId, key: string): Promise<RevisionHead | undefined> {
    const found = await db
      .selectFrom('revisions')
      .select(headColumns)
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('submission_key', '=', key)
      .executeTakeFirst();
    return found && asHead(found);
  },

  async one(round: RoundId, owner: OwnerId, number: number): Promise<Revision | undefined> {
    const found = await db
      .selectFrom('revisions')
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('number', '=', number)
      .executeTakeFirst();
    const revision = found && asRevision(found);
    // A driver may hold its last answer until the next: what was unpacked must not stay beside what it became.
    if (found) found.content = nothingKept;
    return revision;
  },

  /**
   * Some revisions of a round, a hundred at most, in the order asked for; what there is not is left out. Each is unpacked when its
   * content is asked for, so that whoever takes one after the other has one in memory.
   */
  async some(round: RoundId, wanted: readonly CountedRevision[]): Promise<readonly Revision[]> {
    if (wanted.length === 0) return [];
    const found = await db
      .selectFrom('revisions')
      .selectAll()
      .where(({ or, and }) => or(wanted.map(({ owner, revision }) => and({ owner, round, number: revision }))))
      .execute();
    return wanted.flatMap(({ owner, revision }) => {
      const line = found.find((one) => one.owner === owner && one.number === revision);
      if (!line) return [];
      return [
        {
          ...asHead(line),
          get content() {
            return asRevision(line).content;
          },
        },
      ];
    });
  },

  /** All revisions of a return, the first one first, without their contents. */
  async heads(round: RoundId, owner: OwnerId): Promise<readonly RevisionHead[]> {
    const found = await db
      .selectFrom('revisions')
      .select(headColumns)
      .where('owner', '=', owner)
      .where('round', '=', round)
      .orderBy('number')
      .execute();
    return found.map(asHead);
  },

  /** Of all revisions of a round that lack an expected year group, which: by owner, then number. */
  async lackingYears(round: RoundId): Promise<ReadonlyMap<OwnerId, ReadonlyMap<number, readonly number[]>>> {
    const found = await db
      .selectFrom('revisions')
      .select(['owner', 'number', 'years_missing'])
      .where('round', '=', round)
      .where('years_missing', '<>', '')
      .orderBy('owner')
      .orderBy('number')
      .execute();
    const lacking = new Map<OwnerId, Map<number, readonly number[]>>();
    for (const { owner, number, years_missing: years } of found) {
      const known = lacking.get(ownerId(owner)) ?? new Map<number, readonly number[]>();
      lacking.set(ownerId(owner), known.set(number, asYears(years)));
    }
    return lacking;
  },

  /** The revisions that count in a round, or counted before an instant, by owner, without their contents. */
  async accepted(round: RoundId, before?: Instant): Promise<ReadonlyMap<OwnerId, RevisionHead>> {
    const found = await db
      .selectFrom(headsOfRound(db, round, before).as('heads'))
      .innerJoin('revisions', (join) =>
        join
          .onRef('revisions.owner', '=', 'heads.owner')
          .onRef('revisions.round', '=', 'heads.round')
          .onRef('revisions.number', '=', 'heads.accepted'),
      )
      .select(headColumns.map((column) => `revisions.${column}` as const))
      .execute();
    return new Map(found.map((line) => [ownerId(line.owner), asHead(line)]));
  },

  async add(revision: Revision): Promise<void> {
    await db
      .insertInto('revisions')
      .values({
        owner: revision.owner,
        round: revision.round,
        number: revision.number,
        submission_key: revision.key,
        fingerprint: revision.fingerprint,
        instrument: revision.instrument,
        based_on: revision.basedOn,
        receipt: revision.receipt,
        at: revision.at,
        person: revision.person,
        person_name: revision.personName,
        add_in: revision.addIn,
        rows_answered: revision.counts.rowsAnswered,
        rows_in_all: revision.counts.rows,
        cells: revision.counts.cells,
        explained: revision.counts.explained,
        late_reason: revision.lateReason ?? null,
        years_missing: (revision.yearsMissing ?? []).join(','),
        ...(revision.content
          ? { holds: 'rows', content: packContent(revision.content) }
          : { holds: 'tally', content: pack(revision.said) }),
      })
      .execute();
  },
});

const asRevision = (found: Selectable<Tables['revisions']>): Revision => ({
  ...asHead(found),
  ...(found.holds === 'rows' ? { content: unpackContent(found.content) } : {}),
  ...(found.holds === 'tally' ? { said: unpack(found.content) as SaidWithTally } : {}),
});

const asHead = (found: Omit<Selectable<Tables['revisions']>, 'content' | 'holds'>): RevisionHead => ({
  owner: ownerId(found.owner),
  round: roundId(found.round),
  number: found.number,
  key: found.submission_key,
  fingerprint: fingerprint(found.fingerprint),
  instrument: found.instrument,
  basedOn: found.based_on,
  receipt: found.receipt,
  at: found.at,
  person: found.person,
  personName: found.person_name,
  addIn: found.add_in,
  lateReason: found.late_reason ?? undefined,
  counts: {
    rowsAnswered: found.rows_answered,
    rows: found.rows_in_all,
    cells: found.cells,
    explained: found.explained,
  },
  ...(found.years_missing === '' ? {} : { yearsMissing: asYears(found.years_missing) }),
});

const asYears = (years: string): readonly number[] => years.split(',').map(Number);
