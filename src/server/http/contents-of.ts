import type { ConsolidatedOwner } from '#core/consolidation/consolidated-returns.ts';
import type { Given } from './app.ts';
import { asAsked } from './as-asked.ts';
import type { RoundThen } from './round-then.ts';

/**
 * Every owner of a round as it stood, one after the other, with the answers that counted. One revision is read at a time,
 * in a transaction of its own: revisions never change, memory stays flat, and whoever reads slowly holds up nobody.
 * Nothing is read any more once nobody asks for the next.
 */
export async function* contentsOf(
  { store, instruments }: Pick<Given, 'store' | 'instruments'>,
  { round, instrument, owners }: RoundThen,
): AsyncGenerator<ConsolidatedOwner> {
  for (const { owner, name, state, accepted } of owners) {
    if (accepted === undefined) {
      yield { owner, name, state };
      continue;
    }
    const revision = await store.read(({ revisions }) => revisions.one(round.id, owner, accepted));
    if (!revision) throw new Error(`revision ${accepted} of ${owner} is not there`);
    const { number, receipt, content, instrument: from } = revision;
    yield {
      ...{ owner, name, state },
      accepted: {
        ...{ revision: number, receipt },
        ...(content ? { content: asAsked(instruments, instrument, { instrument: from, content }) } : {}),
      },
    };
  }
}
