import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ownerId } from '#core/ids.ts';
import type { SubmitRequest, WireReceipt } from '#wire/shapes.ts';
import { httpCollectionApi } from '../../../src/api/http-collection-api.ts';
import type { CollectionApi } from '../../../src/api/collection-api.ts';
import { openStore, type Place } from '../../../src/server/store/store.ts';
import { verifyAudit } from '../../../src/server/store/verify-audit.ts';
import { contentOf, submission } from './endpoint.ts';
import { startServerProcess } from './server-process.ts';
import { round } from './small-programme.ts';

/** Schools that submit one revision after the other, each as soon as the one before is acknowledged. */
const owners = Array.from({ length: 16 }, (_, at) => ownerId(String(999000 + at)));

/** What a school knows: the receipts it was given, and what it sent without being answered. */
interface Ledger {
  readonly receipts: WireReceipt[];
  underWay: SubmitRequest | undefined;
}

/**
 * Kills a server under load, at a moment that chance chooses, and starts another over the same database; so many times.
 * Throws when an acknowledged revision is not there as it was acknowledged, when what was sent again stands twice, or
 * when the log of acts does not verify. Answers how many revisions were acknowledged.
 */
export const killInRounds = async (place: Place, rounds: number): Promise<number> => {
  const ledgers = owners.map((): Ledger => ({ receipts: [], underWay: undefined }));
  for (let nth = 1; nth <= rounds; nth += 1) {
    const { child, base } = await startServerProcess(place, owners.length);
    const gone = once(child, 'exit');
    let load: readonly Promise<void>[] = [];
    const schools = await Promise.all(owners.map((owner) => signedIn(base, owner)));
    // So much is done before, or nothing would be at stake on a slow machine; and a moment more, so that it may die
    // anywhere between two receipts.
    let left = 1 + Math.floor(Math.random() * 30);
    await new Promise<void>((enough) => {
      const acknowledged = () => void ((left -= 1) === 0 && enough());
      load = schools.map((school, at) => submitOnAndOn(school, owners[at]!, ledgers[at]!, acknowledged));
    });
    await pause(Math.random() * 50);
    child.kill('SIGKILL');
    await Promise.all([gone, ...load]);
    await asAcknowledged(place, ledgers);
  }
  return ledgers.reduce((sum, { receipts }) => sum + receipts.length, 0);
};

const signedIn = async (base: string, owner: string): Promise<CollectionApi> => {
  const api = httpCollectionApi({ base, fetch, now: () => '2009-06-01T12:00:00.000Z' });
  const answer = await api.signIn(`CODE-${owner}`);
  if (!answer.ok) throw new Error(`not signed in: ${JSON.stringify(answer.failure)}`);
  return api;
};

/** What was not answered is sent again first, unchanged, as the outbox does; ends when nobody answers any more. */
const submitOnAndOn = async (
  school: CollectionApi,
  owner: string,
  ledger: Ledger,
  acknowledged: () => void,
): Promise<void> => {
  for (;;) {
    const number = ledger.receipts.length + 1;
    const content = contentOf({ A1: { stage: '3 Done', note: `as it was at revision ${number}` } });
    ledger.underWay ??= submission(round, owner, `key-${owner}-${number}`, number - 1, content);
    const answer = await school.submit(round, ownerId(owner), ledger.underWay);
    if (!answer.ok && answer.failure.kind === 'offline') return;
    if (!answer.ok && answer.failure.kind === 'problem' && answer.failure.problem.code === 'unavailable') continue;
    if (!answer.ok) throw new Error(`${owner}, revision ${number}: ${JSON.stringify(answer.failure)}`);
    if (answer.value.revision !== number) throw new Error(`${owner}: ${number} stands as ${answer.value.revision}`);
    ledger.receipts.push(answer.value);
    ledger.underWay = undefined;
    acknowledged();
  }
};

/** Looks into the database itself: each receipt's revision, at most the one under way besides, and the log of acts. */
const asAcknowledged = async (place: Place, ledgers: readonly Ledger[]): Promise<void> => {
  const opened = await openStore({ place, mode: 'real', now: new Date().toISOString() });
  if (!opened.ok) throw new Error('not opened');
  const store = opened.value;
  for (const [at, { receipts, underWay }] of ledgers.entries()) {
    const heads = await store.read(({ revisions }) => revisions.heads(round, owners[at]!));
    const told = receipts.map(({ number, revision, fingerprint }) => ({
      receipt: number,
      number: revision,
      fingerprint,
    }));
    const kept = heads.map(({ receipt, number, fingerprint }) => ({ receipt, number, fingerprint }));
    const isWhole = JSON.stringify(kept.slice(0, told.length)) === JSON.stringify(told);
    const more = kept.length - told.length;
    const acts = await store.read(({ audit }) => audit.entries(owners[at]!));
    const submitted = acts.filter(({ entry }) => entry.act === 'submit').length;
    if (!isWhole || more > (underWay ? 1 : 0) || submitted !== kept.length)
      throw new Error(`${owners[at]}: told ${JSON.stringify(told)}, kept ${JSON.stringify(kept)}`);
  }
  const verdict = await verifyAudit(store);
  await store.close();
  if (verdict.faults.length > 0 || verdict.brokenCheckpoints.length > 0)
    throw new Error(`the log does not verify: ${JSON.stringify(verdict)}`);
};
