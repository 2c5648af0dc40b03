import type { KeyboardEvent, ReactElement } from 'react';
import type { RibbonAction } from './pane-messages.ts';

const buttons: readonly { action: RibbonAction; label: string; icon: string; tip: string }[] = [
  { action: 'open', label: 'Open', icon: 'open', tip: 'Open the task pane and choose a return' },
  { action: 'check', label: 'Check', icon: 'check', tip: 'Check the return in this workbook' },
  { action: 'nextIssue', label: 'Next issue', icon: 'next-issue', tip: 'Go to the next cell that needs attention' },
  { action: 'submit', label: 'Submit', icon: 'submit', tip: 'Submit the return' },
];

/** The add-in's tab, with the buttons that it has in Excel's ribbon. */
export function RibbonBar({ press }: { readonly press: (action: RibbonAction) => void }): ReactElement {
  return (
    <nav className="ribbon" aria-label="Ribbon">
      <div role="tablist" aria-label="Ribbon tabs">
        <button type="button" role="tab" id="ribbon-tab" aria-selected="true" aria-controls="ribbon-panel">
          STEM Returns
        </button>
      </div>
      <div role="tabpanel" id="ribbon-panel" aria-labelledby="ribbon-tab">
        <div role="toolbar" aria-label="STEM Returns" onKeyDown={step}>
          {buttons.map(({ action, label, icon, tip }, index) => (
            <button
              key={action}
              type="button"
              title={tip}
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => press(action)}
            >
              <img
                src={`/assets/${icon}-32.png`}
                srcSet={`/assets/${icon}-64.png 2x`}
                width="28"
                height="28"
                alt=""
              />
              {label}
            </button>
          ))}
        </div>
      </div>
    </nav>
  );
}

/** Arrow keys go from button to button, as in a toolbar. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (move === undefined) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + move + items.length) % items.length]?.focus();
  event.preventDefault();
}
