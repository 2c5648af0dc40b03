/** @jest-environment ./test/taskpane/kit/page-environment.ts */
import { useState, type ReactNode } from 'react';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { FocusKept } from '#taskpane/components/FocusKept.tsx';

const Pears = (): ReactNode => {
  const [pears, setPears] = useState(['first', 'second', 'third']);
  const [asking, setAsking] = useState(false);
  return (
    <FocusKept className="">
      <h1 tabIndex={-1}>Pears</h1>
      <button>Before</button>
      {pears.length === 0 ? null : (
        <ul>
          {pears.map((pear) => (
            <li key={pear}>
              {pear}
              <button onClick={() => setPears(pears.filter((other) => other !== pear))}>{`Eat the ${pear}`}</button>
            </li>
          ))}
        </ul>
      )}
      <div hidden>
        <button>Hidden with what it stands in</button>
      </div>
      <details>
        <summary>More</summary>
        <button>Folded away</button>
      </details>
      {asking ? (
        <p>
          Really? <button onClick={() => setAsking(false)}>No</button>
        </p>
      ) : (
        <button onClick={() => setAsking(true)}>Ask</button>
      )}
    </FocusKept>
  );
};

const focused = () => document.activeElement?.textContent;
const button = (name: string) => screen.getByRole('button', { name });

beforeEach(() => void render(<Pears />));

test('when a button goes with its line, the next line takes the focus; after the last, what comes next', async () => {
  const user = userEvent.setup();
  await user.click(button('Eat the first'));
  await waitFor(() => expect(focused()).toBe('Eat the second'));
  await user.click(button('Eat the third'));
  await waitFor(() => expect(focused()).toBe('More'));
  await user.click(button('Eat the second'));
  await waitFor(() => expect(focused()).toBe('More'));
});

test('what comes in the place of a button takes its focus, and gives it back', async () => {
  const user = userEvent.setup();
  await user.click(button('Ask'));
  await waitFor(() => expect(focused()).toBe('No'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(focused()).toBe('Ask'));
});

test('a line that goes while she is elsewhere, or has left the pane’s buttons, takes nobody along', async () => {
  const user = userEvent.setup();
  const eat = button('Eat the first');
  act(() => button('Before').focus());
  act(() => eat.click());
  await new Promise((done) => setTimeout(done));
  expect(focused()).toBe('Before');
  const next = button('Eat the second');
  act(() => next.focus());
  await user.click(document.body);
  act(() => next.click());
  await new Promise((done) => setTimeout(done));
  expect(document.activeElement).toBe(document.body);
});
