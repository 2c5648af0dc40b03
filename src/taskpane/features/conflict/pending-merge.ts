import type { Merge } from '#core/returns/merge.ts';
import type { LatestRevision } from '#flows/merge-with-server.ts';

/** Two workbooks put together, waiting for the person to look at it. */
export interface PendingMerge {
  readonly merge: Merge;
  readonly latest: LatestRevision;
}
