import type { OpenReturn } from '#flows/desk.ts';
import type { WirePerson } from '#wire/shapes.ts';

/** Where in the pane the person is. */
export type Place =
  | { readonly kind: 'home' }
  | { readonly kind: 'return'; readonly open: OpenReturn }
  /** Where the project team runs the programme. */
  | { readonly kind: 'programme' };

/** What the whole pane shares. Everything else belongs to the screen that shows it. */
export interface PaneState {
  /** Who is signed in, or was until her session ended. */
  readonly person: WirePerson | undefined;
  /** Her session ran out: she keeps her place and signs in again. */
  readonly sessionEnded: boolean;
  readonly place: Place;
  /** Counts the moves that a person made; a screen's heading takes the focus after each. */
  readonly moves: number;
  /** Counts the submissions that went out or came to wait when Submit was pressed. */
  readonly submits: number;
  /** Counts the times the outbox was sent. Whoever shows submissions looks again after each of both. */
  readonly resends: number;
  /** Counts the times two workbooks were put together. */
  readonly merges: number;
  /** The last thing said to people who listen; the number tells two equal ones apart. */
  readonly said: { readonly text: string; readonly number: number };
}

export type PaneEvent =
  | { readonly kind: 'signed-in'; readonly person: WirePerson }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'session-ended' }
  | { readonly kind: 'went-home' }
  | { readonly kind: 'went-to-programme' }
  | { readonly kind: 'opened'; readonly open: OpenReturn }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'sent-waiting' }
  | { readonly kind: 'merged' }
  | { readonly kind: 'said'; readonly text: string };

export const initialState = (person: WirePerson | undefined): PaneState => ({
  person,
  sessionEnded: false,
  place: { kind: 'home' },
  moves: 0,
  submits: 0,
  resends: 0,
  merges: 0,
  said: { text: '', number: 0 },
});

/** The state after something happened. Signing in again as the same person keeps her place; another one starts at home. */
export const paneReducer = (state: PaneState, event: PaneEvent): PaneState => {
  switch (event.kind) {
    case 'signed-in': {
      const same = samePerson(state.person, event.person);
      return {
        ...state,
        person: event.person,
        sessionEnded: false,
        place: same ? state.place : { kind: 'home' },
        moves: state.moves + 1,
      };
    }
    case 'signed-out':
      return { ...state, person: undefined, sessionEnded: false, place: { kind: 'home' }, moves: state.moves + 1 };
    case 'session-ended':
      return { ...state, sessionEnded: state.person !== undefined };
    case 'went-home':
      return { ...state, place: { kind: 'home' }, moves: state.moves + 1 };
    case 'went-to-programme':
      return { ...state, place: { kind: 'programme' }, moves: state.moves + 1 };
    case 'opened':
      return { ...state, place: { kind: 'return', open: event.open }, moves: state.moves + 1 };
    case 'submitted':
      return { ...state, submits: state.submits + 1 };
    case 'sent-waiting':
      return { ...state, resends: state.resends + 1 };
    case 'merged':
      return { ...state, merges: state.merges + 1 };
    case 'said':
      return { ...state, said: { text: event.text, number: state.said.number + 1 } };
  }
};

/** Whether two sign-ins are of one person. */
export const samePerson = (a: WirePerson | undefined, b: WirePerson): boolean =>
  a?.role === b.role && a.owner === b.owner && a.name === b.name;
