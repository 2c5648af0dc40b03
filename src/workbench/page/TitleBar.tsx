import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { addressOf } from './workbook-name.ts';
import type { SaveState } from './keep-saved.ts';

interface TitleBarProps {
  readonly name: string;
  readonly others: readonly string[];
  readonly saved: SaveState;
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onSaveFile: () => void;
  readonly onRename: () => void;
}

const saveWords: Record<SaveState, string> = {
  saved: 'Saved in this browser',
  saving: 'Saving…',
  failed: 'Not saved: this browser has no room left',
};

/** The workbook's name with its menu, as Excel on the web has it. */
export function TitleBar({
  name,
  others,
  saved,
  onNew,
  onOpenFile,
  onSaveFile,
  onRename,
}: TitleBarProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    menu.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const away = (event: Event): void => {
      const inside = menu.current?.contains(event.target as Node) || button.current?.contains(event.target as Node);
      if (!inside) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [isOpen]);

  const choose = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <header className="title-bar" aria-label="Workbook">
      <img src="/assets/icon-32.png" width="22" height="22" alt="" />
      <span className="product">STEM Timeline Returns</span>
      <span className="spacer" />
      <div className="workbook">
        <button
          ref={button}
          type="button"
          className="workbook-name"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-label={`Workbook: ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          <strong>{name}</strong>
          <span aria-hidden="true">▾</span>
        </button>
        {/* Spoken only when it matters: every typed cell is saved, and nobody wants to hear that. */}
        <span className={`save-state ${saved}`} role={saved === 'failed' ? 'alert' : undefined}>
          {saveWords[saved]}
        </span>
        {isOpen && (
          <div
            ref={menu}
            className="menu"
            role="menu"
            aria-label="Workbook"
            onKeyDown={(event) => steer(event, close)}
          >
            <div role="group" aria-label="Workbooks in this browser">
              <p className="menu-heading">Workbooks in this browser</p>
              {[...new Set([name, ...others])].sort(byName).map((other) => (
                <button
                  key={other}
                  type="button"
                  role="menuitemradio"
                  aria-checked={other === name}
                  onClick={choose(() => {
                    if (other !== name) location.search = addressOf(other);
                  })}
                >
                  {other}
                </button>
              ))}
            </div>
            <hr />
            <button type="button" role="menuitem" onClick={choose(onNew)}>
              New workbook
            </button>
            <button type="button" role="menuitem" onClick={choose(onOpenFile)}>
              Open an Excel file…
            </button>
            <button type="button" role="menuitem" onClick={choose(onSaveFile)}>
              Download as an Excel file
            </button>
            <button type="button" role="menuitem" onClick={choose(onRename)}>
              Rename…
            </button>
          </div>
        )}
      </div>
      <span className="spacer" />
      <span className="badge">Workbench</span>
    </header>
  );
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en-GB', { numeric: true });

/** Arrow keys go round the menu, Escape leaves it. */
function steer(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -at, End: items.length - 1 - at }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (step === undefined) return;
  else items[(at + step + items.length) % items.length]?.focus();
  event.preventDefault();
}
