import { createContext, useContext, useMemo, useReducer, useState, type Dispatch, type ReactNode } from 'react';
import type { Desk } from '#flows/desk.ts';
import { Drafts } from './drafts.ts';
import { initialState, paneReducer, type PaneEvent, type PaneState } from './pane-state.ts';
import { Ribbon } from './ribbon.ts';

/** What every part of the pane can reach: the desk, the shared state, and the one way to change it. */
export interface Pane {
  readonly desk: Desk;
  readonly state: PaneState;
  readonly dispatch: Dispatch<PaneEvent>;
  readonly drafts: Drafts;
  readonly ribbon: Ribbon;
}

const PaneContext = createContext<Pane | undefined>(undefined);

export const PaneProvider = (props: { desk: Desk; ribbon?: Ribbon; children: ReactNode }): ReactNode => {
  const { desk, children } = props;
  const [state, dispatch] = useReducer(paneReducer, undefined, () => initialState(desk.api.person()));
  const [drafts] = useState(() => new Drafts());
  const [ribbon] = useState(() => props.ribbon ?? new Ribbon());
  const pane = useMemo(() => ({ desk, state, dispatch, drafts, ribbon }), [desk, state, drafts, ribbon]);
  return <PaneContext.Provider value={pane}>{children}</PaneContext.Provider>;
};

/** The pane; only inside its provider. */
export const usePane = (): Pane => {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('used outside the pane');
  return pane;
};
