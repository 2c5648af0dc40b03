/** @jest-environment jsdom */
import { useState, type ReactNode } from 'react';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Tabs } from '#taskpane/components/Tabs.tsx';

const names = ['leaf', 'root', 'bark'] as const;

const Trees = (): ReactNode => {
  const [chosen, choose] = useState<(typeof names)[number]>('leaf');
  const [arrivals, arrive] = useState(0);
  return (
    <>
      <button onClick={() => (choose('bark'), arrive(arrivals + 1))}>To the bark</button>
      <Tabs
        label="Trees"
        tabs={names.map((name) => ({ name, title: name, count: name === 'root' ? 2 : 0, counted: 'deep' }))}
        chosen={chosen}
        onChoose={choose}
        arrivals={arrivals}
      >
        {`All about the ${chosen}`}
      </Tabs>
    </>
  );
};
const tab = (name: string): HTMLElement => screen.getByRole('tab', { name });
const shown = (): string => screen.getByRole('tabpanel').textContent ?? '';

describe('tabs', () => {
  test('are one stop for the Tab key; arrows, Home and End choose, round the ends', async () => {
    render(<Trees />);
    const user = userEvent.setup();
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(tab('leaf'));
    for (const [key, about] of [
      ['{ArrowRight}', 'root'],
      ['{ArrowRight}', 'bark'],
      ['{ArrowRight}', 'leaf'],
      ['{ArrowLeft}', 'bark'],
      ['{Home}', 'leaf'],
      ['{End}', 'bark'],
    ] as const) {
      await user.keyboard(key);
      expect(shown()).toBe(`All about the ${about}`);
      expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
    }
  });

  test('say how many things wait behind them', () => {
    render(<Trees />);
    tab('root, 2 deep');
  });

  test('name their panel', async () => {
    render(<Trees />);
    await userEvent.setup().click(tab('root, 2 deep'));
    screen.getByRole('tabpanel', { name: 'root, 2 deep' });
  });

  test('take the focus when a button that is gone led to them', async () => {
    render(<Trees />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'To the bark' }));
    expect(document.activeElement).toBe(tab('bark'));
  });
});
