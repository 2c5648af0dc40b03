import { createRoot } from 'react-dom/client';
import { associateCommands } from '#commands/commands.ts';
import { instrumentByRef } from '#definitions/instruments.ts';
import { browserSubmissionMemory } from '#api/browser-submission-memory.ts';
import { httpCollectionApi } from '#api/http-collection-api.ts';
import type { Desk } from '#flows/desk.ts';
import { instrumentShelf } from '#flows/instrument-shelf.ts';
import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { addInVersion } from './add-in-version.ts';
import { App } from './App.tsx';
import { excelHost, showPane } from './excel-host.ts';
import { NoExcel } from './NoExcel.tsx';
import { Ribbon, type RibbonWish } from './state/ribbon.ts';

/** The browser's storage, or nothing where it is blocked: even asking for it may throw. */
const storage = (name: 'localStorage' | 'sessionStorage'): Storage | undefined => {
  try {
    return window[name];
  } catch {
    return undefined;
  }
};

const deskAt = (partition: string): Desk => {
  const now = (): string => new Date().toISOString();
  return {
    workbook: excelWorkbook(),
    api: httpCollectionApi({
      base: '',
      fetch: (input, init) => fetch(input, init),
      now,
      storage: storage('sessionStorage'),
      partition,
    }),
    memory: browserSubmissionMemory(storage('localStorage'), partition),
    instruments: instrumentShelf(instrumentByRef),
    now,
    newId: () => crypto.randomUUID(),
    addIn: addInVersion,
  };
};

const joinRibbon = (ribbon: Ribbon): void => {
  const pressed = (wish: RibbonWish) => async (): Promise<void> => {
    await showPane();
    await ribbon.ask(wish);
  };
  associateCommands({
    open: pressed('home'),
    check: pressed('check'),
    nextIssue: pressed('next-issue'),
    submit: pressed('submit'),
    onFault: (error) => console.error(error),
  });
};

const start = async (): Promise<void> => {
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no place for the pane');
  const root = createRoot(place);
  const host = await excelHost();
  if (host.kind !== 'excel') {
    root.render(<NoExcel tooOld={host.kind === 'too-old'} />);
    return;
  }
  const ribbon = new Ribbon();
  joinRibbon(ribbon);
  root.render(<App desk={deskAt(host.partition)} ribbon={ribbon} />);
};

void start();
