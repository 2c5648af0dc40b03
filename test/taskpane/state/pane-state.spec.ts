import type { WirePerson } from '#wire/shapes.ts';
import type { OpenReturn } from '#flows/desk.ts';
import { initialState, paneReducer, type PaneEvent } from '#taskpane/state/pane-state.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';

const school: WirePerson = { role: 'school', name: gardenOwner.name, owner: gardenOwner.id };
const mentor: WirePerson = { role: 'mentor', name: 'Jo Marsh', schools: [] };
const open: OpenReturn = {
  owner: gardenOwner.id,
  ownerName: gardenOwner.name,
  round: gardenRound,
  instrument: gardens,
  sheets: { entry: 'sheet1' },
};
const after = (...events: readonly PaneEvent[]) => events.reduce(paneReducer, initialState(undefined));

describe('where a person is in the pane', () => {
  test('a session that runs out keeps her place, and so does signing in again', () => {
    const ended = after({ kind: 'signed-in', person: school }, { kind: 'opened', open }, { kind: 'session-ended' });
    expect(ended).toMatchObject({ sessionEnded: true, place: { kind: 'return' } });
    expect(paneReducer(ended, { kind: 'signed-in', person: school })).toMatchObject({
      sessionEnded: false,
      place: { kind: 'return' },
    });
  });

  test('another person who signs in starts at home', () => {
    const state = after(
      { kind: 'signed-in', person: school },
      { kind: 'opened', open },
      { kind: 'session-ended' },
      { kind: 'signed-in', person: mentor },
    );
    expect(state).toMatchObject({ person: mentor, place: { kind: 'home' } });
  });

  test('nobody’s session can end', () => {
    expect(after({ kind: 'session-ended' }).sessionEnded).toBe(false);
  });

  test('signing out leaves the return', () => {
    const state = after({ kind: 'signed-in', person: school }, { kind: 'opened', open }, { kind: 'signed-out' });
    expect(state).toMatchObject({ person: undefined, place: { kind: 'home' } });
  });

  test('only what a person does counts as a move: words and ended sessions take no focus', () => {
    const before = after({ kind: 'signed-in', person: school });
    for (const event of [
      { kind: 'said', text: 'Checked.' },
      { kind: 'session-ended' },
      { kind: 'submitted' },
    ] as const) {
      expect(paneReducer(before, event).moves).toBe(before.moves);
    }
    expect(paneReducer(before, { kind: 'opened', open }).moves).toBe(before.moves + 1);
  });

  test('the same words said twice are two sayings', () => {
    const said = { kind: 'said', text: 'Checked.' } as const;
    expect(after(said, said).said.number).not.toBe(after(said).said.number);
  });
});
