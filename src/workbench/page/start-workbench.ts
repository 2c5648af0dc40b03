import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { cellBox } from '../grid/cell-box.ts';
import { showGrid, type Grid } from '../grid/show-grid.ts';
import { attachmentsOf, mayType } from '../protocol/attachments.ts';
import { createHost } from '../protocol/create-host.ts';
import { profiles } from '../protocol/profiles.ts';
import { workbenchReading } from './automation.ts';
import { connectPane, type PaneLink } from './connect-pane.ts';
import { demoCodes } from './demo-codes.ts';
import { keepSaved, type Saver } from './keep-saved.ts';
import type { PageState } from './page-state.ts';
import { joinStops } from './stops.ts';
import { downloadFile } from './download-file.ts';
import { fileWords } from './file-words.ts';
import { keepIncoming, takeIncoming } from './incoming-file.ts';
import { addressOf, askedName, freeName, freeNameLike, nameOfFile } from './workbook-name.ts';
import { openShelf, type WorkbookShelf } from './workbook-shelf.ts';
import { WorkbenchPage } from './WorkbenchPage.tsx';

const lastName = 'stem-workbench.last';
/** How long changes rest before the workbook is kept, and how long a notice stands; milliseconds. */
const rest = 1500;
const noticeStands = 6000;
const lockedWords =
  'This cell is protected, because the return needs what is in it. Type in the cells for your answers instead.';

const cannotOpen = 'This workbook could not be opened. Nothing in it was changed. Choose another one at the top.';

/** Opens the workbook that the address asks for, else the last one, with the pane beside it. */
export async function startWorkbench(place: HTMLElement): Promise<void> {
  const shelf = await openShelf();
  const names = await shelf.names();
  const last = localStorage.getItem(lastName);
  const name = askedName(location.search) || (names.find((one) => one === last) ?? names[0] ?? freeName([]));
  history.replaceState(null, '', addressOf(name));
  localStorage.setItem(lastName, name);
  new Workbench(place, shelf, name, names);
}

class Workbench {
  readonly #root;
  readonly #shelf: WorkbookShelf;
  #state: PageState;
  #grid: Grid | undefined;
  #saver: Saver | undefined;
  #pane: PaneLink | undefined;
  #paneFrame: HTMLIFrameElement | undefined;
  #notice: ReturnType<typeof setTimeout> | undefined;

  constructor(place: HTMLElement, shelf: WorkbookShelf, name: string, others: readonly string[]) {
    this.#shelf = shelf;
    this.#root = createRoot(place);
    this.#state = {
      name,
      others,
      saved: 'saved',
      isPaneOpen: true,
      codes: undefined,
      openElsewhere: false,
      notice: undefined,
    };
    this.#show({});
    void demoCodes().then((codes) => this.#show({ codes }));
  }

