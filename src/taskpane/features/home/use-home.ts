import { useCallback, useEffect, useState } from 'react';
import { ok } from '#core/result.ts';
import type { WireReturnLine, WireRound } from '#wire/shapes.ts';
import type { Desk, FlowFailure } from '#flows/desk.ts';
import { findReturns, type FoundReturns } from '#flows/find-returns.ts';
import { fromApi, type FlowResult } from '#flows/flow-result.ts';
import { knowInstrument } from '#flows/know-instrument.ts';
import { isSessionOver } from '../../messages/failure-words.ts';
import { usePane } from '../../state/PaneContext.tsx';

/** What the first screen shows: the rounds, the returns the person may see, and what stands in this workbook. */
export interface Home {
  readonly rounds: readonly WireRound[];
  readonly lines: readonly WireReturnLine[];
  readonly found: FoundReturns;
}

/** How a return stands in this workbook: its sheets are here, they are here twice, or it is not here. */
export const placeOf = (found: FoundReturns, round: string, owner: string): 'here' | 'twice' | 'absent' => {
  const same = (one: { readonly round: string; readonly owner: string }): boolean =>
    one.round === round && one.owner === owner;
  if (found.copies.some(same)) return 'twice';
  const open = found.open.map((one) => ({ owner: one.owner, round: one.round.id }));
  return [...open, ...found.unknown].some(same) ? 'here' : 'absent';
};

/** What a card says instead of a button while a return is in the workbook twice. */
export const deleteCopyFirst = 'It is in this workbook twice. Delete the copy first, as said above.';

/** The open rounds before the others, otherwise as the server lists them. */
export const openFirst = (rounds: readonly WireRound[]): readonly WireRound[] =>
  [...rounds].sort((a, b) => Number(b.open) - Number(a.open));

export interface HomeAtHand {
  readonly home: Home | undefined;
  readonly failure: FlowFailure | undefined;
  readonly busy: boolean;
  reload(): Promise<void>;
}

/** Loads the first screen, and again when the person comes back to the pane; what is shown stays until the new is there. */
export const useHome = (): HomeAtHand => {
  const { desk, state, dispatch } = usePane();
  const [home, setHome] = useState<Home>();
  const [failure, setFailure] = useState<FlowFailure>();
  const [busy, setBusy] = useState(true);
  const { person, sessionEnded } = state;
  const reload = useCallback(async () => {
    if (!person || sessionEnded) return;
    setBusy(true);
    const result = await load(desk);
    if (result.ok) setHome(result.value);
    else if (isSessionOver(result.failure)) dispatch({ kind: 'session-ended' });
    setFailure(result.ok ? undefined : result.failure);
    setBusy(false);
  }, [desk, dispatch, person, sessionEnded]);
  useEffect(() => {
    void reload();
    const back = (): void => void reload();
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [reload, state.submits, state.resends]);
  return { home, failure, busy, reload };
};

const load = async (desk: Desk): Promise<FlowResult<Home>> => {
  const [rounds, lines, found] = await Promise.all([desk.api.rounds(), desk.api.returns(), findReturns(desk)]);
  const [theRounds, theLines] = [fromApi(rounds), fromApi(lines)];
  if (!theRounds.ok) return theRounds;
  if (!theLines.ok) return theLines;
  // A round whose instrument cannot be had is listed all the same; opening it says what is wrong.
  for (const { instrument } of theRounds.value) await knowInstrument(desk, instrument);
  return found.ok ? ok({ rounds: theRounds.value, lines: theLines.value, found: found.value }) : found;
};
