import type { Instant, OwnerId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { Round } from '#core/returns/round.ts';
import type { SheetRole } from '#core/sheet/sheet-plan.ts';
import type { ApiFailure, CollectionApi, SubmissionMemory } from '../api/collection-api.ts';
import type { LeftBehind } from './in-version.ts';
import type { InstrumentShelf } from './instrument-shelf.ts';
import type { SheetId, Workbook, WorkbookFailure } from '../workbook/workbook.ts';

/** What every flow works with, handed in by the pane's main, a command or a test. */
export interface Desk {
  readonly workbook: Workbook;
  readonly api: CollectionApi;
  readonly memory: SubmissionMemory;
  readonly instruments: InstrumentShelf;
  readonly now: () => Instant;
  /** A new unguessable id: letters, digits and hyphens, at most 40 characters. */
  readonly newId: () => string;
  /** Version of the add-in. */
  readonly addIn: string;
}

/** As much of a desk as it takes to look into a workbook: a file on a disk needs no endpoint. */
export type ReadingDesk = Pick<Desk, 'workbook' | 'instruments'>;

/** A return that stands in the workbook, ready to work with. */
export interface OpenReturn {
  readonly owner: OwnerId;
  readonly ownerName: string;
  readonly round: Round;
  /** What else decides how it is read and checked; what the round says, when not known. */
  readonly circumstances?: Circumstances;
  /** The version that the sheets were made with; the round may ask a newer one by now, see `needsUpgrade`. */
  readonly instrument: Instrument;
  readonly sheets: Readonly<Partial<Record<SheetRole, SheetId>>> & { readonly entry: SheetId };
  /** What was answered before and has no place in these sheets; known only when they have just been drawn. */
  readonly left?: LeftBehind;
}

/** Why a flow did not come to its end. Nothing that was typed is ever lost by one. */
export type FlowFailure =
  | { readonly kind: 'workbook'; readonly failure: WorkbookFailure }
  | { readonly kind: 'api'; readonly failure: ApiFailure }
  /** This add-in does not know the instrument version of the round: it must be updated. */
  | { readonly kind: 'instrument-unknown'; readonly reference: string }
  /** The return stands twice in the workbook; the person says which sheet counts by deleting the other. */
  | { readonly kind: 'two-copies'; readonly sheets: readonly string[] }
  /** The sheet cannot be read as this return any more: its code or its header is gone. */
  | { readonly kind: 'sheet-damaged' }
  /** The sheets were made with an older version of the instrument than the round asks now: upgrade them first. */
  | { readonly kind: 'older-version'; readonly reference: string };
