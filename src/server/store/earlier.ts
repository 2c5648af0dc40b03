import type { Kysely } from 'kysely';
import type { Cell } from '#core/cell.ts';
import type { OwnerId, RoundId } from '#core/ids.ts';
import type { SchoolStatus } from '#core/register/school.ts';
import type { Tables } from './tables.ts';

/** An instant since when something was so; none where that was before it was written down. */
const toldOf = (since: string) => (since === '' ? null : since);

/** All that is kept of how an owner stood before, to be given out; `tableAt` is what it is kept for. */
export const earlierIn = (db: Kysely<Tables>) => ({
  /** Since when it is known, what its entry said, when it took part, who looked after it or whom it looked after, what took its place. */
  async ofOwner(owner: OwnerId) {
    const known = await db.selectFrom('owners').select('known_since').where('owner', '=', owner).executeTakeFirst();
    const entries = await db
      .selectFrom('earlier_owners')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('until')
      .execute();
    const took = await db.selectFrom('enlistments').selectAll().where('owner', '=', owner).orderBy('since').execute();
    const looked = await db
      .selectFrom('looked_after')
      .selectAll()
      .where(({ or, eb }) => or([eb('owner', '=', owner), eb('mentor', '=', owner)]))
      .orderBy('since')
      .orderBy('mentor')
      .orderBy('owner')
      .execute();
    const successors = await db
      .selectFrom('earlier_successors')
      .select(['successor', 'until', 'name', 'since'])
      .where('owner', '=', owner)
      .orderBy('until')
      .orderBy('successor')
      .execute();
    return {
      knownSince: toldOf(known?.known_since ?? ''),
      entries: entries.map(
        ({ owner: _hers, local_authority: localAuthority, search_text: _found, status, ...entry }) => ({
          ...entry,
          status: status as SchoolStatus,
          localAuthority,
        }),
      ),
      tookPart: took.map(({ since, until }) => ({ since: toldOf(since), until })),
      lookedAfter: looked.map(({ mentor, owner: school, since, until }) => ({
        mentor,
        school,
        since: toldOf(since),
        until,
      })),
      successors,
    };
  },

  /** Of the questions on a return: who was to answer them and how they were settled, until that changed. */
  async questions(round: RoundId, owner: OwnerId) {
    const found = await db
      .selectFrom('earlier_questions')
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .orderBy('until')
      .orderBy('question')
      .execute();
    return found.map(({ question, until, assignee, settled_at, settled_by, settled_value }) => ({
      question,
      until,
      assignee,
      settledAt: settled_at,
      settledBy: settled_by,
      settledValue: JSON.parse(settled_value ?? 'null') as Cell,
    }));
  },
});
