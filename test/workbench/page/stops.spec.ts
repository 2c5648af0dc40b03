/** @jest-environment jsdom */
import { joinStops } from '#workbench/page/stops.ts';

const parts = ['grid', 'pane', 'ribbon'];
let isPaneThere: boolean;
let leave: () => void;

beforeEach(() => {
  isPaneThere = true;
  document.body.replaceChildren(
    ...parts.map((id) => Object.assign(document.createElement('button'), { id, textContent: id })),
  );
  const join = joinStops(
    parts.map((id) => ({
      isThere: () => id !== 'pane' || isPaneThere,
      holds: (focused) => focused?.id === id,
      focus: () => document.getElementById(id)?.focus(),
    })),
  );
  // A window of its own for each test: what listens goes with it.
  const target = new EventTarget();
  join(target as unknown as Window);
  const pass = (event: Event): void => {
    const { key, shiftKey, ctrlKey } = event as KeyboardEvent;
    const copy = new KeyboardEvent('keydown', { key, shiftKey, ctrlKey, cancelable: true });
    if (!target.dispatchEvent(copy)) event.preventDefault();
  };
  window.addEventListener('keydown', pass);
  leave = () => window.removeEventListener('keydown', pass);
  document.getElementById('grid')?.focus();
});
afterEach(() => leave());

const press = (key: string, more: KeyboardEventInit = {}): string | undefined => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }));
  return document.activeElement?.id;
};

test('F6 goes from the grid to the pane, to the ribbon and round again', () => {
  expect([press('F6'), press('F6'), press('F6')]).toEqual(['pane', 'ribbon', 'grid']);
});

test('Shift+F6 goes the other way', () => {
  expect([press('F6', { shiftKey: true }), press('F6', { shiftKey: true })]).toEqual(['ribbon', 'pane']);
});

test('a closed pane is passed over', () => {
  isPaneThere = false;
  expect([press('F6'), press('F6')]).toEqual(['ribbon', 'grid']);
});

test('other keys, and F6 with Ctrl, which is the browser’s, go their own way', () => {
  expect([press('F5'), press('F6', { ctrlKey: true })]).toEqual(['grid', 'grid']);
});
