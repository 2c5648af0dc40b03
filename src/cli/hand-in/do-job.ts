import type { CollectionApi } from '#api/collection-api.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { submitReturn } from '#flows/submit-return.ts';
import { upgradeReturn } from '#flows/upgrade-return.ts';
import type { HandedIn, HandInOutcome, NotRead, Sending } from '#server/hand-in.ts';
import type { InstrumentsAtHand } from '../instruments-at-hand.ts';
import { failedReading } from './failed-reading.ts';
import type { Job, JobAnswer } from './job.ts';
import { freshWorkbook, openHandedIn, type OpenedHandedIn } from './open-handed-in.ts';
import { readHandedIn } from './read-handed-in.ts';

/** Does what the page needs done with a workbook, by the same flows as the pane. */
export const doJob = async (job: Job, api: CollectionApi, instruments: InstrumentsAtHand): Promise<JobAnswer> => {
  const { place } = job;
  switch (job.act) {
    case 'make': {
      const made = await freshWorkbook(place, api, instruments);
      return made.ok ? bytesOf(made.value) : made;
    }
    case 'upgrade': {
      const opened = await openHandedIn(job.file, place, api, instruments);
      if (!opened.ok) return opened;
      const upgraded = await upgradeReturn(opened.value.desk, opened.value.open);
      return upgraded.ok ? bytesOf(opened.value) : failed(failedReading(upgraded.failure));
    }
    default: {
      const opened = await openFor(job.handed, job, api, instruments);
      if (!opened.ok) return { kind: 'not-read', why: opened.failure };
      return job.act === 'check' ? check(opened.value, job.handed) : submit(opened.value, job.handed, job.sending);
    }
  }
};

const openFor = (
  { file }: HandedIn,
  { place }: Job,
  api: CollectionApi,
  instruments: InstrumentsAtHand,
): Promise<Result<OpenedHandedIn, NotRead>> =>
  file === undefined ? freshWorkbook(place, api, instruments) : openHandedIn(file, place, api, instruments);

const bytesOf = async ({ book }: OpenedHandedIn): Promise<Result<Uint8Array, NotRead>> => {
  const bytes = await book.toBytes({ caches: true });
  return bytes.ok ? ok(bytes.value) : failed({ kind: 'damaged' });
};

const check = async (opened: OpenedHandedIn, handed: HandedIn): Promise<HandInOutcome> => {
  const read = await readHandedIn(opened, handed);
  return read.ok ? { kind: 'read', report: read.value.report } : notRead(read.failure);
};

const submit = async (
  opened: OpenedHandedIn,
  handed: HandedIn,
  { key, confirmed, late }: Sending,
): Promise<HandInOutcome> => {
  const read = await readHandedIn(opened, handed);
  if (!read.ok) return notRead(read.failure);
  const { desk, open, report } = read.value;
  if (report.newer) return { kind: 'read', report };
  // Pressed twice, or sent by the add-in meanwhile.
  if (report.unchanged) return { kind: 'receipt', revision: report.unchanged.revision };
  const unconfirmed = confirmed ? 'submit' : 'ask';
  const sent = await submitReturn({ ...desk, newId: () => key }, open, { unconfirmed, late });
  if (!sent.ok) return notRead(failedReading(sent.failure));
  switch (sent.value.kind) {
    case 'receipt':
      return { kind: 'receipt', revision: sent.value.receipt.revision };
    // No answer came, or one that may be another later: the same key again is a resend.
    case 'waiting':
      return { kind: 'refused', code: 'unavailable' };
    case 'conflict':
      return { kind: 'refused', code: 'conflict' };
    default:
      return { kind: 'read', report };
  }
};

/** What the endpoint refused is told as that, whatever was being done. */
const notRead = (why: NotRead): HandInOutcome => (why.kind === 'refused' ? why : { kind: 'not-read', why });
