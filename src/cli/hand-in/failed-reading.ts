import type { ApiFailure } from '#api/collection-api.ts';
import type { FlowFailure } from '#flows/desk.ts';
import type { FoundHandedIn } from '#flows/find-handed-in.ts';
import type { NotRead } from '#server/hand-in.ts';

/** A flow that did not come to its end, as the page is told of it. */
export const failedReading = (failure: FlowFailure): NotRead => {
  switch (failure.kind) {
    case 'api':
      return failedApi(failure.failure);
    case 'two-copies':
      return { kind: 'two-copies', sheets: failure.sheets };
    case 'older-version':
      return { kind: 'older-version' };
    case 'sheet-damaged':
      return { kind: 'sheet-damaged' };
    case 'instrument-unknown':
      return { kind: 'refused', code: 'not-found' };
    case 'workbook':
      return { kind: 'damaged' };
  }
};

export const failedApi = (failure: ApiFailure): NotRead => {
  if (failure.kind !== 'problem') return { kind: 'refused', code: 'unavailable' };
  const { code, requestId } = failure.problem;
  return { kind: 'refused', code, ...(requestId === undefined ? {} : { requestId }) };
};

/** A workbook that is not the one that was asked for. */
export const notThis = (found: Exclude<FoundHandedIn, { kind: 'found' }>): NotRead => {
  switch (found.kind) {
    case 'other-owner':
      return { kind: 'other-school', owner: found.owner, name: found.name };
    case 'nothing':
      return { kind: 'no-return' };
    default:
      return found;
  }
};
