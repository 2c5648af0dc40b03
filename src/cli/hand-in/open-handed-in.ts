import type { CollectionApi } from '#api/collection-api.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { Desk, OpenReturn } from '#flows/desk.ts';
import { findHandedIn } from '#flows/find-handed-in.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { openReturn } from '#flows/open-return.ts';
import { planRedrawing } from '#flows/redraw-return.ts';
import { roundOf } from '#flows/round-of.ts';
import type { HandInPlace, NotRead } from '#server/hand-in.ts';
import { newXlsx, openXlsx, type XlsxWorkbook } from '#workbook/xlsx/xlsx-workbook.ts';
import type { InstrumentsAtHand } from '../instruments-at-hand.ts';
import { nodeUnpacker } from '../node-unpacker.ts';
import { version } from '../own-files.ts';
import { failedApi, failedReading, notThis } from './failed-reading.ts';

/** A workbook in memory with the return that it was handed in for. */
export interface OpenedHandedIn {
  readonly desk: Desk;
  readonly book: XlsxWorkbook;
  readonly open: OpenReturn;
}

type Place = Pick<HandInPlace, 'round' | 'owner'>;

/** A new workbook of the return, with what the endpoint holds of it. */
export const freshWorkbook = async (
  place: Place,
  api: CollectionApi,
  instruments: InstrumentsAtHand,
): Promise<Result<OpenedHandedIn, NotRead>> => {
  const told = await api.return(place.round, place.owner);
  if (!told.ok) return failed(failedApi(told.failure));
  const book = newXlsx();
  const desk = deskOver(book, api, instruments);
  const { round, line } = told.value;
  const opened = await openReturn(desk, { round, owner: place.owner, ownerName: line.ownerName });
  return opened.ok ? ok({ desk, book, open: opened.value }) : failed(failedReading(opened.failure));
};

/** The return in a file that somebody handed in, who may be a stranger. What is wrong with the file is the failure. */
export const openHandedIn = async (
  file: Uint8Array,
  place: Place,
  api: CollectionApi,
  instruments: InstrumentsAtHand,
): Promise<Result<OpenedHandedIn, NotRead>> => {
  const read = await openXlsx(file, nodeUnpacker);
  if (!read.ok) return failed({ kind: read.failure.kind });
  const told = await api.return(place.round, place.owner);
  if (!told.ok) return failed(failedApi(told.failure));
  const book = read.value;
  const desk = deskOver(book, api, instruments);
  const { round, line } = told.value;
  const known = { owner: place.owner, ownerName: line.ownerName, round: roundOf(round) };
  const found = await findHandedIn(desk, known);
  if (!found.ok) return failed(failedReading(found.failure));
  if (found.value.kind !== 'found') return failed(notThis(found.value));
  // What waits in its outbox is older than the sheets, and nobody sees it on the page: it is not sent from here.
  await book.setNote('outbox', undefined);
  return ok({ desk, book, open: found.value.open });
};

/** The return with its record: where that sheet is gone, a new one, so that explanations have a place. */
export const withRecord = async ({ desk, open }: OpenedHandedIn): Promise<Result<OpenReturn, NotRead>> => {
  if (open.sheets.record !== undefined) return ok(open);
  const redrawing = await planRedrawing(desk, open);
  if (!redrawing.ok) return failed(failedReading(redrawing.failure));
  const record = redrawing.value.plans.filter(({ plan }) => plan.role === 'record');
  const drawn = await desk.workbook.draw(record);
  const sheet = drawn.ok ? drawn.value[0] : undefined;
  return sheet === undefined
    ? failed({ kind: 'damaged' })
    : ok({ ...open, sheets: { ...open.sheets, record: sheet } });
};

const deskOver = (workbook: XlsxWorkbook, api: CollectionApi, instruments: InstrumentsAtHand): Desk => ({
  workbook,
  api,
  memory: { remember: () => undefined, all: () => [], forget: () => undefined },
  instruments: instrumentShelf(instruments),
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
  addIn: `page ${version()}`,
});
