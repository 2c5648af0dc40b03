import { cleanup, render, screen, waitFor, within } from '@testing-library/react/pure';
import { userEvent } from '@testing-library/user-event';
import { App } from '#taskpane/App.tsx';
import { Ribbon } from '#taskpane/state/ribbon.ts';
import type { PersonAtWork } from '../../scenarios/kit/person-at-work.ts';

/** How long a sentence may take to appear: the sheet is calculated and read in between. */
// The page stands over several tests, which is why nothing is cleaned up between them.
const patience = { timeout: 20_000 } as const;

/** The pane of somebody at work, on a page of its own, as she sees and operates it: by roles and names. */
export const openPane = ({ desk }: PersonAtWork, ribbon = new Ribbon()) => {
  cleanup();
  const { unmount } = render(<App desk={desk} ribbon={ribbon} />);
  const user = userEvent.setup();
  const role = (kind: string, name: string | RegExp) => screen.findByRole(kind, { name }, patience);
  return {
    user,
    close: unmount,
    role,
    says: (text: string | RegExp) => screen.findByText(text, undefined, patience),
    gone: (text: string | RegExp) => waitFor(() => expect(screen.queryByText(text)).toBeNull(), patience),
    press: async (name: string | RegExp, kind = 'button') => user.click(await role(kind, name)),
    write: async (label: string | RegExp, text: string) => {
      const box = await screen.findByLabelText(label, undefined, patience);
      await user.clear(box);
      await user.type(box, text);
    },
    inside: async (name: string | RegExp) => within(await role('region', name)),
    typed: (label: string | RegExp) => screen.findByLabelText<HTMLInputElement>(label, undefined, patience),
    /** The last thing said to people who listen. */
    heard: (text: string | RegExp) =>
      waitFor(() => expect(screen.getByRole('status').textContent).toMatch(text), patience),
    /** She comes back to the pane from the sheet. */
    comeBack: () => window.dispatchEvent(new Event('focus')),
  };
};

export type PanePage = ReturnType<typeof openPane>;
