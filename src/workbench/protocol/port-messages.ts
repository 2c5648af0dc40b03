import type { ProfileId } from './profiles.ts';
import type { EventMessage, HostRequest, HostResponse } from './wire.ts';

/** What a task pane in its own page sends to the host. */
export interface FromPane {
  readonly id: number;
  readonly request: HostRequest;
}

/** What the host sends to the pane: which Excel it is, answers under the request's id, events. */
export type FromHost =
  | { readonly kind: 'hello'; readonly profile: ProfileId }
  | { readonly kind: 'answer'; readonly id: number; readonly response: HostResponse }
  | { readonly kind: 'events'; readonly message: EventMessage };
