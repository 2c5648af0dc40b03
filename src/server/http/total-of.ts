import type { Instant } from '#core/ids.ts';
import { addTallies, type Tally } from '#core/measures/tally.ts';
import {
  afterChange,
  changeBetween,
  inOrder,
  isWhole,
  type Change,
  type CountedRevision,
  type Total,
} from '#core/measures/total.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { KeptTotal } from '../store/retention.ts';
import type { CountedTotal } from '../store/totals.ts';
import type { Given } from './app.ts';
import type { Counting } from './counting.ts';
import type { Refusal } from './problems.ts';
import { keepIfPossible, talliesOf } from './tallies-of.ts';
import { withoutTallies } from './without-rows.ts';

type Parts = Pick<Given, 'store' | 'instruments'>;

/**
 * What the returns come to that count now, or counted before an instant. Now, the total that was kept is brought up to
 * date by what has changed since and kept again, apart from all submissions; one that another definition made, or of an
 * earlier moment, is added up anew. A return without a tally is left out and counted. Of a round that is purged it is what
 * it was then; what its returns were before is not known any more where their tallies went too.
 */
export const totalOf = async (
  given: Parts,
  counting: Counting,
  before: Instant | undefined,
): Promise<Result<KeptTotal, Refusal>> => {
  const { id, purged } = counting.round;
  if (purged !== undefined) {
    const kept = before === undefined || before > purged;
    const total = kept ? await given.store.read(({ retention }) => retention.total(id)) : undefined;
    if (total) return ok(total);
    const refusal = withoutTallies(counting.round);
    if (refusal) return failed(refusal);
  }
  const { tally } = before === undefined ? await upToDate(given, counting) : await addedUp(given, counting);
  return ok({ tally, leftOut: counting.counted.size - tally.returns });
};

const upToDate = async (given: Parts, counting: Counting): Promise<Total> => {
  const { round, tallier, counted } = counting;
  const { definition } = tallier.nothing;
  const last = await given.store.read(({ totals }) => totals.of(round.id));
  const kept = last?.definition === definition ? last : undefined;
  const change = kept && changeBetween(kept.counted, counted);
  if (change && change.out.length + change.into.length === 0) return asTotal(counting, kept);
  const total =
    (change && (await broughtUpToDate(given, counting, kept, change))) ?? (await addedUp(given, counting));
  const { tally, counted: inIt, whole } = total;
  await keepIfPossible(given.store, ({ totals }) =>
    totals.put(round.id, { definition, sums: tally.sums, counted: inIt, whole }),
  );
  return total;
};

const asTotal = ({ tallier }: Counting, { sums, counted, whole }: CountedTotal): Total => ({
  tally: { ...tallier.nothing, returns: counted.size, sums },
  ...{ counted, whole },
});

const broughtUpToDate = async (
  given: Parts,
  counting: Counting,
  kept: CountedTotal,
  { out, into }: Change,
): Promise<Total | undefined> => {
  // Where that is more work than adding up anew, or would not come to it, it is not done.
  if (!kept.whole || out.length + into.length > counting.counted.size) return undefined;
  const all = async (wanted: readonly CountedRevision[]) => {
    const found = new Map<CountedRevision, Tally>();
    for await (const { tally, ...one } of talliesOf(given, counting, wanted)) if (tally) found.set(one, tally);
    return found;
  };
  const [left, came] = [await all(out), await all(into)];
  // What was put in once can be taken out again only by its tally.
  if (left.size < out.length) return undefined;
  const tally = afterChange(asTotal(counting, kept), [...left.values()], [...came.values()]);
  const counted = new Map(kept.counted);
  for (const { owner } of out) counted.delete(owner);
  for (const { owner, revision } of came.keys()) counted.set(owner, revision);
  return tally && { tally, counted, whole: true };
};

const addedUp = async (given: Parts, counting: Counting): Promise<Total> => {
  let sum = counting.tallier.nothing;
  let whole = true;
  const counted = new Map<CountedRevision['owner'], number>();
  for await (const { owner, revision, tally } of talliesOf(given, counting, inOrder(counting.counted))) {
    if (!tally) continue;
    const added = addTallies(sum, tally);
    if (!added.ok) throw new Error(`The tallies of ${counting.round.id} do not add up.`);
    sum = added.value;
    whole &&= isWhole(tally) && isWhole(sum);
    counted.set(owner, revision);
  }
  return { tally: sum, counted, whole };
};
