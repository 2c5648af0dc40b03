import { ok } from '#core/result.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { findReturns, type FoundReturns } from './find-returns.ts';
import type { FlowResult } from './flow-result.ts';
import { knowInstrument } from './know-instrument.ts';
import { rememberReturn, type KnownReturn } from './known-returns.ts';
import { withOwnCircumstances } from './own-circumstances.ts';

/** What a workbook that was handed in for one return turns out to be. */
export type FoundHandedIn =
  | { readonly kind: 'found'; readonly open: OpenReturn }
  | { readonly kind: 'two-copies'; readonly sheets: readonly string[] }
  /** It holds another owner's return. */
  | { readonly kind: 'other-owner'; readonly owner: string; readonly name: string | undefined }
  /** It holds this owner's return of another round. */
  | { readonly kind: 'other-round'; readonly round: string; readonly title: string | undefined }
  | { readonly kind: 'code-unreadable'; readonly sheet: string; readonly found: string }
  | { readonly kind: 'nothing' };

/**
 * Finds the return that a workbook was handed in for, by the code on its sheet. What the round is, the endpoint has said:
 * the workbook's notes, which programs may drop, are not needed. Only the notes are written to, nothing is drawn.
 */
export const findHandedIn = async (desk: Desk, wanted: KnownReturn): Promise<FlowResult<FoundHandedIn>> => {
  const remembered = await rememberReturn(desk, wanted);
  if (!remembered.ok) return remembered;
  const found = await findKnowing(desk, wanted);
  return found.ok ? ok(sortedOut(desk, wanted, found.value)) : found;
};

/** Finds the returns; the version that this one was made with is asked for where it is not at hand. */
const findKnowing = async (desk: Desk, wanted: KnownReturn): Promise<FlowResult<FoundReturns>> => {
  const found = await findReturns(desk);
  const unknown = found.ok ? found.value.unknown.find((one) => isSame(one, wanted)) : undefined;
  if (unknown?.instrument === undefined) return found;
  const learnt = await knowInstrument(desk, unknown.instrument);
  return learnt.ok ? findReturns(desk) : learnt;
};

const sortedOut = (desk: Desk, wanted: KnownReturn, found: FoundReturns): FoundHandedIn => {
  const { open, copies, unknown, damaged } = found;
  const copied = copies.find(({ owner, round }) => owner === wanted.owner && round === wanted.round.id);
  if (copied) return { kind: 'two-copies', sheets: copied.sheets.map(({ name }) => name) };
  const standing = open.find((one) => one.owner === wanted.owner && one.round.id === wanted.round.id);
  if (standing) return { kind: 'found', open: withOwnCircumstances(desk.api.person(), standing) };
  const others = [
    ...open.map(({ owner, ownerName, round }) => ({ owner, name: ownerName, round: round.id, title: round.title })),
    ...[...unknown, ...copies].map(({ owner, round }) => ({ owner, round, name: undefined, title: undefined })),
  ];
  const own = others.find(({ owner }) => owner === wanted.owner);
  if (own) return { kind: 'other-round', round: own.round, title: own.title };
  const [other] = others;
  if (other) return { kind: 'other-owner', owner: other.owner, name: other.name };
  const [spoilt] = damaged;
  return spoilt ? { kind: 'code-unreadable', sheet: spoilt.name, found: spoilt.found } : { kind: 'nothing' };
};

const isSame = (one: { readonly owner: string; readonly round: string }, wanted: KnownReturn): boolean =>
  one.owner === wanted.owner && one.round === wanted.round.id;
