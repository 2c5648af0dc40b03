import type { CollectionApi } from '#api/collection-api.ts';
import type { Result } from '#core/result.ts';
import type { HandedIn, HandInOutcome, HandInPlace, NotRead, Sending } from '#server/hand-in.ts';

/** What a child process is asked to do with a workbook, and what it is told of whose it is. */
export type Job = { readonly place: Pick<HandInPlace, 'round' | 'owner' | 'person'> } & (
  | { readonly act: 'make' }
  | { readonly act: 'upgrade'; readonly file: Uint8Array }
  | { readonly act: 'check'; readonly handed: HandedIn }
  | { readonly act: 'submit'; readonly handed: HandedIn; readonly sending: Sending }
);

/** A file for `make` and `upgrade`, else how it ended. */
export type JobAnswer = Result<Uint8Array, NotRead> | HandInOutcome;

/** What of the endpoint a child may ask for, through its parent: it holds no token and has no network of its own. */
export const askable = [
  'rounds',
  'instrument',
  'return',
  'circumstances',
  'revision',
  'start',
  'submit',
] as const satisfies readonly (keyof CollectionApi)[];
export type Askable = (typeof askable)[number];

export type ToChild =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown };

export type FromChild =
  | { readonly kind: 'ask'; readonly id: number; readonly call: Askable; readonly args: readonly unknown[] }
  | { readonly kind: 'done'; readonly answer: JobAnswer };
