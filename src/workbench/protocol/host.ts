import type { Area, Grid } from '#core/cell.ts';
import type { Model } from '../engine/model.ts';
import type { Profile } from './profiles.ts';
import type { EventMessage, HostRequest, HostResponse } from './wire.ts';

/** The stand-in for Excel: carries out the client's batches on a model and refuses what real Excel would refuse. */
export interface Host {
  readonly profile: Profile;
  readonly model: Model;
  /** One task pane: its event handlers and references live as long as the connection. */
  connect(): HostConnection;
  /** The person is editing a cell: batches are refused, or wait when they say so. */
  setEditing(editing: boolean): void;
  /** Whether something changed since `saved` was last called. */
  readonly dirty: boolean;
  /** The workbench has stored the workbook. */
  saved(): void;
  /** Somebody else, elsewhere, puts values into cells (already coerced); handlers see `source: 'Remote'`. */
  remoteEdit(sheet: string, area: Area, values: Grid): void;
  /** Resolves when every batch taken so far is answered and every event of it has been sent. */
  quiet(): Promise<void>;
  dispose(): void;
}

export interface HostConnection {
  /** Carries out one batch; batches of one connection run one after another. */
  execute(request: HostRequest): Promise<HostResponse>;
  /** Events are delivered after the batch that caused them is answered, in order. */
  onEvents(listener: (message: EventMessage) => void): () => void;
  close(): void;
}

export interface HostOptions {
  readonly model: Model;
  readonly profile: Profile;
  /** `all`: no event ever arrives. `drop-down-picks`: one-cell edits that enter a choice of a list do not fire. */
  readonly dropEvents?: 'none' | 'drop-down-picks' | 'all';
  /** Reads succeed, writes are `AccessDenied`. */
  readonly readOnly?: boolean;
}
