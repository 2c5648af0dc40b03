import type { Model } from '../engine/model.ts';
import type { Attachments } from './attachments.ts';
import type { BorderBook } from './border-book.ts';
import type { HostEvent } from './events.ts';
import type { HighlightBook } from './highlight-book.ts';
import type { WriteBook } from './write-book.ts';
import type { Profile } from './profiles.ts';

/** What a member of the API works with while a batch is carried out. */
export interface Work {
  readonly model: Model;
  readonly profile: Profile;
  readonly kept: Attachments;
  readonly highlights: HighlightBook;
  readonly borders: BorderBook;
  readonly writes: WriteBook;
  readonly runtime: PaneRuntime;
  /** The current year, for dates typed without one. */
  readonly year: number;
  /** Counts the actions, so that what was read for one is not taken for the next. */
  readonly turn: number;
  /** Called before anything is changed: refused in a read-only workbook, which stays clean. */
  changing(): void;
  /** Something that handlers may hear of once the batch is answered. */
  happened(event: HostEvent): void;
  /** Formulas are not calculated before this batch ends. */
  suspendCalculation(): void;
  /** Starts or stops telling this pane of an event. */
  listen(eventType: number, targetId: string, listening: boolean): void;
}

/** Settings of the pane's own runtime; gone when the pane reloads. */
export interface PaneRuntime {
  enableEvents: boolean;
}
