import { useEffect, useRef, useState, type ReactElement } from 'react';
import { DemoStrip } from './DemoStrip.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { RibbonBar } from './RibbonBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import type { PageState } from './page-state.ts';
import type { RibbonAction } from './pane-messages.ts';

interface WorkbenchPageProps {
  readonly state: PageState;
  readonly onNew: () => void;
  readonly onOpenFile: (file: File) => void;
  readonly onSaveFile: () => void;
  readonly onRename: (name: string) => void;
  readonly onPress: (action: RibbonAction) => void;
  readonly onClosePane: () => void;
  /** The page stands: the grid and the pane can move in. */
  readonly onReady: (grid: HTMLElement, pane: HTMLIFrameElement) => void;
}

/** The page around the grid and the pane, as Excel on the web looks. */
export function WorkbenchPage(props: WorkbenchPageProps): ReactElement {
  const { state, onReady } = props;
  const grid = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLIFrameElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [isRenaming, setRenaming] = useState(false);
  useEffect(() => {
    if (grid.current && pane.current) onReady(grid.current, pane.current);
  }, [onReady]);
  return (
    <div className="workbench">
      <TitleBar
        name={state.name}
        others={state.others}
        saved={state.saved}
        onNew={props.onNew}
        onOpenFile={() => chooser.current?.click()}
        onSaveFile={props.onSaveFile}
        onRename={() => setRenaming(true)}
      />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="Excel file"
        accept=".xlsx"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) props.onOpenFile(file);
        }}
      />
      <RibbonBar press={props.onPress} />
      {state.codes && <DemoStrip codes={state.codes} />}
      <main className="workplace" aria-label="Spreadsheet and task pane">
        <section className="grid-place" aria-label="Sheet">
          <div ref={grid} className="grid" />
          {state.openElsewhere && (
            <div className="cover" role="alert">
              <h2>This workbook is open in another tab</h2>
              <p>Close it there and reload this page, or choose another workbook at the top.</p>
            </div>
          )}
          <div className="notice" role="alert">
            {state.notice !== undefined && <p>{state.notice}</p>}
          </div>
        </section>
        <aside className="pane" aria-label="STEM Returns" hidden={!state.isPaneOpen}>
          <div className="pane-title">
            <h2>STEM Returns</h2>
            <button type="button" aria-label="Close the task pane" title="Close" onClick={props.onClosePane}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
          <iframe ref={pane} title="Task pane: STEM Returns" />
        </aside>
      </main>
      {isRenaming && (
        <RenameDialog
          name={state.name}
          others={state.others}
          onClose={() => setRenaming(false)}
          onRename={(name) => {
            setRenaming(false);
            props.onRename(name);
          }}
        />
      )}
    </div>
  );
}
