import { batchesOf } from '#core/batches-of.ts';
import { addTallies } from '#core/measures/tally.ts';
import { inOrder } from '#core/measures/total.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { RoundId } from '#core/ids.ts';
import { certified, type Certificate, type PurgedReturn } from '#core/retention/certificate.ts';
import { untouched } from '#core/returns/return-head.ts';
import { takingOf } from '#core/returns/taking.ts';
import { programmeLog } from '../store/audit.ts';
import type { KeptTotal } from '../store/retention.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';
import { wireRound } from './as-wire.ts';
import { countingIn } from './counting.ts';
import type { Act } from './people-acts.ts';
import type { Refusal } from './problems.ts';
import { talliesAtOnce, tallyAnew } from './tallies-of.ts';

/** Whether a round's date has passed. */
export const isDue = ({ keepUntil, purged }: RoundRecord, now: string): boolean =>
  purged === undefined && keepUntil !== undefined && Date.parse(keepUntil) <= Date.parse(now);

/**
 * Purges what a round holds about pupils: rows, explanations, questions, and who it was of its returns. Tallies stay, or
 * only what they add up to, as the round says. Answers the certificate of what went; purged again, the same.
 */
export const purgeRound = async (
  records: Records,
  { by, at }: Act,
  id: RoundId,
  { instruments, reason }: { readonly instruments: Given['instruments']; readonly reason: string | undefined },
): Promise<Result<{ readonly first: boolean; readonly certificate: Certificate }, Refusal>> => {
  const round = await records.rounds.one(id);
  if (!round) return failed({ code: 'not-found' });
  const before = await records.retention.certificate(id);
  if (before) return ok({ first: false, certificate: before });
  if (takingOf(wireRound(round, at), untouched, at) !== 'closed') return failed({ code: 'round-open' });
  if (!isDue(round, at) && reason === undefined) return failed({ code: 'not-due' });

  const total = await keepTallies(records, instruments, round);
  const returns: PurgedReturn[] = [];
  for (const holding of await records.retention.holdings(id)) {
    returns.push({ ...holding, acts: await records.audit.forget(holding.owner, id) });
  }
  await records.retention.purge(id, round.keepTallies);
  const { title, instrument, academicYear, keepUntil } = round;
  const certificate = certified({
    ...{ round: id, title, instrument, academicYear, at, by: by.name },
    ...(reason === undefined ? {} : { reason }),
    ...(keepUntil === undefined ? {} : { keepUntil }),
    ...{ keepTallies: round.keepTallies ?? 'each', returns },
  });
  await records.retention.certify(certificate, total);
  const about = { round: id, certificate: certificate.hash };
  await records.audit.note({ by, at, log: programmeLog, act: 'purge-round', about, reason });
  return ok({ first: true, certificate });
};

/** Brings the tallies of what counts up to date while there are rows, or lets them go; answers what they add up to. */
const keepTallies = async (
  records: Records,
  instruments: Given['instruments'],
  round: RoundRecord,
): Promise<KeptTotal> => {
  const counting = await countingIn(records, instruments, round.id);
  if (!counting) throw new Error(`There is no round ${round.id}.`);
  const { tallier, counted } = counting;
  let sum = tallier.nothing;
  for (const batch of batchesOf(inOrder(counted), talliesAtOnce)) {
    const kept = await records.tallies.some(round.id, batch, tallier.nothing.definition);
    for (const { owner, revision } of batch) {
      const before = kept.get(owner);
      const found = before ? undefined : await records.revisions.one(round.id, owner, revision);
      const anew = found && tallyAnew(instruments, counting, found);
      if (anew) await records.tallies.add(round.id, owner, revision, anew);
      const sums = (before ?? anew)?.sums;
      const added = sums && addTallies(sum, { ...tallier.nothing, returns: 1, sums });
      if (added?.ok) sum = added.value;
    }
  }
  if (round.keepTallies === 'sum') await records.tallies.purge(round.id);
  return { tally: sum, leftOut: counted.size - sum.returns };
};
