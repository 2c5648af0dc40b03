import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { hashesOfCode, hashOfCode, hashOfToken } from './hash.ts';
import type { Tables } from './tables.ts';

/** What is known of an access code; the code itself lies nowhere. */
export interface Code {
  /** What lists and addresses call it; says nothing about the code. */
  readonly id: string;
  readonly person: string;
  /** Empty for codes made before it was written down. */
  readonly madeAt: Instant | undefined;
  /** From then on it lets nobody in; without it, until it is revoked. */
  readonly expires: Instant | undefined;
  readonly revokedAt: Instant | undefined;
  readonly lastUsedAt: Instant | undefined;
  /** Used up by the first sign-in. */
  readonly once: boolean;
}

/** Whether a code lets its person in at that instant. */
export const holds = ({ expires, revokedAt, lastUsedAt, once }: Code, now: Instant): boolean =>
  revokedAt === undefined && (expires === undefined || now < expires) && !(once && lastUsedAt !== undefined);

/** Access codes. Nothing of them is deleted: a revoked one stays in the lists. */
export const codesIn = (db: Kysely<Tables>) => {
  /** A code by its id; those made before ids were kept have one that follows from their hash. */
  const kept = async (person: string, id: string) => {
    const hers = await db.selectFrom('access_codes').selectAll().where('person', '=', person).execute();
    return hers.map(asKept).find(({ code }) => code.id === id);
  };

  return {
    /** The code that somebody typed, whether or not it still holds; `undefined` when it is nobody's. */
    async typed(code: string): Promise<Code | undefined> {
      const found = await db
        .selectFrom('access_codes')
        .selectAll()
        .where('code_hash', 'in', hashesOfCode(code))
        .executeTakeFirst();
      return found && asKept(found).code;
    },

    async one(person: string, id: string): Promise<Code | undefined> {
      return (await kept(person, id))?.code;
    },

    /** The codes of somebody, the first made first. */
    async all(person: string): Promise<readonly Code[]> {
      return (await this.byPerson([person])).get(person) ?? [];
    },

    /** The codes of several people, of each the first made first; nobody without codes. */
    async byPerson(people: readonly string[]): Promise<ReadonlyMap<string, readonly Code[]>> {
      const theirs = new Map<string, Code[]>();
      if (people.length === 0) return theirs;
      const found = await db
        .selectFrom('access_codes')
        .selectAll()
        .where('person', 'in', people)
        .orderBy('code_hash')
        .execute();
      for (const { code } of found.map(asKept)) theirs.set(code.person, [...(theirs.get(code.person) ?? []), code]);
      for (const codes of theirs.values()) codes.sort(byMaking);
      return theirs;
    },

    /** Keeps a new code: what it is known by, and what it hashes to. */
    async add(
      code: string,
      { id, person, madeAt, expires, once }: Omit<Code, 'revokedAt' | 'lastUsedAt'>,
    ): Promise<void> {
      await db
        .insertInto('access_codes')
        .values({
          code_hash: hashOfCode(code),
          person,
          code_id: id,
          made_at: madeAt ?? null,
          expires: expires ?? null,
          once: once ? 1 : 0,
        })
        .execute();
    },

    /** Gives a code another text; the one before is nobody's any more. */
    async rewrite({ person, id }: Code, text: string): Promise<void> {
      const hash = (await kept(person, id))?.hash;
      if (hash === undefined) return;
      const code_hash = hashOfCode(text);
      await db.updateTable('access_codes').set({ code_hash }).where('code_hash', '=', hash).execute();
    },

    /** Notes that somebody signed in with it. */
    async used(typed: string, now: Instant): Promise<void> {
      const hashes = hashesOfCode(typed);
      await db.updateTable('access_codes').set({ last_used_at: now }).where('code_hash', 'in', hashes).execute();
    },

    async revoke({ person, id }: Code, now: Instant): Promise<void> {
      const hash = (await kept(person, id))?.hash;
      if (hash === undefined) return;
      await db.updateTable('access_codes').set({ revoked_at: now }).where('code_hash', '=', hash).execute();
    },

    /** The codes of everybody of the project team who has not ended. */
    async ofProjectTeam(): Promise<readonly Code[]> {
      const found = await db
        .selectFrom('access_codes')
        .innerJoin('people', 'people.person', 'access_codes.person')
        .selectAll('access_codes')
        .where('people.role', '=', 'project-team')
        .where('people.ended_at', 'is', null)
        .execute();
      return found.map((one) => asKept(one).code);
    },
  };
};

/** Databases do not agree where an empty instant sorts. */
const byMaking = (one: Code, other: Code): number =>
  (one.madeAt ?? '') < (other.madeAt ?? '') ? -1 : one.madeAt === other.madeAt ? 0 : 1;

const asKept = (found: Selectable<Tables['access_codes']>): { readonly hash: string; readonly code: Code } => ({
  hash: found.code_hash,
  code: {
    id: found.code_id ?? hashOfToken(found.code_hash).slice(0, 16).toUpperCase(),
    person: found.person,
    madeAt: found.made_at ?? undefined,
    expires: found.expires ?? undefined,
    revokedAt: found.revoked_at ?? undefined,
    lastUsedAt: found.last_used_at ?? undefined,
    once: found.once === 1,
  },
});