  #show(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    document.title = `${this.#state.name} · STEM Timeline Returns`;
    this.#root.render(
      createElement(WorkbenchPage, {
        state: this.#state,
        onNew: this.#startNew,
        onOpenFile: this.#openFile,
        onSaveFile: this.#saveFile,
        onRename: this.#rename,
        onPress: this.#press,
        onClosePane: this.#closePane,
        onReady: this.#moveIn,
      }),
    );
  }

  readonly #moveIn = (place: HTMLElement, frame: HTMLIFrameElement): void => {
    // One tab at a time: two would overwrite each other's cells. The lock goes with the tab.
    void navigator.locks.request(`stem-workbench ${this.#state.name}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return this.#show({ openElsewhere: true });
      try {
        await this.#open(place, frame);
      } catch (error) {
        // Better a notice and no grid than an empty grid that would be kept over the workbook.
        console.error(error);
        this.#show({ notice: cannotOpen });
      }
      return new Promise<void>(() => undefined);
    });
  };

  async #open(place: HTMLElement, frame: HTMLIFrameElement): Promise<void> {
    const kept = await this.#shelf.take(this.#state.name);
    const grid = await showGrid(place, {
      snapshot: kept?.snapshot,
      permission: (model) => ({
        mayType: (sheet, cell) => mayType(model, sheet, cell),
        mayChange: (sheet, option) => {
          const protection = attachmentsOf(model).protection[sheet];
          return !protection || protection.options[option] === true;
        },
      }),
      refused: () => this.#tell(lockedWords),
    });
    const { model } = grid;
    if (kept && model.sheets.list().some(({ id, hidden }) => id === kept.active && !hidden)) {
      model.sheets.activate(kept.active);
    }
    const host = createHost({ model, profile: profiles.web });
    const saver = keepSaved({
      rest,
      tell: (saved) => this.#show({ saved }),
      save: async () => {
        const savedAt = new Date().toISOString();
        host.saved();
        const workbook = { snapshot: model.snapshot(), active: model.sheets.active(), savedAt };
        await this.#shelf.put(this.#state.name, workbook);
      },
    });
    grid.onChange(saver.touch);
    grid.onEditing((editing) => host.setEditing(editing));
    // The first of these gives the database the time that the next page takes to arrive; phones have only the last.
    for (const leaving of ['beforeunload', 'pagehide', 'visibilitychange']) {
      window.addEventListener(
        leaving,
        () => {
          if (leaving !== 'visibilitychange' || document.visibilityState === 'hidden') void saver.flush();
        },
        { capture: true },
      );
    }
    this.#grid = grid;
    this.#saver = saver;
    this.#paneFrame = frame;
    this.#pane = connectPane(frame, host, {
      profile: 'web',
      onRequest: () => {
        grid.redraw();
        if (host.dirty) saver.touch();
      },
    });
    this.#joinKeys(frame);
    window.workbench = workbenchReading(
      grid,
      (...cell) => cellBox(model, place, ...cell),
      () => saver.flush(),
    );
    grid.focus();
    const incoming = kept ? undefined : takeIncoming();
    if (incoming) void this.#drawIncoming(incoming);
  }

  #joinKeys(frame: HTMLIFrameElement): void {
    const ribbon = () => document.querySelector<HTMLElement>('.ribbon [role=toolbar] button');
    const isPane = (element: Element | null) => Boolean(element?.closest('.pane'));
    const isRibbon = (element: Element | null) => Boolean(element?.closest('.ribbon, .title-bar, .demo-strip'));
    const join = joinStops([
      {
        isThere: () => true,
        holds: (focused) => !isPane(focused) && !isRibbon(focused),
        focus: () => this.#grid?.focus(),
      },
      { isThere: () => this.#state.isPaneOpen, holds: isPane, focus: () => this.#focusPane() },
      { isThere: () => true, holds: isRibbon, focus: () => ribbon()?.focus() },
    ]);
    join(window);
    frame.addEventListener('load', () => frame.contentWindow && join(frame.contentWindow));
  }

  #focusPane(): void {
    this.#paneFrame?.focus();
    this.#paneFrame?.contentWindow?.focus();
  }

  readonly #press = (action: Parameters<PaneLink['press']>[0]): void => {
    this.#show({ isPaneOpen: true });
    this.#pane?.press(action);
  };

  readonly #closePane = (): void => {
    this.#show({ isPaneOpen: false });
    this.#grid?.focus();
  };

  readonly #startNew = (): void => {
    location.search = addressOf(freeName(this.#state.others));
  };

  /** A file is opened as a workbook of its own: the page comes back with a new one and finds it waiting. */
  readonly #openFile = (file: File): void => {
    void keepIncoming(file).then((kept) => {
      if (!kept) return this.#tell(fileWords.tooLarge);
      location.search = addressOf(freeNameLike(nameOfFile(file.name), this.#state.others));
    });
  };

  readonly #saveFile = (): void => {
    this.#tell(fileWords.writing);
    void this.#pane?.exchange().then((answer) => {
      if (answer.kind === 'file') {
        downloadFile(`${this.#state.name}.xlsx`, answer.bytes);
        this.#tell(fileWords.written);
      } else this.#tell(answer.kind === 'no-return' ? fileWords.nothingToWrite : fileWords.notWritten);
    });
  };

  async #drawIncoming(bytes: Uint8Array): Promise<void> {
    this.#tell(fileWords.drawing);
    const answer = await this.#pane?.exchange(bytes);
    if (answer?.kind === 'drawn') this.#tell(fileWords.drawn(answer.returns));
    else this.#tell(answer?.kind === 'no-return' ? fileWords.noReturn : fileWords.unreadable);
  }

  readonly #rename = (name: string): void => {
    void this.#renameTo(name);
  };

  async #renameTo(name: string): Promise<void> {
    // A new workbook is on the shelf only after its first change.
    this.#saver?.touch();
    await this.#saver?.flush();
    if (!(await this.#shelf.rename(this.#state.name, name))) return;
    history.replaceState(null, '', addressOf(name));
    localStorage.setItem(lastName, name);
    // The tab's lock is on the old name: open it anew under the new one.
    location.reload();
  }

  #tell(notice: string): void {
    clearTimeout(this.#notice);
    this.#show({ notice });
    this.#notice = setTimeout(() => this.#show({ notice: undefined }), noticeStands);
  }
}
