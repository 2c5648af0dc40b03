import type { FileAnswer, PageMessage, RibbonAction } from '../page/pane-messages.ts';
import type { OfficeObjects, RibbonHandler } from './office-globals.ts';
import { startPane } from './start.ts';

/** What the pane asks before it knows where it runs; the rest is supplied once the page around it has answered. */
type EarlyOffice = { onReady?: OnReady; HostType?: object };
type Ready = { readonly host: string | null; readonly platform: string | null };
type OnReady = (callback?: (ready: Ready) => unknown) => Promise<Ready>;

const office = (window as unknown as OfficeObjects).Office as EarlyOffice;
const handlers = new Map<string, RibbonHandler>();
/** Buttons pressed before the pane has said what they do. */
const early: RibbonAction[] = [];

const press = (action: RibbonAction): void => {
  const handler = handlers.get(action);
  if (handler) handler({ completed: () => undefined });
  else early.push(action);
};

const associate = (action: string, handler: RibbonHandler): void => {
  handlers.set(action, handler);
  for (const waiting of early.splice(0)) press(waiting);
};

/** The port comes when the frame has loaded, later than the pane's own script asks `Office.onReady`: that one waits. */
const started = new Promise<void>((resolve, reject) => {
  window.addEventListener('message', ({ data, origin, source, ports }: MessageEvent<PageMessage>) => {
    if (origin !== location.origin || source !== window.parent) return;
    if (data.kind === 'workbench-ribbon') press(data.action);
    const [port] = ports;
    if (data.kind === 'workbench-file' && port) void exchange(data.open, port);
    if (data.kind === 'workbench-port' && port)
      startPane(port, { theme: data.theme, onAssociated: associate }).then(resolve, reject);
  });
});

/** Loaded only when somebody asks for a file: the pane needs none of it. */
const exchange = async (open: Uint8Array | undefined, port: MessagePort): Promise<void> => {
  const [{ drawFile, writeFile }] = await Promise.all([import('./file-exchange.ts'), started]);
  const answer: FileAnswer = await (open ? drawFile(open) : writeFile());
  port.postMessage(answer);
};

const waitForPage: OnReady = async (callback) => {
  await started;
  if (!office.onReady || office.onReady === waitForPage) throw new Error('Office was not supplied');
  return office.onReady(callback);
};

/** Opened as a page of its own there is no workbook: the pane then says so, as outside Excel. */
const nowhere: OnReady = async (callback) => {
  const ready = { host: null, platform: null };
  callback?.(ready);
  return ready;
};

Object.assign(office, { HostType: { Excel: 'Excel' }, onReady: window.parent === window ? nowhere : waitForPage });
