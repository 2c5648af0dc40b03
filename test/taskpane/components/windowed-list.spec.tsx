/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react/pure';
import { WindowedList } from '#taskpane/components/WindowedList.tsx';

/** The page's window: it says of each watched element whether it is near. */
class Watching {
  static all: Watching[] = [];
  element: Element | undefined;
  constructor(readonly tell: IntersectionObserverCallback) {}
  observe(element: Element): void {
    this.element = element;
    Watching.all.push(this);
  }
  disconnect(): void {
    Watching.all = Watching.all.filter((one) => one !== this);
  }
  says(isIntersecting: boolean, height = 1500): void {
    const element = this.element!;
    element.getBoundingClientRect = () => ({ height }) as DOMRect;
    act(() => this.tell([{ isIntersecting } as IntersectionObserverEntry], this as never));
  }
}

const items = Array.from({ length: 300 }, (_, at) => `row ${at + 1}`);
const List = (props: { items?: readonly string[]; onEnd?: () => void; total?: number }) => (
  <WindowedList label="Rows" items={props.items ?? items} keyOf={(item) => item} {...props}>
    {(item) => <button type="button">{item}</button>}
  </WindowedList>
);
const shown = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
/** The watcher of the group in which a row with this number is or would be. */
const groupOf = (row: number) => Watching.all[Math.floor((row - 1) / 30)]!;

beforeEach(() => {
  Watching.all = [];
  Object.assign(globalThis, { IntersectionObserver: Watching });
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(globalThis, 'IntersectionObserver');
});

test('of a long list only the first rows are drawn, each saying which of how many it is', () => {
  render(<List />);
  expect(shown()).toEqual(items.slice(0, 60));
  const [, second] = screen.getAllByRole('listitem');
  expect([second!.getAttribute('aria-posinset'), second!.getAttribute('aria-setsize')]).toEqual(['2', '300']);
});

test('rows that come near are drawn, and those that are far leave as much room as they took', () => {
  render(<List />);
  groupOf(151).says(true);
  groupOf(1).says(false, 1720);
  expect(shown()).toEqual([...items.slice(30, 60), ...items.slice(150, 180)]);
  expect((groupOf(1).element as HTMLElement).style.height).toBe('1720px');
});

test('rows that hold the focus stay, however far they are, until it goes elsewhere', () => {
  render(<List />);
  const row = screen.getByRole('button', { name: 'row 7' });
  fireEvent.focus(row);
  groupOf(7).says(false);
  expect(shown()).toContain('row 7');
  fireEvent.blur(row, { relatedTarget: document.body });
  expect(shown()).not.toContain('row 7');
});

test('a list that is hidden as a whole keeps its rows, so that they are found again', () => {
  render(<List />);
  groupOf(1).says(false, 0);
  expect(shown()).toContain('row 1');
});

test('when its end comes near, more is asked for, once for each end', () => {
  let asked = 0;
  const onEnd = () => {
    asked += 1;
  };
  const { rerender } = render(<List items={items.slice(0, 60)} total={300} onEnd={onEnd} />);
  Watching.all.at(-1)!.says(true);
  expect(asked).toBe(1);
  rerender(<List items={items.slice(0, 120)} total={300} onEnd={onEnd} />);
  Watching.all.at(-1)!.says(true);
  expect(asked).toBe(2);
});

test('where nothing tells what is near, every row is there', () => {
  Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  render(<List />);
  expect(shown()).toEqual(items);
});
