import { fingerprint, type Fingerprint, type Instant } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { CellDifference } from '#core/returns/difference.ts';
import { untouched } from '#core/returns/return-head.ts';
import { takingOf } from '#core/returns/taking.ts';
import type { SubmitRequest, WireReceipt } from '#wire/shapes.ts';
import type { Owner, Person } from '../store/people.ts';
import type { Revision, RevisionHead } from '../store/revisions.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import { wireReceipt, wireRound } from './as-wire.ts';
import { moveReturn } from './move-return.ts';
import type { Refusal } from './problems.ts';
import { receiptNumber } from './receipt-number.ts';

/** A submission, whatever it brings: rows or a tally. */
export interface Arrival {
  readonly round: RoundRecord;
  readonly owner: Owner;
  readonly person: Person;
  readonly sent: Pick<SubmitRequest, 'key' | 'fingerprint' | 'basedOn' | 'late' | 'addIn'>;
  /** The fingerprint of what it brings, in a version of the instrument. */
  readonly print: (instrument: string) => Fingerprint;
  readonly now: Instant;
}

export interface Submitted {
  readonly first: boolean;
  readonly receipt: WireReceipt;
}

/**
 * The answer to what came before under the same key; `undefined` for what comes for the first time. A resend gets its
 * receipt even when the round has closed since, asks a newer version or holds a newer revision: it was taken then.
 */
export const resent = async (
  { revisions }: Records,
  { round, owner, sent, print }: Arrival,
): Promise<Result<Submitted, Refusal> | undefined> => {
  const before = await revisions.byKey(round.id, owner.owner, sent.key);
  if (!before) return undefined;
  const isSame = before.fingerprint === print(before.instrument);
  if (print(before.instrument) !== sent.fingerprint) {
    return failed({ code: isSame ? 'fingerprint-wrong' : 'key-reused' });
  }
  return isSame ? ok({ first: false, receipt: wireReceipt(before, owner.name) }) : failed({ code: 'key-reused' });
};

/**
 * Why it cannot be taken now, whatever its answers are: something changed it on the way, the round does not take it, or a
 * newer revision stands. `differing` says in what the latest one differs from what was sent.
 */
export const unacceptable = async (
  { returns, revisions }: Records,
  { round, owner, sent, print, now }: Arrival,
  differing: (latest: Revision) => readonly CellDifference[],
): Promise<Refusal | undefined> => {
  if (print(round.instrument) !== sent.fingerprint) return { code: 'fingerprint-wrong' };
  if (round.purged !== undefined) return { code: 'purged' };
  const record = await returns.one(round.id, owner.owner);
  const taking = takingOf(wireRound(round, now), record ?? untouched, now);
  if (taking === 'closed') return { code: 'round-closed' };
  if (taking === 'late' && sent.late === undefined) return { code: 'late-reason' };
  const number = record?.latest ?? 0;
  if (number === sent.basedOn) return undefined;
  const latest = await revisions.one(round.id, owner.owner, number);
  if (!latest) return { code: 'conflict', details: { differing: [] } };
  return {
    code: 'conflict',
    details: {
      latest: { revision: latest.number, by: latest.personName, at: latest.at },
      differing: [...differing(latest)],
    },
  };
};

/** Makes it a revision, with its tally, and answers the receipt. */
export const takeIn = async (
  records: Records,
  { round, owner, person, sent, now }: Arrival,
  brought: Pick<Revision, 'content' | 'said' | 'counts' | 'yearsMissing'> & {
    readonly tally: Pick<Tally, 'definition' | 'sums'>;
  },
): Promise<Result<Submitted, Refusal>> => {
  const ids = { round: round.id, owner: owner.owner };
  const taking = takingOf(wireRound(round, now), (await records.returns.one(ids.round, ids.owner)) ?? untouched, now);
  const moved = await moveReturn(records, ids, 'submit', { person, as: 'owner', now });
  if (!moved) return failed({ code: 'state' });
  const number = moved.latest;
  const print = fingerprint(sent.fingerprint);
  const { tally, counts, ...held } = brought;
  const head: RevisionHead = {
    ...ids,
    number,
    key: sent.key,
    fingerprint: print,
    instrument: round.instrument,
    basedOn: sent.basedOn,
    receipt: receiptNumber(owner.owner, round.id, number, print),
    at: now,
    person: person.id,
    personName: person.name,
    addIn: sent.addIn,
    lateReason: taking === 'late' ? sent.late : undefined,
    counts,
  };
  await records.revisions.add({ ...head, ...held });
  await records.tallies.add(round.id, owner.owner, number, tally);
  return ok({ first: true, receipt: wireReceipt(head, owner.name) });
};
